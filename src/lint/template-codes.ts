/** What can be wrong with a CloudFormation template, as far as its policies hang on it. */
import type { RunCode } from './run-codes.ts';

export const TEMPLATE_CODES = {
  'template-unknown-name': {
    severity: 'error',
    title: 'a name that the template does not have',
    why: 'CloudFormation refuses the template',
    help: 'write the name of a parameter, resource, condition or mapping of the template; names are case-sensitive',
    bad: 'Resource: !GetAtt Bukcet.Arn',
    good: 'Resource: !GetAtt Bucket.Arn',
  },
  'template-malformed-function': {
    severity: 'error',
    title: 'an intrinsic function with arguments that it does not take',
    why: 'CloudFormation refuses the template',
    help: 'give the function the arguments that it takes',
    bad: 'Resource: !Join [":", arn, aws]',
    good: 'Resource: !Join [":", [arn, aws]]',
  },
  'template-policy-variable': {
    severity: 'error',
    title: 'a policy variable inside Fn::Sub',
    why: 'CloudFormation takes it for a name of the template and refuses the template',
    help: 'write an exclamation mark after the brace, as in `${!aws:username}`',
    bad: 'Resource: !Sub "${Bucket.Arn}/${aws:username}/*"',
    good: 'Resource: !Sub "${Bucket.Arn}/${!aws:username}/*"',
  },
  'template-not-read': {
    severity: 'warning',
    title: 'a part of a template that grants something and is not read',
    why: 'what it grants is missing from every answer about the template',
    help: 'look at the template as it is after processing (`aws cloudformation get-template --template-stage Processed`)',
    bad: 'Policies: [S3ReadPolicy: {BucketName: reports}] of a serverless function',
    good: 'Policies: [{Statement: [...]}] of a serverless function',
  },
  'template-many-conditions': {
    severity: 'suggestion',
    title: 'more undecided conditions than are looked at one by one',
    why: 'the parts that they choose stay open',
    help: 'give values for the parameters that the conditions ask for',
    bad: 'a policy with Fn::If on four unrelated parameters without values',
    good: 'the same with values for the parameters',
  },
} as const satisfies Readonly<Record<string, RunCode>>;

export type TemplateCode = keyof typeof TEMPLATE_CODES;
