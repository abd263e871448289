/** What the policies of a run give together: ways to all rights that no policy opens by itself. */
import { CHECKS } from './checks/index.ts';
import { completed, type GivenAction, givenActions } from './escalation.ts';
import { ESCALATIONS } from './escalations.ts';
import type { LintDiagnostic } from './lint-diagnostic.ts';
import { diagnosticOf } from './linter.ts';
import type { Subject } from './subject.ts';

const CHECK = 'privilege-escalation-combo';

interface Giver {
  readonly given: readonly GivenAction[];
  /** Makes the finding, with the place in the policy's own text. */
  readonly report: (message: string, given: GivenAction) => LintDiagnostic;
}

export interface AcrossPolicies {
  readonly add: (subject: Subject) => void;
  /** One finding for each way, at the last action that opens it. */
  readonly findings: () => LintDiagnostic[];
}

export function acrossPolicies(): AcrossPolicies {
  const check = CHECKS.find(({ id }) => id === CHECK);
  const givers: Giver[] = [];
  const open = new Set<string>();

  function add(subject: Subject): void {
    if (!check || subject.type !== 'identity' || subject.option(CHECK, 'acrossPolicies') === false) return;
    const given = givenActions(subject);
    if (given.length === 0) return;
    for (const { escalation } of completed(given)) open.add(escalation.actions.join());
    // Only its text is kept of the policy, so that a run over many needs little memory.
    const { name, document } = subject.policy;
    const { source } = document;
    const file = source?.name ?? name;
    const report = (message: string, { at }: GivenAction): LintDiagnostic => ({
      ...diagnosticOf(check, 'warning', { message, at }, source),
      file,
      ...(name === file ? {} : { policy: name }),
    });
    givers.push({ given, report });
  }

  function findings(): LintDiagnostic[] {
    const all = givers.flatMap(({ given }) => given);
    const reachable = new Set(completed(all).map(({ escalation }) => escalation));
    return ESCALATIONS.filter((one) => reachable.has(one) && !open.has(one.actions.join())).flatMap((escalation) => {
      const last = escalation.actions.at(-1) ?? '';
      const giver = givers.find(({ given }) => given.some(({ action }) => action === last));
      const step = giver?.given.find(({ action }) => action === last);
      if (!giver || !step) return [];
      const others = escalation.actions
        .slice(0, -1)
        .map((action) => `\`${action}\``)
        .join(' and ');
      const message = `with ${others} of other policies, \`${last}\` lets whoever has both ${escalation.what}`;
      return [giver.report(message, step)];
    });
  }

  return { add, findings };
}
