/** Documents that look like another type of policy. */
import type { PolicyType } from '../../../language/index.ts';
import { member, type SourceNode } from '../../../parse/index.ts';
import { badExample, defineCheck, example } from '../../check.ts';
import { allow, trust } from '../../examples.ts';
import { atDocument } from '../../places.ts';
import { UG } from '../../references.ts';

export const policyTypeHint = defineCheck({
  id: 'policy-type-hint',
  severity: 'suggestion',
  title: 'a document that looks like another type of policy than it is taken for',
  why: 'each type has its own rules, and a wrong type hides mistakes and invents others',
  help: 'say what it is: `--policy-type`, `policies` in the configuration, or the folder',
  references: [UG('access_policies')],
  bad: badExample('identity', '', trust({ AWS: '111122223333' })),
  good: example('identity', allow()),
  run: (subject, report) => {
    const { shape, type } = subject;
    const at = atDocument(subject);
    if (!shape.given) {
      const { doubt } = shape.detected();
      if (doubt) report({ message: `it is taken for ${WORDS[type]}, which is not sure: ${doubt}`, at });
      return;
    }
    const [first] = subject.statements;
    if (!first || namesPrincipals(first.node) === NAMING.has(type)) return;
    const looks = shape.detected();
    if (NAMING.has(looks.type) === NAMING.has(type) || looks.doubt) return;
    report({ message: `it looks like ${WORDS[looks.type]}, and is taken for ${WORDS[type]}`, at });
  },
});

function namesPrincipals(node: SourceNode): boolean {
  return member(node, 'Principal') !== undefined || member(node, 'NotPrincipal') !== undefined;
}

/** Types whose statements name principals. */
const NAMING: ReadonlySet<PolicyType> = new Set(['resource', 'trust', 'rcp', 'vpce']);

const WORDS: Readonly<Record<PolicyType, string>> = {
  identity: 'an identity-based policy',
  resource: 'a resource-based policy',
  trust: 'a trust policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  vpce: 'a VPC endpoint policy',
};
