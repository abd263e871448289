/** The mutants of a policy: each small mistake that could be made in it. */
import type { Location, PolicyDocument, PolicyType } from '../../language/index.ts';
import { locationIn, type Statement } from '../../language/index.ts';
import { canonicalDocument } from './canonical-document.ts';
import type { Mutator } from './mutator.ts';
import { MUTATORS } from './mutators/index.ts';

/** One policy file, or one document inside another file. */
export interface MutatedPolicy {
  readonly name: string;
  /** The types it is used as. */
  readonly types: readonly PolicyType[];
  readonly document: PolicyDocument;
}

export interface Mutant {
  readonly policy: MutatedPolicy;
  readonly mutator: string;
  /** What the policy then is: `without the condition Bool on aws:SecureTransport`. */
  readonly words: string;
  /** What is changed in the original. */
  readonly location?: Location;
  /** The changed statement; missing where the whole policy is gone. */
  readonly statement?: { readonly index: number; readonly sid?: string };
  /** Missing: the policy is not attached any more. */
  readonly document?: PolicyDocument;
}

/** In the order of the document, then of the mutators. None means what the original means, and no two mean the same. */
export function mutantsOf(policy: MutatedPolicy, mutators: readonly Mutator[] = MUTATORS): readonly Mutant[] {
  const seen = new Set([canonicalDocument(policy.document)]);
  const ofStatements = policy.document.statements.flatMap((statement) =>
    mutators.flatMap((mutator) => statementMutants({ policy, statement, mutator })),
  );
  const made = ofStatements.filter(({ document }) => {
    const key = document && canonicalDocument(document);
    return key !== undefined && !seen.has(key) && seen.add(key);
  });
  return [...mutators.flatMap((mutator) => detached(policy, mutator)), ...made];
}

function detached(policy: MutatedPolicy, { id, detaches }: Mutator): Mutant[] {
  if (!detaches || !policy.types.every((type) => detaches.has(type))) return [];
  const [first] = policy.document.statements;
  const location = locationIn(policy.document, first?.range);
  return [{ policy, mutator: id, words: 'without the policy', ...(location ? { location } : {}) }];
}

interface Site {
  readonly policy: MutatedPolicy;
  readonly statement: Statement;
  readonly mutator: Mutator;
}

function statementMutants({ policy, statement, mutator }: Site): Mutant[] {
  const { index, sid } = statement;
  return (mutator.changes?.(statement, policy.types) ?? []).flatMap((change) => {
    if (!change) return [];
    const location = locationIn(policy.document, change.range ?? statement.range);
    return {
      policy,
      mutator: mutator.id,
      words: change.words,
      ...(location ? { location } : {}),
      statement: { index, ...(sid === undefined ? {} : { sid }) },
      document: withStatement(policy.document, index, change.statement),
    };
  });
}

/** The others keep their place: scenarios name statements by it. */
function withStatement(document: PolicyDocument, index: number, statement: Statement | undefined): PolicyDocument {
  const statements = document.statements.flatMap((one) => (one.index !== index ? [one] : statement ? [statement] : []));
  return { ...document, statements };
}
