/** One policy of a file, for commands that rewrite it. */
import type { PolicyDocument, PolicyType, SourceText } from '../language/index.ts';
import { POLICY_TYPES } from '../language/policy-types/index.ts';
import { detectType } from '../lint/index.ts';
import { parsePolicyDocument } from '../parse/index.ts';
import type { Context } from './context.ts';
import { readTree, tellDiagnostics } from './read-file.ts';

export interface ReadPolicyFile {
  readonly document: PolicyDocument;
  /** As given, else the one that it looks like, else the first that takes it. */
  readonly type: PolicyType;
}

/** Undefined, and told, where no policy type takes the document. */
export async function readPolicyFile(
  context: Context,
  source: SourceText,
  given?: PolicyType,
): Promise<ReadPolicyFile | undefined> {
  const { node, diagnostics } = await readTree(source);
  if (!node) {
    tellDiagnostics(context, diagnostics);
    return undefined;
  }
  const types = given ? [given] : [detectType(node).type, ...(Object.keys(POLICY_TYPES) as PolicyType[])];
  const attempts = types.map((type) => ({ type, ...parsePolicyDocument(node, type, source) }));
  const parsed = attempts.find(({ document }) => document !== undefined);
  if (parsed?.document) return { document: parsed.document, type: parsed.type };
  const fewest = attempts.reduce((best, one) => (one.diagnostics.length < best.diagnostics.length ? one : best));
  tellDiagnostics(
    context,
    fewest.diagnostics.filter(({ severity }) => severity === 'error'),
  );
  return undefined;
}
