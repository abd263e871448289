/** Whom a claim is about: whom the environment describes, whom its policies name beside them, and strangers. */
import type { Environment } from '../../environment/index.ts';
import { matchesPattern, patternOf } from '../../language/index.ts';
import type { Claim } from '../../scenario/index.ts';
import type { Asker } from '../asker.ts';
import { everybodyNamed, strangerTo } from '../requests/everybody.ts';

/** Described ones first. */
export function claimantsOf(environment: Environment, claim: Claim): readonly Asker[] {
  const stranger = strangerTo([environment]);
  const everybody = [...everybodyNamed(environment), stranger];
  switch (claim.kind) {
    case 'no-public-access':
      return everybody.filter((asker) => asker.kind === 'anonymous' || asker === stranger);
    case 'no-cross-account': {
      const ofOrganization = claim.organization ? accountsOfOrganization(environment) : [];
      const trusted = new Set([...claim.accounts, ...ofOrganization]);
      return everybody.filter(
        ({ kind, account }) => kind === 'anonymous' || (account !== undefined && !trusted.has(account)),
      );
    }
    case 'always-allowed':
      return everybody.filter((asker) => isNamed(claim.principals ?? [], asker));
    case 'no-privilege-escalation':
      return everybody.filter(
        (asker) =>
          (claim.principals ? isNamed(claim.principals, asker) : asker.kind === 'user' || asker.kind === 'role') &&
          !isNamed(claim.except, asker),
      );
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
