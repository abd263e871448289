/** A world with its story, before anything is asked about it. */
import type { Draw } from './draw.ts';
import type { Topic } from './topics.ts';
import type { WorldDocument } from './world.ts';

export interface Scene {
  readonly topic: Topic;
  /** A sentence on whose world it is. */
  readonly story: string;
  readonly document: WorldDocument;
}

/** Draws one of the worlds of a topic. */
export type SceneTemplate = (draw: Draw) => Scene;
