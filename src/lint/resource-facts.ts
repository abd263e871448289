/** What is known of a resource value, whatever policy it stands in: found out once and kept. */
import { parseTemplate } from '../compile/index.ts';
import { type Arn, parseArn, splitArn } from '../language/index.ts';

export interface ResourceFacts {
  readonly text: string;
  /** The bare `*`. */
  readonly everything: boolean;
  /** Missing where the text is no ARN of six fields. */
  readonly arn?: Arn;
  readonly hasVariable: boolean;
  /** Something in it begins like a variable. */
  readonly hasDollar: boolean;
  readonly hasWildcard: boolean;
  /** Every field after the service is a wildcard or empty, so it leaves nothing of the service out. */
  readonly wholeService: boolean;
  /** The six fields of an ARN; of anything else the text itself. */
  readonly fields: readonly string[];
}

/** The facts of resource values by their text. */
export type ResourceReader = (text: string) => ResourceFacts;

export function resourceReader(): ResourceReader {
  const known = new Map<string, ResourceFacts>();
  return (text) => {
    let facts = known.get(text);
    if (!facts) {
      facts = read(text);
      known.set(text, facts);
    }
    return facts;
  };
}

function read(text: string): ResourceFacts {
  const arn = parseArn(text);
  const segments = parseTemplate(text).segments;
  return {
    text,
    everything: text === '*',
    ...(arn ? { arn } : {}),
    hasVariable: segments?.some(({ kind }) => kind === 'variable') === true,
    hasDollar: text.includes('${'),
    hasWildcard: /[*?]/.test(text),
    fields: splitArn(text) ?? [text],
    wholeService:
      arn !== undefined &&
      isOpen(arn.region) &&
      isOpen(arn.account) &&
      /^[*:/]*$/.test(arn.resource) &&
      arn.resource.includes('*'),
  };
}

function isOpen(field: string): boolean {
  return field === '' || field === '*';
}
