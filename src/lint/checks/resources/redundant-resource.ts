/** Resources that another of the same element takes in. */

import { coversFields } from '../../../language/index.ts';
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachStatement, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { remove } from '../../fix/change.ts';
import { atResource } from '../../places.ts';
import { VALIDATOR } from '../../references.ts';

export const redundantResource = defineCheck({
  id: 'redundant-resource',
  severity: 'suggestion',
  title: 'a resource that another one of the statement takes in',
  why: 'it changes nothing, and hides how far the statement really reaches',
  help: 'remove it, or the wider one if that is not meant',
  references: [VALIDATOR],
  aws: ['REDUNDANT_RESOURCE'],
  bad: badExample(
    'identity',
    '/Statement/0/Resource/1',
    allow({ Resource: ['arn:aws:s3:::reports/*', 'arn:aws:s3:::reports/2026/*'] }),
  ),
  good: example('identity', allow({ Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'] })),
  needs: TRAIT.arns,
  run: eachStatement((view, report) => {
    const { resources } = view;
    if (resources.length < 2) return;
    const seen = new Set<string>();
    const wide = resources.filter(({ hasWildcard }) => hasWildcard);
    if (wide.length === 0 && new Set(resources).size === resources.length) return;
    for (const [index, { text, fields }] of resources.entries()) {
      const other = wide.find((one) => one.text !== text && coversFields(one.fields, fields));
      const at = atResource(view, index);
      const fix = remove(at.path);
      if (seen.has(text)) report({ message: `\`${text}\` is listed twice`, at, fix });
      else if (other) report({ message: `\`${text}\` is part of \`${other.text}\``, at, fix });
      seen.add(text);
    }
  }),
});
