import { expect, test } from 'vitest';
import { runChaos } from './chaos-run.js';
import { keptEveryPromise } from './judge.js';
import { chaosSettings } from './settings.js';

/** A minute of everything that can go wrong; `make chaos` runs as long as asked. */

const { seconds, seed, kinds } = chaosSettings(process.env, {
  ...{ secondsFrom: 'CHAOS_TEST_SECONDS', seconds: 60, seed: 20_251_108 },
});

test(`${seconds} s of faults (seed ${seed}): every meal arrives once, in order`, {
  timeout: seconds * 1000 + 5 * 60_000,
}, async () => {
  const verdict = await runChaos({
    ...{ seed, seconds, kinds, users: 8, mealsPerSecond: 8 },
    print: (line) => void process.stdout.write(`${line}\n`),
  });
  expect(verdict.accepted).toBeGreaterThan(seconds);
  expect(keptEveryPromise(verdict)).toBe(true);
});
