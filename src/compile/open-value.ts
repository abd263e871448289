/** Values of which parts are known only at deploy time, in the forms in which they are compared: certain where no reading fits. */
import {
  deployTimeNames,
  hasDeployTime,
  type Pattern,
  type Piece,
  type PrincipalEntry,
  patternOfPieces,
  readableDeployTime,
  splitDeployTime,
  type Text,
} from '../language/index.ts';
import type { CompiledCondition, OpenAction, OpenPrincipal } from './compiled-policy.ts';
import { parseTemplate, type Segment, type Template } from './template.ts';

/** The names of the unknown parts as results tell them: `<aws_s3_bucket.data.arn>`, which no context key is called. */
export function openNames(text: string): string[] {
  return deployTimeNames(text).map((name) => `<${name}>`);
}

/** The text as results show it. */
export function readableText({ value, range }: Text): Text {
  return { value: readableDeployTime(value), ...(range ? { range } : {}) };
}

/** An unknown part stands for any text, wildcards and colons included. */
export function openTemplate(text: string, hasVariables: boolean): Template {
  const segments = splitDeployTime(text).flatMap((part): readonly Segment[] => {
    if (part.kind === 'open') return [{ kind: 'open', name: `<${part.name}>` }];
    return (hasVariables ? parseTemplate(part.text).segments : undefined) ?? [{ kind: 'text', text: part.text }];
  });
  // A variable whose name is not known: it could stand for anything, from its beginning on.
  if (!hasVariables || !/\$(?:\{[^}]*)?\u{F0000}/u.test(text)) return { text, segments };
  return { text, segments: segments.filter(({ kind }) => kind === 'open') };
}

/** Matches whatever the text could match. */
function widestPattern(text: string): Pattern {
  return patternOfPieces(
    splitDeployTime(text).map((part): Piece => ({ text: part.kind === 'open' ? '*' : part.text, literal: false })),
  );
}

/** Undefined for an action that is known. */
export function openAction(value: string): OpenAction | undefined {
  if (!hasDeployTime(value)) return undefined;
  return { names: openNames(value), widest: widestPattern(value.toLowerCase()) };
}

/** Undefined for a principal that is known. */
export function openPrincipal(entry: PrincipalEntry): OpenPrincipal | undefined {
  const { kind, value } = entry;
  return hasDeployTime(value) ? { kind, names: openNames(value), widest: widestPattern(value) } : undefined;
}

/** Holds or not as the names come out: what keeps a statement from being certain where an action of it is not known. */
export function openCondition(names: readonly string[]): CompiledCondition {
  const key = names.join(', ');
  return { entry: { operator: 'StringEquals', key, values: [] }, key, values: [], open: names };
}
