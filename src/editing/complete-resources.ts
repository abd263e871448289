/** Resources that the actions of the statement work on: those of the environment, then the ARN templates. */
import type { ResourceType } from '../catalog/index.ts';
import type { EditingContext, Offer } from './completion.ts';

/** Of patterns with very many actions the first say enough. */
const MOST_ACTIONS = 300;

export function resourceOffers(context: EditingContext, actions: readonly string[]): readonly Offer[] {
  const { catalog, environment } = context;
  const found = actions.flatMap((pattern) => catalog.expandAction(pattern).slice(0, MOST_ACTIONS));
  const types = [
    ...new Map(found.flatMap(({ resources }) => resources.map(({ type }) => [type.arn, type] as const))).values(),
  ];
  const described =
    environment?.accounts.flatMap(({ resources, users, roles }) => [...resources, ...users, ...roles]) ?? [];
  const listed = described.flatMap(({ arn }) => listedOffers(context, types, arn));
  const takesNone = found.filter(({ resources }) => resources.length === 0).length;
  return [
    ...new Map(listed.map((one) => [one.label, one])).values(),
    ...types.map((type) => templateOffer(type, context)),
    {
      label: '*',
      detail:
        takesNone === 0
          ? 'everything'
          : takesNone === found.length
            ? 'what these actions need'
            : `${takesNone} of these actions need it`,
    },
  ];
}

/** The resource itself, or what lies below it: the objects of a bucket. */
function listedOffers({ catalog }: EditingContext, types: readonly ResourceType[], arn: string): readonly Offer[] {
  const exact = types.find((type) => catalog.resourceTypeFits(type, arn));
  const below = types.find(
    (type) => catalog.resourceTypeFits(type, `${arn}/x`) && !catalog.resourceTypeFits(type, arn),
  );
  return [
    ...(exact ? [{ label: arn, detail: exact.name }] : []),
    ...(below ? [{ label: `${arn}/*`, detail: below.name }] : []),
  ];
}

/** What is known is filled in; a star stands for the rest. */
function templateOffer({ arn, name }: ResourceType, { environment }: EditingContext): Offer {
  const known: Readonly<Record<string, string | undefined>> = {
    Partition: 'aws',
    Account: environment?.accounts[0]?.id,
  };
  return { label: arn.replace(/\$\{(\w+)\}/g, (_whole, key: string) => known[key] ?? '*'), detail: name };
}
