/** Actions that together give everything. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, example, type Place } from '../../check.ts';
import { completed, givenActions } from '../../escalation.ts';
import { allow } from '../../examples.ts';
import { UG } from '../../references.ts';

export const privilegeEscalationCombo = defineCheck({
  id: 'privilege-escalation-combo',
  severity: 'security',
  types: ['identity'],
  title: 'actions that together open a known way to all rights',
  why: 'whoever has them can give himself the rights that the policy withholds, however harmless each looks alone',
  help: 'limit one of them to the resources that are meant, or demand a permissions boundary',
  references: ['https://pathfinding.cloud/', UG('access_policies_boundaries')],
  bad: badExample(
    'identity',
    '/Statement/1/Action/0',
    allow({
      Action: 'iam:PassRole',
      Resource: '*',
      Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
    }),
    allow({ Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*' }),
  ),
  good: example(
    'identity',
    allow({ Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/reports' }),
    allow({ Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*' }),
  ),
  options: { acrossPolicies: { default: true, what: 'look also at what the policies of a run give together' } },
  needs: TRAIT.escalates,
  run: (subject, report) => {
    const found = new Map<string, { at: Place; ways: string[] }>();
    for (const { escalation, steps } of completed(givenActions(subject))) {
      // Beside PassRole another action says which service it goes through.
      const at = (steps[1] ?? steps[0])?.at;
      if (!at) continue;
      const ways = found.get(at.path) ?? { at, ways: [] };
      found.set(at.path, ways);
      ways.ways.push(
        `with ${escalation.actions.map((action) => `\`${action}\``).join(' and ')} one can ${escalation.what}`,
      );
    }
    for (const { at, ways } of found.values()) {
      const more = ways.length > 1 ? `, and ${ways.length - 1} more such ways are open` : '';
      report({ message: `${ways[0]}${more}`, at });
    }
  },
});
