import { setTimeout as sleep } from 'node:timers/promises';
import { create } from '@bufbuild/protobuf';
import { AI_CONSUMER, type EventWorker, MEAL_LOG, readBatch } from '@mealwire/bus';
import { MealLogCreatedSchema, parseEventSubject } from '@mealwire/contracts';
import { eventually, startTestNats, type TestNats } from '@mealwire/testkit';
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestWorker } from '../testing/start-test-worker.js';
import type { AnalyseMeal } from './analyse-meal.js';
import { readBacklog } from './backlog.js';
import { createEarlierMeals } from './earlier-meals.js';
import { createSubmissionOrder } from './submission-order.js';

/** Workers that share nothing but NATS, as processes do. */

let nats: TestNats;
let workers: EventWorker[];

beforeEach(async () => {
  nats = await startTestNats();
  workers = [];
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await nats.stop();
});

async function managerOf(user: 'ai' | 'ingest' | 'admin'): Promise<JetStreamManager> {
  return jetstreamManager((await nats.connect(user)).nc, { checkAPI: false });
}

async function startWorker(analyse: AnalyseMeal): Promise<EventWorker> {
  const { nc } = await nats.connect('ai');
  const options = { analyse, ackWaitMs: 10_000, concurrency: 8, maxAttempts: 5 };
  const worker = await startTestWorker(nc, options);
  workers.push(worker);
  return worker;
}

async function submit(meals: readonly { userId: string; mealLogId: string }[]): Promise<void> {
  const store = await nats.eventStore('ingest');
  for (const { userId, mealLogId } of meals) {
    const time = new Date().toISOString();
    const data = create(MealLogCreatedSchema, { userId, mealLogId, text: mealLogId });
    const metadata = { id: `${userId}/${mealLogId}`, source: 'test', time, userId, mealLogId };
    await store.append({ type: 'meal_log.created', data, metadata }, 0);
  }
}

/** The meals of a user as its feed has them. */
async function feedOf(jsm: JetStreamManager, userId: string): Promise<readonly string[]> {
  const messages = await readBatch(jsm, MEAL_LOG, {
    seq: 1,
    next_by_subj: `meal_log.*.${userId}.*`,
    batch: 1000,
  });
  return messages
    .map(({ subject }) => parseEventSubject(subject))
    .filter(({ type }) => type !== 'meal_log.created')
    .map(({ mealLogId }) => mealLogId);
}

/** Some are done at once, some take their time, some fail at first. */
const unsteady =
  (failures: Set<string>): AnalyseMeal =>
  async ({ text }, signal) => {
    await sleep(Math.random() ** 3 * 150, undefined, { signal });
    if (Math.random() < 0.05 && !failures.has(text)) {
      failures.add(text);
      throw new Error('not this time');
    }
    return {
      analysis: { outcome: 'failed', reason: 'no_food_detected', message: 'No food.' },
      analyzer: 'test',
      tableVersion: '',
    };
  };

const USERS = Array.from({ length: 10 }, (_, i) => `user-${i}`);

describe('a backlog of 200 meals of 10 users', () => {
  const meals = Array.from({ length: 20 }, (_, n) =>
    USERS.map((userId) => ({ userId, mealLogId: `meal-${n}-${userId}` })),
  ).flat();

  const expectEachInOrder = async (): Promise<void> => {
    const jsm = await managerOf('admin');
    for (const userId of USERS) {
      const submitted = meals.filter((meal) => meal.userId === userId);
      await eventually(
        async () => expect(await feedOf(jsm, userId)).toHaveLength(submitted.length),
        { timeoutMs: 25_000 },
      );
      expect(await feedOf(jsm, userId)).toEqual(submitted.map(({ mealLogId }) => mealLogId));
    }
  };

  test('is shared by two workers, and each user gets the outcomes in order', async () => {
    await submit(meals);
    const taken = [0, 0];
    const failures = new Set<string>();
    let begin = (): void => undefined;
    const bothHaveSome = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const counting =
      (worker: number): AnalyseMeal =>
      async (request, signal) => {
        taken[worker] = (taken[worker] ?? 0) + 1;
        if (Math.min(...taken) > 0) begin();
        await bothHaveSome;
        return unsteady(failures)(request, signal);
      };
    await Promise.all([startWorker(counting(0)), startWorker(counting(1))]);
    await expectEachInOrder();
  });

  test('keeps its order when a worker is stopped in the middle and another one starts', async () => {
    await submit(meals);
    const failures = new Set<string>();
    const first = await startWorker(unsteady(failures));
    await startWorker(unsteady(failures));
    await sleep(250);
    await first.stop();
    await startWorker(unsteady(failures));
    await expectEachInOrder();
  });

  test('is counted, with the age of its oldest meal', async () => {
    await submit(meals.slice(0, 30));
    const { nc } = await nats.connect('ai');
    const jsm = await jetstreamManager(nc, { checkAPI: false });
    const consumer = await jetstream(nc).consumers.get(MEAL_LOG, AI_CONSUMER);
    const before = await readBacklog(consumer, jsm);
    expect(before).toMatchObject({ waiting: 30, inProgress: 0 });
    expect(before.oldestAt?.getTime()).toBeGreaterThan(Date.now() - 10_000);

    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await startWorker(async (request, signal) => {
      await released;
      return unsteady(new Set([request.text]))(request, signal);
    });
    await eventually(async () =>
      expect(await readBacklog(consumer, jsm)).toMatchObject({ waiting: 22, inProgress: 8 }),
    );
    expect((await readBacklog(consumer, jsm)).oldestAt).toEqual(before.oldestAt);
    release();
    await eventually(async () =>
      expect(await readBacklog(consumer, jsm)).toEqual({
        waiting: 0,
        inProgress: 0,
        oldestAt: undefined,
      }),
    );
  });
});

test('a meal that nobody ends holds the next one of its user up for a while only, and no one else', async () => {
  // Tried in vain for longer than anybody waits.
  const { nc } = await nats.connect('ai');
  const js = jetstream(nc);
  const jsm = await jetstreamManager(nc, { checkAPI: false });
  const consumer = await js.consumers.get(MEAL_LOG, AI_CONSUMER);
  await submit([
    { userId: 'alice', mealLogId: 'stuck' },
    { userId: 'alice', mealLogId: 'next' },
    { userId: 'bob', mealLogId: 'other' },
  ]);
  const [, next, other] = await Promise.all([1, 2, 3].map(() => consumer.next()));
  const order = createSubmissionOrder({
    earlier: createEarlierMeals(consumer, jsm),
    maxWaitMs: 300,
  });
  const { signal } = new AbortController();
  const turnOf = (message: typeof next, userId: string, mealLogId: string): Promise<boolean> => {
    const time = new Date().toISOString();
    const data = create(MealLogCreatedSchema, { userId, mealLogId });
    const metadata = { id: mealLogId, source: 'test', time, userId, mealLogId };
    return order.turn(
      { type: 'meal_log.created', sequence: message?.seq ?? 0, data, metadata },
      { signal, yieldSlot: () => undefined },
    );
  };
  await expect(turnOf(other, 'bob', 'other')).resolves.toBe(true);
  await expect(turnOf(next, 'alice', 'next')).resolves.toBe(false);
});
