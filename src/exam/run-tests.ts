/** Runs the requests that a document has to decide in a certain way. */
import { judge } from './judge.ts';
import type { Misconception } from './misconception.ts';
import type { Test } from './question.ts';
import { readWorld, type World, type WorldDocument } from './world.ts';

export function passesAll(document: WorldDocument, tests: readonly Test[], misconception?: Misconception): boolean {
  return passesAs(worldsOf(document, tests), misconception);
}

/** A test as a world: the same policies in all of them, so that they are compiled once. */
export type TestWorld = readonly [World, Test['expect']];

export function worldsOf(document: WorldDocument, tests: readonly Test[]): readonly TestWorld[] {
  const { policies } = readWorld(document);
  return tests.map(({ request, expect }) => [{ ...readWorld({ policies: {}, request }), policies }, expect]);
}

export function passesAs(worlds: readonly TestWorld[], misconception?: Misconception): boolean {
  return worlds.every(
    ([world, expect]) => (judge(world, misconception).decision === 'allowed') === (expect === 'allowed'),
  );
}
