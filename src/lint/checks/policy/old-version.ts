/** Documents of the old version. */

import { member } from '../../../parse/index.ts';
import { defineCheck, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { versionFix } from '../../fix/parse-fixes.ts';
import { UG } from '../../references.ts';

export const oldVersion = defineCheck({
  id: 'old-version',
  severity: 'warning',
  title: 'the version 2008-10-17',
  why: 'under it policy variables are plain text',
  help: 'write `"Version": "2012-10-17"`',
  references: [UG('reference_policies_elements_version')],
  bad: { type: 'identity', path: '/Version', document: { Version: '2008-10-17', Statement: [allow()] } },
  good: example('identity', allow()),
  run: ({ policy, node }, report) => {
    if (policy.document.version !== '2008-10-17') return;
    report({
      message: 'the document has the old version',
      at: { path: '/Version', range: member(node, 'Version')?.range },
      fix: versionFix(node),
    });
  },
});
