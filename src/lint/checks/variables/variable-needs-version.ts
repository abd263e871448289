/** Variables in documents of the old version. */

import { TRAIT } from '../../action-traits.ts';
import { defineCheck, example } from '../../check.ts';
import { textsWithVariables } from '../../document-texts.ts';
import { allow } from '../../examples.ts';
import { versionFix } from '../../fix/parse-fixes.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { variablesIn } from '../../variable-problems.ts';

export const variableNeedsVersion = defineCheck({
  id: 'variable-needs-version',
  severity: 'error',
  title: 'a policy variable under the version 2008-10-17',
  why: 'before 2012-10-17 there were no variables: it is plain text, which nothing matches',
  help: 'write `"Version": "2012-10-17"`',
  references: [UG('reference_policies_variables'), VALIDATOR],
  aws: ['VARIABLE_UNSUPPORTED_IN_VERSION'],
  bad: {
    type: 'identity',
    path: '/Statement/0/Resource',
    document: { Version: '2008-10-17', Statement: [allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' })] },
  },
  good: example('identity', allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' })),
  needs: TRAIT.variables,
  run: ({ policy, statements, node }, report) => {
    if (policy.document.version === '2012-10-17') return;
    for (const view of statements) {
      for (const { value, element, at } of textsWithVariables(view)) {
        const found = element === 'other' ? undefined : variablesIn(value).find(({ problem }) => !problem);
        if (found)
          report({ message: `\`${found.text}\` is plain text under this version`, at: at(), fix: versionFix(node) });
      }
    }
  },
});
