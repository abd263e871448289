/** Services that RCPs do not reach. */
import { supportsRcp } from '../../../catalog/index.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { deny } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { ORGANIZATIONS } from '../../references.ts';

export const rcpService = defineCheck({
  id: 'rcp-service',
  severity: 'warning',
  types: ['rcp'],
  title: 'a resource control policy about a service that RCPs do not reach',
  why: 'AWS applies RCPs only to some services: about others it says nothing',
  help: 'leave the service out; docs/semantics.md lists those that are reached',
  references: [ORGANIZATIONS('orgs_manage_policies_rcps')],
  aws: ['RCP_SYNTAX_ERROR_UNSUPPORTED_SERVICE'],
  bad: badExample(
    'rcp',
    '/Statement/0/Action',
    deny({
      Principal: '*',
      Action: 'lambda:*',
      Resource: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
  ),
  good: example(
    'rcp',
    deny({ Principal: '*', Action: 's3:*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  ),
  run: eachStatement((view, report) => {
    for (const [index, { service, serviceIsKnown }] of view.actions.entries()) {
      if (!serviceIsKnown || supportsRcp(service)) continue;
      report({ message: `RCPs do not reach \`${service}\``, at: atAction(view, index) });
    }
  }),
});
