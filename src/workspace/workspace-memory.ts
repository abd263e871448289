/** What was parsed of a project, by file and text: who opens it again and again parses only what changed. */
import type { LoadedPolicy } from '../environment/index.ts';
import type { SourceText } from '../language/index.ts';
import type { ReadResult } from '../parse/index.ts';

type Tree = ReadResult & { readonly source: SourceText };

export interface WorkspaceMemory {
  /** @param key what the result depends on besides the text */
  readonly policy: (key: string, text: string, parse: () => LoadedPolicy) => LoadedPolicy;
  readonly tree: (path: string, text: string, read: () => Tree) => Tree;
}

export function workspaceMemory(): WorkspaceMemory {
  return { policy: remember(), tree: remember() };
}

/** The last result of each key, as long as the text is the same. */
function remember<Result>() {
  const known = new Map<string, { readonly text: string; readonly result: Result }>();
  return (key: string, text: string, make: () => Result): Result => {
    const last = known.get(key);
    if (last?.text === text) return last.result;
    const result = make();
    known.set(key, { text, result });
    return result;
  };
}
