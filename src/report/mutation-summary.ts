/** The lines that every report of mutants has in common. */
import type { MutationReport } from '../scenario/index.ts';

/** `87.5% of mutants killed: 14 of 16; 2 survive`. */
export function mutationSummary({ totals, score }: MutationReport): string {
  const { mutants, killed, survived, open, equivalent } = totals;
  const parts = [
    survived === 0 ? '' : `${survived} survive and a scenario is missing`,
    open === 0 ? '' : `${open} survive and no difference was found`,
    equivalent === 0 ? '' : `${equivalent} are equivalent`,
  ].filter((part) => part !== '');
  const share = score === undefined ? 'no mutant could be killed' : `${score}% of mutants killed`;
  return `${share}: ${killed} of ${mutants - equivalent}${parts.length === 0 ? '' : `; ${parts.join('; ')}`}`;
}
