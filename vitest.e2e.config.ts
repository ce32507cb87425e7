import { defineConfig } from 'vitest/config';

/** The journeys: the whole app, driven as a person would, in a browser and in a window. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: ['test/e2e/support/setup.ts'],
    pool: 'forks',
    // Each has a browser, a host and an engine: more of them at once would only slow one another down.
    maxWorkers: 2,
    testTimeout: 120_000,
    // Each drives several processes on a machine that does other things too: what fails twice is broken.
    retry: 1,
    hookTimeout: 90_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
});
