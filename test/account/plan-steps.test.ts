/** What a plan of each story takes. */
import { describe, expect, it } from 'vitest';
import { planOf, STORIES } from './stories.ts';

describe('steps', () => {
  it.each(Object.entries(STORIES))('%s', async (_name, story) => {
    const plan = await planOf(story);
    const lines = plan.steps.map(({ phase, object, effects }) => {
      const words = Object.entries(effects).map(
        ([aspect, { from, to }]) => `${aspect}: ${short(from)} -> ${short(to)}`,
      );
      return `${phase.padEnd(8)} ${object.replace(/^arn:.*\//, 'policy ')}  ${words.join(', ')}`;
    });
    expect(lines).toMatchSnapshot();
  });
});

function short(value: string | null): string {
  return value === null ? 'nothing' : /^[0-9a-f]{64}$/.test(value) ? value.slice(0, 6) : value.replace(/^arn:.*\//, '');
}
