/** Service prefixes that no service has. */
import { isRetiredService } from '../../../catalog/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atAction } from '../../places.ts';
import { SERVICE_REFERENCE } from '../../references.ts';
import { someAction } from '../../statement-view.ts';

export const unknownServicePrefix = defineCheck({
  id: 'unknown-service-prefix',
  severity: 'error',
  title: 'an action of a service that does not exist',
  why: 'no request ever is for it: an Allow gives nothing, and a Deny stops nothing',
  help: 'write the prefix as in the Service Authorization Reference',
  references: [SERVICE_REFERENCE],
  aws: ['INVALID_SERVICE_IN_ACTION'],
  bad: badExample('identity', '/Statement/0/Action', allow({ Action: 's4:GetObject' })),
  good: example('identity', allow()),
  needs: TRAIT.unknownService,
  run: eachStatement((view, report, { know }) => {
    if (!someAction(view, TRAIT.unknownService)) return;
    for (const [index, { service, serviceIsKnown }] of view.actions.entries()) {
      if (service === '' || serviceIsKnown) continue;
      const at = atAction(view, index);
      if (isRetiredService(service)) {
        report({
          message: `the service \`${service}\` is no more`,
          at,
          help: 'remove the action',
          severity: 'warning',
        });
        continue;
      }
      const near = know.catalog.suggestService(service);
      report({ message: `there is no service \`${service}\``, at, help: near && `did you mean \`${near}\`?` });
    }
  }),
});
