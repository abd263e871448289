/** Runs of a plan against an account in memory, cut off, disturbed and taken up again; and how the account stands after. */

import { canonicalJson } from '../../src/account/document-equality.ts';
import {
  type ApplyResult,
  apply,
  type JournalEntry,
  journalLine,
  type Plan,
  type RunPorts,
  readJournal,
  resume,
} from '../../src/account/index.ts';
import { type Account, type Fault, type Memory, memoryAccount } from './memory-account.ts';
import { hash } from './stories.ts';

/** When the process dies: at an entry of the journal, from 0, or when a write, from 0, has been carried out. */
export type Death =
  | { readonly at: 'entry'; readonly number: number; readonly when: 'before' | 'torn' | 'after' }
  | { readonly at: 'write'; readonly number: number };

export interface Trouble {
  readonly faults?: (write: number) => Fault | undefined;
  readonly death?: Death;
  /** Milliseconds by which reads lag at most. */
  readonly lag?: number;
  /** Somebody else writes before this call of the port, from 0. */
  readonly other?: { readonly call: number; readonly write: (account: Account) => Account };
  /** Somebody wants it to stop before this entry of the journal, from 0. */
  readonly interrupt?: number;
}

export interface Trial {
  readonly memory: Memory;
  /** Undefined where the process died. */
  readonly result: ApplyResult | undefined;
  readonly text: string;
  readonly entries: readonly JournalEntry[];
  readonly calls: number;
  /** Calls that had been made when the last step was done. */
  readonly callsAtLastStep: number;
  /** Goes on, or back, in a process of its own, without further trouble. */
  readonly again: (way: 'on' | 'back') => Promise<Trial>;
}

class Killed extends Error {}

export function start(plan: Plan, account: Account, trouble: Trouble = {}): Promise<Trial> {
  const memory = troubled(account, trouble);
  return go({ memory, text: '', trouble }, (ports) => apply(plan, {}, ports));
}

interface Place {
  readonly memory: TroubledMemory;
  readonly text: string;
  readonly trouble: Trouble;
}

async function go(
  { memory, text: before, trouble }: Place,
  work: (ports: RunPorts) => Promise<ApplyResult>,
): Promise<Trial> {
  let text = before;
  let written = 0;
  let sent = 0;
  let callsAtLastStep = 0;
  const { death } = trouble;
  const ports: RunPorts = {
    account: {
      read: memory.read,
      write: async (call) => {
        const answer = await memory.write(call);
        if (death?.at === 'write' && death.number === sent++) throw new Killed();
        return answer;
      },
    },
    hash,
    journal: async (entry) => {
      const isLast = death?.at === 'entry' && death.number === written++;
      const line = journalLine(entry);
      if (isLast && death.when === 'before') throw new Killed();
      if (isLast && death.when === 'torn') text += line.slice(0, line.length / 2);
      else text += line;
      if (isLast) throw new Killed();
    },
    wait: async (milliseconds) => memory.wait(milliseconds),
    isInterrupted: () => trouble.interrupt !== undefined && readAll(text).length >= trouble.interrupt,
    now: () => '2026-11-23T12:00:00.000Z',
    tell: (entry) => {
      if (entry.entry === 'done') callsAtLastStep = memory.calls();
    },
  };
  const result = await work(ports).catch((error: unknown) => {
    if (error instanceof Killed) return undefined;
    throw error;
  });
  const again = (way: 'on' | 'back') => {
    const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    return go({ memory, text: whole, trouble: {} }, (later) => resume(readAll(whole), way, later));
  };
  return { memory, result, text, entries: readAll(text), calls: memory.calls(), callsAtLastStep, again };
}

function readAll(text: string): readonly JournalEntry[] {
  const entries = readJournal(text);
  if (!entries) throw new Error(`the journal is damaged:\n${text}`);
  return entries;
}

interface TroubledMemory extends Memory {
  readonly calls: () => number;
}

function troubled(account: Account, { faults, lag, other }: Trouble): TroubledMemory {
  let calls = 0;
  const memory = memoryAccount(account, {
    ...(lag === undefined ? {} : { lag }),
    fault: (write) => faults?.(write),
    before: (own) => {
      if (other?.call === calls) own.change(other.write);
      calls += 1;
    },
  });
  return { ...memory, calls: () => calls };
}

/** The account without the numbers of versions, which AWS gives: what a policy says, and what it could go back to. */
export function standing({ policies, identities }: Account) {
  return {
    policies: Object.fromEntries(
      Object.entries(policies).map(([arn, { versions, default: current }]) => [
        arn,
        {
          says: canonicalJson(versions.find(({ id }) => id === current)?.document ?? ''),
          versions: versions.map(({ document }) => canonicalJson(document)).sort(),
        },
      ]),
    ),
    identities: Object.fromEntries(
      Object.entries(identities).map(([name, { trust, boundary, attached, inline }]) => [
        name,
        {
          trust: trust === undefined ? null : canonicalJson(trust),
          boundary: boundary ?? null,
          attached: [...attached].sort(),
          inline: Object.fromEntries(
            Object.entries(inline)
              .map(([policy, document]) => [policy, canonicalJson(document)] as const)
              .sort(([a], [b]) => (a < b ? -1 : 1)),
          ),
        },
      ]),
    ),
  };
}
