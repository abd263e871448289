/** Condition values of different JSON types. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { nodeOfValues } from '../../condition-values.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';

export const mixedValueTypes = defineCheck({
  id: 'mixed-value-types',
  severity: 'error',
  title: 'condition values of different JSON types',
  why: "AWS's validator refuses a list that mixes texts, numbers and booleans",
  help: 'write all values alike, best as texts',
  references: [UG('reference_policies_elements_condition'), VALIDATOR],
  aws: ['INVALID_CONDITION_DATA_TYPE'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/NumericLessThan/s3:max-keys',
    allow({
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::reports',
      Condition: { NumericLessThan: { 's3:max-keys': [10, '20'] } },
    }),
  ),
  good: example(
    'identity',
    allow({
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::reports',
      Condition: { NumericLessThan: { 's3:max-keys': '20' } },
    }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      if (condition.entry.values.length < 2) continue;
      const node = nodeOfValues(view, condition);
      if (node?.kind !== 'array' || new Set(node.items.map(({ kind }) => kind)).size < 2) continue;
      const at = atCondition(view, condition);
      const changes = node.items.flatMap((item, index) =>
        item.kind === 'number' || item.kind === 'boolean'
          ? [{ kind: 'replace', path: `${at.path}/${index}`, value: item.text } as const]
          : [],
      );
      const fix = changes.length > 0 ? { fix: { title: 'write all of them as strings', changes } } : {};
      report({ message: 'the values are of different JSON types', at, ...fix });
    }
  }),
});
