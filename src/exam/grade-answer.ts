/** Is an answer right? All or nothing, as in the exams; a written Condition is graded by running its tests. */
import { nodeOfValue, parsePolicyDocument } from '../parse/index.ts';
import type { Question } from './question.ts';
import { passesAs, worldsOf } from './run-tests.ts';
import { mapStatements, type World } from './world.ts';

export interface Grade {
  readonly right: boolean;
  /** What whoever answers so believes. */
  readonly misconceptions: readonly string[];
  /** Why the answer could not be read. */
  readonly problem?: string;
}

/** @param given the letters chosen, in any order and case, or a Condition as JSON */
export function gradeAnswer(question: Question, given: string): Grade {
  if (question.options.length === 0) return gradeCondition(question, given);
  const letters = [...new Set(given.toUpperCase().replace(/[\s,]/g, ''))].sort();
  const strange = letters.find((letter) => !question.options.some((option) => option.letter === letter));
  if (letters.length === 0 || strange !== undefined)
    return {
      right: false,
      misconceptions: [],
      problem: `answer with ${question.answer.length === 1 ? 'a letter' : `${question.answer.length} letters`} of the options`,
    };
  const right = letters.join() === [...question.answer].sort().join();
  const misconceptions = question.options
    .filter(({ letter, misconception }) => letters.includes(letter) && misconception !== undefined)
    .flatMap(({ misconception }) => misconception ?? []);
  return { right, misconceptions };
}

function gradeCondition(question: Question, given: string): Grade {
  const entries = readConditions(given);
  if (!entries)
    return {
      right: false,
      misconceptions: [],
      problem: 'a Condition is a JSON object such as {"Bool": {"aws:SecureTransport": "true"}}',
    };
  const write = (world: World) =>
    mapStatements(world, (statement) =>
      statement.sid === question.missing ? { ...statement, conditions: entries } : statement,
    );
  const worlds = worldsOf(question.world, question.tests ?? []);
  const [first] = worlds;
  if (!first) return { right: false, misconceptions: [] };
  const { policies } = write(first[0]);
  const right = passesAs(worlds.map(([world, expect]) => [{ ...world, policies }, expect]));
  const same = JSON.stringify(parsed(given));
  const trap = question.traps?.find(({ answer }) => answer === same);
  return { right, misconceptions: trap && !right ? [trap.misconception] : [] };
}

/** The conditions of a statement that is read as a policy would be; undefined where its meaning is not certain. */
function readConditions(given: string) {
  const value = parsed(given);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const statement = { Effect: 'Allow', Action: '*', Resource: '*', Condition: value };
  const { node } = nodeOfValue({ Version: '2012-10-17', Statement: [statement] });
  const document = node && parsePolicyDocument(node, 'identity').document;
  return document?.statements[0]?.conditions;
}

function parsed(given: string): unknown {
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
