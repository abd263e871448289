/** Variables under operators that take none. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atValue } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { variablesIn } from '../../variable-problems.ts';

export const variableWrongOperator = defineCheck({
  id: 'variable-wrong-operator',
  severity: 'error',
  title: 'a policy variable under an operator that takes none',
  why: 'variables are filled in under String and Arn operators: elsewhere the value cannot be read and matches nothing',
  help: 'write the value out, or use a String operator',
  references: [UG('reference_policies_variables'), VALIDATOR],
  aws: ['INVALID_VARIABLE_FOR_OPERATOR'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/NumericLessThan/s3:max-keys',
    allow({
      Action: 's3:ListBucket',
      Resource: 'arn:aws:s3:::reports',
      Condition: { NumericLessThan: { 's3:max-keys': '${aws:PrincipalTag/most}' } },
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
      const { use, entry } = condition;
      if (!use || use.operator.valueType === 'string' || use.operator.valueType === 'arn') continue;
      for (const [index, { value }] of entry.values.entries()) {
        const found = variablesIn(value).find(({ problem }) => !problem);
        if (!found) continue;
        report({
          message: `\`${entry.operator}\` takes no variable such as \`${found.text}\``,
          at: atValue(view, condition, index),
          // I15: AWS's pages disagree about Bool.
          ...(use.operator.name === 'Bool' ? { severity: 'warning' } : {}),
        });
      }
    }
  }),
});
