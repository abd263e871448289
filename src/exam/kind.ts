/** What can be asked about a world. */
import type { QuestionDraft } from './draft.ts';
import type { Draw } from './draw.ts';
import type { Scene } from './scene.ts';

/** Undefined where the world gives no good question: trivial, ambiguous, or with too few wrong answers. */
export type KindTemplate = (draw: Draw, scene: Scene) => QuestionDraft | undefined;
