/** The tests that mutants of the evaluator are held against: cases, vectors and some hundred worlds. */
import { defineConfig } from 'vitest/config';

process.env.WORLDS ??= '600';

export default defineConfig({
  test: {
    include: ['test/evaluate/**/*.test.ts', 'test/simulation/**/*.test.ts', 'test/differential/engine.test.ts'],
    testTimeout: 120_000,
  },
});
