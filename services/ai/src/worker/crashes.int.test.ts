import { setTimeout as sleep } from 'node:timers/promises';
import { create } from '@bufbuild/protobuf';
import { AI_CONSUMER, type EventStore, MEAL_LOG } from '@mealwire/bus';
import {
  MealLogCreatedSchema,
  MealLogRetriedSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import {
  eventually,
  mealStory,
  startTestNats,
  startTripwire,
  type TestNats,
  waitsForOutcome,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestWorker } from '../testing/start-test-worker.js';
import type { AnalyseMeal } from './analyse-meal.js';

/**
 * Workers that die between any two of their awaits, over and over, while they share the meals of
 * some users, who ask for some of them again: each analysis has one outcome, each user's in order.
 */

const USERS = Array.from({ length: 6 }, (_, n) => `user-${n}`);
const MEALS_EACH = 20;
const WORKERS = 4;
/** So far a worker comes at most before it dies: a meal takes it some eight chunks. */
const MAX_CHUNKS = 40;
/** Short, for a dead worker's meals to come again soon. */
const ACK_WAIT_MS = 500;
const WORKER = { ackWaitMs: ACK_WAIT_MS, concurrency: 4, maxAttempts: 1_000 };

let nats: TestNats;
let admin: JetStreamManager;
let ingest: EventStore;
/** Of all workers, dead or alive. */
const ends: Promise<void>[] = [];

beforeAll(async () => {
  nats = await startTestNats();
  admin = await jetstreamManager((await nats.connect('admin')).nc);
  await admin.consumers.update(MEAL_LOG, AI_CONSUMER, { ack_wait: ACK_WAIT_MS * 1e6 });
  ingest = await nats.eventStore('ingest');
});

afterAll(() => nats.stop());

const analyse: AnalyseMeal = async (_, signal) => {
  await sleep(Math.random() * 20, undefined, { signal });
  return {
    analysis: { outcome: 'failed', reason: 'no_food_detected', message: 'No food.' },
    analyzer: 'test',
    tableVersion: '',
  };
};

/** One process, from its start to its end. @returns whether it has died by itself. */
async function live(chunks: number, over: Promise<void>): Promise<boolean> {
  const wire = await startTripwire(Number(new URL(nats.url).port));
  const { nc } = await nats.connect('ai', wire.port);
  const worker = await startTestWorker(nc, { ...WORKER, analyse });
  wire.arm(chunks);
  const hasDied = await Promise.race([wire.tripped.then(() => true), over.then(() => false)]);
  // Nothing that its handlers still do comes through the line; they end when they notice.
  ends.push(
    worker
      .stop()
      .then(() => nc.close())
      .then(wire.stop),
  );
  return hasDied;
}

function metadata(userId: string, mealLogId: string, kind: string) {
  const id = `${kind}/${userId}/${mealLogId}`;
  return { id, source: 'test', time: new Date().toISOString(), userId, mealLogId };
}

const mealsOf = (): readonly string[] => Array.from({ length: MEALS_EACH }, (_, n) => `meal-${n}`);

async function submitAll(userId: string): Promise<void> {
  for (const mealLogId of mealsOf()) {
    const data = create(MealLogCreatedSchema, { userId, mealLogId, text: 'toast' });
    const type = 'meal_log.created';
    await ingest.append({ type, data, metadata: metadata(userId, mealLogId, type) }, 0);
    await sleep(Math.random() * 10);
  }
}

async function outcomeOf(userId: string, mealLogId: string): Promise<readonly RecordedEvent[]> {
  return eventually(
    async () => {
      const story = await mealStory(admin, userId, mealLogId);
      expect(waitsForOutcome(story)).toBe(false);
      return story;
    },
    { timeoutMs: 40_000 },
  );
}

/** Every third meal is analysed once more as soon as it has its outcome. */
async function useApp(userId: string): Promise<void> {
  const submitted = submitAll(userId);
  for (const [n, mealLogId] of mealsOf().entries()) {
    if (n % 3 !== 0) continue;
    await eventually(async () =>
      expect(await mealStory(admin, userId, mealLogId)).not.toHaveLength(0),
    );
    const story = await outcomeOf(userId, mealLogId);
    const data = create(MealLogRetriedSchema, { userId, mealLogId, text: 'toast' });
    const type = 'meal_log.retried';
    const event = { type, data, metadata: metadata(userId, mealLogId, type) } as const;
    await ingest.append(event, story.at(-1)?.sequence ?? 0);
  }
  await submitted;
}

test('one outcome of each analysis, in order, whenever workers die', {
  timeout: 90_000,
}, async () => {
  let endAll = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    endAll = resolve;
  });
  let isOver = false;
  let deaths = 0;
  const workers = Array.from({ length: WORKERS }, async () => {
    while (!isOver) if (await live(Math.floor(Math.random() * MAX_CHUNKS), over)) deaths += 1;
  });
  try {
    // Workers that cannot even start end the test.
    await Promise.race([Promise.all(USERS.map(useApp)), Promise.all(workers)]);
    for (const userId of USERS) {
      const firstOutcomes: number[] = [];
      for (const mealLogId of mealsOf()) {
        const story = await outcomeOf(userId, mealLogId);
        firstOutcomes.push(story[1]?.sequence ?? 0);
      }
      expect(firstOutcomes).toEqual(firstOutcomes.toSorted((a, b) => a - b));
    }
    await eventually(async () => {
      const { num_ack_pending, num_pending } = await admin.consumers.info(MEAL_LOG, AI_CONSUMER);
      expect([num_ack_pending, num_pending]).toEqual([0, 0]);
    });
  } finally {
    isOver = true;
    endAll();
    await Promise.all(workers);
    await Promise.all(ends);
  }
  expect(deaths).toBeGreaterThan(10);
  process.stdout.write(`${deaths} deaths\n`);
});
