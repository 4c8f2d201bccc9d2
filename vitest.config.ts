import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Workspace packages are read from their sources: no build between an edit and its test. */
const resolve = { conditions: ['source'] };
const ssr = { resolve };

/**
 * The AI SDK reads event streams with a package that has a condition of this name too, for sources
 * which Node cannot run: the chain up to it goes through Vite.
 */
const server = { deps: { inline: ['ai', /@ai-sdk/, 'eventsource-parser'] } };

/** How long `expect.poll` waits for a condition: a second is little for a server on a busy machine. */
const patient = { poll: { timeout: 10_000 } };

const exclude = ['**/node_modules/**', '**/dist/**'];

const jsonFile = process.env['VITEST_JSON'];

export default defineConfig({
  test: {
    // Tests wait for processes more than they compute: two at a time, also on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The machine-readable report is what .ci/run counts from.
    reporters: ['default', ...(jsonFile === undefined ? [] : ['json'])],
    ...(jsonFile === undefined ? {} : { outputFile: { json: jsonFile } }),
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          include: ['{libs,services}/*/{src,web,eval}/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: [...exclude, '**/*.{int,e2e,soak,chaos,bench}.test.ts'],
          // Properties of the analyser compute for a second or two on a quiet machine.
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'int',
          server,
          expect: patient,
          include: ['{libs,services}/*/src/**/*.int.test.ts'],
          exclude,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'e2e',
          expect: patient,
          include: ['tests/**/*.e2e.test.ts'],
          exclude,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Each file has a whole stack of its own, a dozen processes that mostly wait.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'soak',
          include: ['tests/**/*.soak.test.ts'],
          exclude,
          testTimeout: 20 * 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'chaos',
          include: ['tests/faults/**/*.chaos.test.ts'],
          exclude,
          fileParallelism: false,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'bench',
          include: ['bench/**/*.bench.test.ts'],
          exclude,
          testTimeout: 3 * 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
