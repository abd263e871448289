/** How two policy documents differ, statement by statement. */
import { diffLines } from 'diff';

export interface StatementDiff {
  readonly action: 'create' | 'update' | 'delete';
  /** The Sid, or the position from 1. */
  readonly name: string;
  readonly lines: readonly DiffLine[];
}

export interface DiffLine {
  readonly mark: '+' | '-' | ' ';
  readonly text: string;
}

interface Piece {
  readonly name: string;
  readonly text: string;
}

/** What is no policy is one piece. The order of statements says nothing in IAM and is not looked at. */
export function statementDiff(before: string | undefined, after: string | undefined): readonly StatementDiff[] {
  const [old, now] = [piecesOf(before, after), piecesOf(after, before)];
  const isIn = (all: readonly Piece[], { text }: Piece) => all.some((one) => one.text === text);
  const [gone, come] = [old.filter((one) => !isIn(now, one)), now.filter((one) => !isIn(old, one))];
  const partner = (one: Piece, all: readonly Piece[]) => all.find(({ name }) => name === one.name);
  const diffs = gone.map((one): StatementDiff => {
    const other = partner(one, come);
    const lines = other ? changedLines(one.text, other.text) : marked('-', one.text);
    return { action: other ? 'update' : 'delete', name: one.name, lines };
  });
  const added = come
    .filter((one) => !partner(one, gone))
    .map((one): StatementDiff => ({ action: 'create', name: one.name, lines: marked('+', one.text) }));
  return [...diffs, ...added];
}

/** What stands around the statements is told where there is something to hold it against. */
function piecesOf(text: string | undefined, other: string | undefined): readonly Piece[] {
  if (text === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [{ name: 'document', text }];
  }
  if (typeof value !== 'object' || value === null || !('Statement' in value)) return [{ name: 'document', text }];
  const { Statement, ...rest } = value;
  const statements: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  const frame = other === undefined ? [] : [{ name: 'document', text: JSON.stringify(rest) }];
  return [...frame, ...statements.map(pieceOf)];
}

function pieceOf(statement: unknown, index: number): Piece {
  const sid =
    typeof statement === 'object' && statement !== null && 'Sid' in statement ? String(statement.Sid) : undefined;
  return { name: `statement ${sid ?? index + 1}`, text: JSON.stringify(statement, null, 2) };
}

function marked(mark: '+' | '-', text: string): readonly DiffLine[] {
  return text.split('\n').map((line) => ({ mark, text: line }));
}

/** Without what stays, but for a line on either side. */
function changedLines(before: string, after: string): readonly DiffLine[] {
  const lines = diffLines(`${before}\n`, `${after}\n`).flatMap(({ added, removed, value }) =>
    value
      .slice(0, -1)
      .split('\n')
      .map((text): DiffLine => ({ mark: added ? '+' : removed ? '-' : ' ', text })),
  );
  const isNear = (index: number) => [index - 1, index, index + 1].some((at) => (lines[at]?.mark ?? ' ') !== ' ');
  return lines.filter((_line, index) => isNear(index));
}
