import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    // Whatever update of the AWS data the machine has.
    env: { IAMPROOF_CATALOG: 'bundled' },
  },
});
