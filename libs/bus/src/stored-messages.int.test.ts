import {
  mealEvent,
  publishMealEvents,
  startTestNats,
  startTripwire,
  type TestNats,
} from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBatch } from './stored-messages.js';
import { MEAL_LOG } from './topology.js';

/** A batch of many chunks: what the server has sent when the line breaks is never all of it. */

const MEALS = 500;
const TEXT_BYTES = 4_000;

let nats: TestNats;

beforeAll(async () => {
  nats = await startTestNats();
  const js = jetstream((await nats.connect('admin')).nc);
  const text = 'x'.repeat(TEXT_BYTES);
  await publishMealEvents(
    js,
    Array.from({ length: MEALS }, (_, n) =>
      mealEvent('meal_log.created', `meal-${n}`, { data: { text } }),
    ),
  );
});

afterAll(() => nats.stop());

/** @param chunks that still pass on the line, the request among them. */
async function readUntilCut(chunks: number): Promise<number> {
  const wire = await startTripwire(Number(new URL(nats.url).port));
  try {
    const { nc } = await nats.connect('ingest', wire.port);
    const jsm = await jetstreamManager(nc, { checkAPI: false });
    wire.arm(chunks);
    const batch = await readBatch(jsm, MEAL_LOG, {
      seq: 1,
      next_by_subj: 'meal_log.>',
      batch: MEALS,
    });
    return batch.length;
  } finally {
    await wire.stop();
  }
}

test('a whole batch arrives', async () => {
  await expect(readUntilCut(Number.POSITIVE_INFINITY)).resolves.toBe(MEALS);
});

test('a batch whose line breaks anywhere in it is an error, not a wait for ever', async () => {
  const cuts = await Promise.allSettled([0, 1, 2, 5, 10].map(readUntilCut));
  expect(cuts.map(({ status }) => status)).toEqual(cuts.map(() => 'rejected'));
});
