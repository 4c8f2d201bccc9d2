import { create } from '@bufbuild/protobuf';
import { MealLogCreatedSchema } from '@mealwire/contracts';
import { eventually, silentLogger, startTestNats, type TestNats } from '@mealwire/testkit';
import { type Consumer, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEventBatches } from './event-batches.js';
import { decodeEvent, type EventMessage } from './event-codec.js';
import { createEventStore, type EventStore } from './event-store.js';
import { type EventHandler, startEventWorker } from './event-worker.js';
import { AI_CONSUMER, MEAL_LOG, PROJECTION_CONSUMER } from './topology.js';

/** Both ways of consuming, on the real durable consumers and under the services' permissions. */

let nats: TestNats;
let store: EventStore;

beforeEach(async () => {
  nats = await startTestNats();
  const { nc } = await nats.connect('ingest');
  store = createEventStore(jetstream(nc), await jetstreamManager(nc, { checkAPI: false }));
});

afterEach(() => nats.stop());

async function consumerOf(user: 'ai' | 'ingest'): Promise<Consumer> {
  const { nc } = await nats.connect(user);
  const durable = user === 'ai' ? AI_CONSUMER : PROJECTION_CONSUMER;
  return jetstream(nc).consumers.get(MEAL_LOG, durable);
}

async function submit(...mealLogIds: readonly string[]): Promise<void> {
  for (const mealLogId of mealLogIds) {
    await store.append(
      {
        type: 'meal_log.created',
        data: create(MealLogCreatedSchema, { userId: 'alice', mealLogId }),
        metadata: {
          id: mealLogId,
          source: 'test',
          time: new Date().toISOString(),
          userId: 'alice',
          mealLogId,
        },
      },
      0,
    );
  }
}

const idsOf = (messages: readonly EventMessage[]): string[] =>
  messages.map((message) => decodeEvent(message).metadata.mealLogId);

describe('a worker', () => {
  const worker = async (handle: EventHandler, ackWaitMs = 10_000) =>
    startEventWorker({
      consumer: await consumerOf('ai'),
      concurrency: 2,
      ackWaitMs,
      redelivery: { firstDelayMs: 20, maxDelayMs: 100 },
      handle,
      logger: silentLogger,
    });

  test('acknowledges what its handler has finished, and tries again what it has not', async () => {
    const attempts: number[] = [];
    const running = await worker(async (_event, { attempt }) => {
      attempts.push(attempt);
      if (attempt < 3) throw new Error('not yet');
    });
    await submit('m1');
    await eventually(() => expect(attempts).toEqual([1, 2, 3]));
    await eventually(async () => {
      const { num_ack_pending, num_pending } = await (await consumerOf('ai')).info();
      expect({ num_ack_pending, num_pending }).toEqual({ num_ack_pending: 0, num_pending: 0 });
    });
    await running.stop();
  });

  test('that is stopped hands its meal to the next one, however often that happens', async () => {
    await submit('slow');
    for (let restart = 1; restart <= 8; restart++) {
      let taken = 0;
      const running = await worker((_event, { attempt, signal }) => {
        taken = attempt;
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      });
      await eventually(() => expect(taken).toBeGreaterThanOrEqual(restart));
      await running.stop();
    }
    const done: string[] = [];
    const last = await worker(async (event) => void done.push(event.metadata.mealLogId));
    await eventually(() => expect(done).toEqual(['slow']));
    await last.stop();
  });

  test('takes further meals while handlers only wait, and hands those back when it stops', async () => {
    await submit('waits-1', 'waits-2', 'waits-3', 'works');
    const done: string[] = [];
    const running = await worker(async ({ metadata: { mealLogId } }, { signal, yieldSlot }) => {
      if (mealLogId.startsWith('waits')) {
        yieldSlot();
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      }
      done.push(mealLogId);
    });
    await eventually(() => expect(done).toEqual(['works']));
    await running.stop();
    const next = await worker(async (event) => void done.push(event.metadata.mealLogId));
    await eventually(() => expect(done.sort()).toEqual(['waits-1', 'waits-2', 'waits-3', 'works']));
    await next.stop();
  });

  test('skips a message that is no event of ours', async () => {
    const { nc } = await nats.connect('admin');
    await jetstream(nc).publish('meal_log.created.alice.broken', 'not json');
    await submit('good');
    const done: string[] = [];
    const running = await worker(async (event) => void done.push(event.metadata.mealLogId));
    await eventually(() => expect(done).toEqual(['good']));
    await running.stop();
  });
});

describe('batches', () => {
  test('come in the order of the stream, each event once, through an outage behind them', async () => {
    const ids = Array.from({ length: 120 }, (_, i) => `m${i}`);
    await submit(...ids.slice(0, 60));
    const seen: string[] = [];
    let failures = 3;
    const running = startEventBatches({
      consumer: await consumerOf('ingest'),
      maxBatch: 25,
      ackWaitMs: 30_000,
      retryDelayMs: 20,
      handle: async (messages) => {
        if (failures-- > 0) throw new Error('the database is away');
        seen.push(...idsOf(messages));
      },
      logger: silentLogger,
    });
    await submit(...ids.slice(60));
    await eventually(() => expect(seen).toEqual(ids));
    await running.stop();
  });

  test('that were not finished come again to the next process', async () => {
    await submit('a', 'b');
    let tried = 0;
    const failing = startEventBatches({
      consumer: await consumerOf('ingest'),
      maxBatch: 10,
      ackWaitMs: 30_000,
      retryDelayMs: 10,
      handle: async () => {
        tried += 1;
        throw new Error('never');
      },
      logger: silentLogger,
    });
    await eventually(() => expect(tried).toBeGreaterThan(2));
    await failing.stop();
    const seen: string[] = [];
    const running = startEventBatches({
      consumer: await consumerOf('ingest'),
      maxBatch: 10,
      ackWaitMs: 30_000,
      retryDelayMs: 10,
      handle: async (messages) => void seen.push(...idsOf(messages)),
      logger: silentLogger,
    });
    await eventually(() => expect(seen.sort()).toEqual(['a', 'b']));
    await running.stop();
  });
});
