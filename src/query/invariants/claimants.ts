/** Whom a claim is about: whom the environment describes, whom its policies name beside them, and strangers. */
import type { Environment } from '../../environment/index.ts';
import { matchesPattern, type Policy, patternOf } from '../../language/index.ts';
import type { Claim } from '../../scenario/index.ts';
import { type Asker, askersOf, outsideAsker } from '../asker.ts';

/** Described ones first. */
export function claimantsOf(environment: Environment, claim: Claim): readonly Asker[] {
  const everybody = [...askersOf(environment, resourcePolicies(environment)), strangerTo(environment)];
  switch (claim.kind) {
    case 'no-public-access':
      return everybody.filter(
        ({ kind, account }) => kind === 'anonymous' || account === strangerTo(environment).account,
      );
    case 'no-cross-account': {
      const ofOrganization = claim.organization ? accountsOfOrganization(environment) : [];
      const trusted = new Set([...claim.accounts, ...ofOrganization]);
      return everybody.filter(
        ({ kind, account }) => kind === 'anonymous' || (account !== undefined && !trusted.has(account)),
      );
    }
    case 'always-allowed':
      return everybody.filter((asker) => isNamed(claim.principals ?? [], asker));
    case 'separation-of-duty':
      return claim.principals
        ? everybody.filter((asker) => isNamed(claim.principals ?? [], asker))
        : everybody.filter(({ kind }) => kind === 'user' || kind === 'role');
    default:
      return claim.principals
        ? everybody.filter((asker) => isNamed(claim.principals ?? [], asker))
        : everybody.filter(({ kind }) => kind !== 'root');
  }
}

function resourcePolicies({ accounts }: Environment): readonly Policy[] {
  return accounts.flatMap(({ resources, roles }) => [
    ...resources.flatMap(({ policy }) => policy ?? []),
    ...roles.map(({ trust }) => trust),
  ]);
}

function accountsOfOrganization({ organization }: Environment): readonly string[] {
  const below = (unit: NonNullable<typeof organization>['root']): readonly string[] => [
    ...unit.accounts,
    ...unit.units.flatMap(below),
  ];
  return organization ? below(organization.root) : [];
}

function isNamed(patterns: readonly string[], { name, caller }: Asker): boolean {
  const { arn, roleArn } = caller.principal;
  const names = [name, caller.label, arn, roleArn].flatMap((one) => one ?? []);
  return patterns.some((pattern) => names.some((one) => matchesPattern(patternOf(pattern), one)));
}

/** Somebody in an account that nothing names: whoever that is, what reaches them reaches any AWS account. */
function strangerTo(environment: Environment): Asker {
  const known = STRANGERS.get(environment) ?? findStranger(environment);
  STRANGERS.set(environment, known);
  return known;
}

const STRANGERS = new WeakMap<Environment, Asker>();

function findStranger({ accounts, policies }: Environment): Asker {
  const texts = JSON.stringify(policies.map(({ document }) => document.statements));
  const isFree = (id: string) => !texts.includes(id) && accounts.every((account) => account.id !== id);
  let id = 210987654321;
  while (!isFree(String(id))) id += 1;
  const asker = outsideAsker(String(id), { accounts });
  if (!asker) throw new Error('an account that nothing names is outside');
  return { ...asker, name: `any other AWS account, such as ${id}` };
}
