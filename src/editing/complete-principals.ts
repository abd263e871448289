/** Who a policy can name: the principals of the environment, services, everybody. */
import type { EditingContext, Offer } from './completion.ts';

export function principalKeyOffers(): readonly Offer[] {
  return [
    { label: 'AWS', detail: 'accounts, users, roles', snippet: '"AWS": "|"', goesOn: true },
    { label: 'Service', detail: 'a service of AWS', snippet: '"Service": "|"', goesOn: true },
    { label: 'Federated', detail: 'an identity provider', snippet: '"Federated": "|"', goesOn: true },
    { label: 'CanonicalUser', detail: 'the canonical id of an account, for S3', snippet: '"CanonicalUser": "|"' },
  ];
}

export function principalArns({ environment }: EditingContext): readonly Offer[] {
  return (environment?.accounts ?? []).flatMap(({ id, name, users, roles }) => [
    ...roles.map(({ arn }) => ({ label: arn, detail: 'role' })),
    ...users.map(({ arn }) => ({ label: arn, detail: 'user' })),
    { label: `arn:aws:iam::${id}:root`, detail: `the whole account${name === undefined ? '' : ` ${name}`}` },
  ]);
}

export function principalOffers(context: EditingContext, kind: string): readonly Offer[] {
  const { environment } = context;
  switch (kind) {
    case 'AWS':
      return [...principalArns(context), { label: '*', detail: 'everybody' }];
    case 'Service':
      return [...new Set([...namedServices(context), ...USUAL_SERVICES])].map((label) => ({ label }));
    case 'Federated':
      return (environment?.accounts ?? []).flatMap(({ identityProviders }) =>
        identityProviders.map((label) => ({ label })),
      );
    default:
      return [];
  }
}

/** Everybody who can be named, with the kind that they are named by. */
export function principalChoices(context: EditingContext): readonly (Offer & { readonly kind: string })[] {
  return ['AWS', 'Service', 'Federated'].flatMap((kind) =>
    principalOffers(context, kind).map((offer) => ({ ...offer, kind })),
  );
}

/** Those that policies of the environment name come first. */
function namedServices({ environment }: EditingContext): readonly string[] {
  return (environment?.policies ?? [])
    .flatMap(({ document }) => document.statements)
    .flatMap(({ principal }) => principal?.entries ?? [])
    .flatMap(({ kind, value }) => (kind === 'Service' ? value : []));
}

/** AWS has no list; these are the ones that roles are made for most. */
const USUAL_SERVICES = [
  'ec2',
  'lambda',
  'ecs-tasks',
  'sagemaker',
  'glue',
  'states',
  'events',
  'cloudformation',
  'codebuild',
  'apigateway',
  'sns',
  'sqs',
  's3',
  'logs',
  'cloudtrail',
  'config',
  'firehose',
  'scheduler',
].map((name) => `${name}.amazonaws.com`);
