/** Keys that mean something only together with another. */
import { TRAIT } from '../../action-traits.ts';
import { badExample, defineCheck, eachConditional, example } from '../../check.ts';
import { allow } from '../../examples.ts';
import { atCondition } from '../../places.ts';
import { UG, VALIDATOR } from '../../references.ts';
import { conditionOn } from '../../statement-view.ts';

export const pairedKeyMissing = defineCheck({
  id: 'paired-key-missing',
  severity: 'security',
  title: 'a condition key that is too wide without its companion',
  why: 'private addresses are the same in every VPC: without the VPC the condition lets in others',
  help: 'add a condition on the companion to the same statement',
  references: [UG('reference_policies_condition-keys'), VALIDATOR],
  aws: ['MISSING_PAIRED_CONDITION_KEYS'],
  bad: badExample(
    'identity',
    '/Statement/0/Condition/IpAddress/aws:VpcSourceIp',
    allow({ Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' } } }),
  ),
  good: example(
    'identity',
    allow({
      Condition: { IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/16' }, StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
    }),
  ),
  needs: TRAIT.conditions,
  run: eachConditional((view, report) => {
    for (const condition of view.conditions) {
      const pair = PAIRS.find(({ key }) => key === condition.key.lower);
      if (!pair || conditionOn(view, ...pair.with)) continue;
      const message = `\`${condition.key.text}\` stands without ${pair.words}`;
      report({ message, at: atCondition(view, condition) });
    }
  }),
});

const PAIRS = [
  {
    key: 'aws:vpcsourceip',
    with: ['aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn'],
    words: '`aws:SourceVpc` or `aws:SourceVpce`',
  },
  { key: 'aws:ec2instancesourceprivateipv4', with: ['aws:ec2instancesourcevpc'], words: '`aws:Ec2InstanceSourceVpc`' },
];
