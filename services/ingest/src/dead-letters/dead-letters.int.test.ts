import { setTimeout as sleep } from 'node:timers/promises';
import { create } from '@bufbuild/protobuf';
import {
  AI_CONSUMER,
  DEAD_LETTERS,
  DEAD_LETTERS_CONSUMER,
  type EventStore,
  MEAL_LOG,
  PoisonedEventError,
  startEventWorker,
} from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  MealLogFailedSchema,
} from '@mealwire/contracts';
import { eventually, silentLogger, startTestNats, type TestNats } from '@mealwire/testkit';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGiveUpMeal } from '../giving-up/give-up-meal.js';
import { mealctl } from '../mealctl/program.js';
import { type DeadLetterWatch, startDeadLetterWatch } from './dead-letter-watch.js';
import { createEndDeadMeal } from './end-dead-meal.js';

/** What a consumer gives up: captured by the server, ended by ingest, dealt with by an operator. */

let nats: TestNats;
let ingest: EventStore;
let gaveUp: string[];
const watches: DeadLetterWatch[] = [];

beforeEach(async () => {
  nats = await startTestNats();
  ingest = await nats.eventStore('ingest');
  gaveUp = [];
});

afterEach(async () => {
  await Promise.all(watches.splice(0).map((watch) => watch.stop()));
  await nats.stop();
});

async function watch(): Promise<void> {
  const { nc } = await nats.connect('ingest');
  const js = jetstream(nc);
  const giveUp = createGiveUpMeal({ events: ingest, now: () => new Date() });
  watches.push(
    startDeadLetterWatch({
      consumer: () => js.consumers.get(DEAD_LETTERS, DEAD_LETTERS_CONSUMER),
      end: createEndDeadMeal({
        jsm: await jetstreamManager(nc, { checkAPI: false }),
        giveUp,
        metrics: { gaveUp: (cause) => void gaveUp.push(cause) },
        logger: silentLogger,
      }),
      logger: silentLogger,
    }),
  );
}

async function submit(mealLogId: string): Promise<number> {
  const { sequence } = await ingest.append(
    {
      type: 'meal_log.created',
      data: create(MealLogCreatedSchema, { userId: 'alice', mealLogId, text: 'an egg' }),
      metadata: metadata(mealLogId, mealLogId),
    },
    0,
  );
  return sequence;
}

const metadata = (mealLogId: string, id: string) => ({
  id,
  source: 'test',
  time: new Date().toISOString(),
  userId: 'alice',
  mealLogId,
});

/** As the ai does with what it gives up. */
async function poisonNext(cause: string, before: () => Promise<unknown> = async () => undefined) {
  const { nc } = await nats.connect('ai');
  const worker = startEventWorker({
    consumer: await jetstream(nc).consumers.get(MEAL_LOG, AI_CONSUMER),
    concurrency: 1,
    ackWaitMs: 10_000,
    redelivery: { firstDelayMs: 20, maxDelayMs: 100 },
    handle: async () => {
      await before();
      throw new PoisonedEventError(cause);
    },
    logger: silentLogger,
  });
  return worker;
}

async function typesOf(mealLogId: string): Promise<readonly string[]> {
  return (await ingest.lastEvents('alice', mealLogId)).map(({ type }) => type);
}

async function ctl(...argv: readonly string[]) {
  return mealctlWith('--json', 'dlq', ...argv);
}

async function mealctlWith(...argv: readonly string[]) {
  let out = '';
  const take = (text: string): void => {
    out += text;
  };
  const env = { ...nats.env('admin') };
  const code = await mealctl(argv, { env, write: take, writeError: take });
  return { code, out, json: (): unknown => JSON.parse(out) };
}

const listed = async () => (await ctl('list')).json() as Record<string, unknown>[];

describe('a meal that a consumer gives up', () => {
  test('without an outcome ends at once, and is listed with its cause', async () => {
    await submit('m1');
    await watch();
    const worker = await poisonNext('analysis_error: TypeError');
    await eventually(async () =>
      expect(await typesOf('m1')).toEqual(['meal_log.created', 'meal_log.failed']),
    );
    await worker.stop();
    const [, failed] = await ingest.lastEvents('alice', 'm1');
    expect(failed?.data).toMatchObject({ reason: 'analysis_error' });
    expect(gaveUp).toEqual(['dead_letter']);
    expect(await listed()).toMatchObject([
      {
        id: 1,
        consumer: 'ai',
        deliveries: 1,
        cause: 'analysis_error: TypeError',
        meal_log_id: 'm1',
      },
    ]);
  });

  test('with an outcome stays as it is', async () => {
    const sequence = await submit('m1');
    const ai = await nats.eventStore('ai');
    await watch();
    const worker = await poisonNext('analysis_error: TypeError', () =>
      ai.append(
        {
          type: 'meal_log.failed',
          data: create(MealLogFailedSchema, { userId: 'alice', mealLogId: 'm1' }),
          metadata: metadata('m1', 'outcome-1'),
        },
        sequence,
      ),
    );
    await eventually(async () => expect(await listed()).toHaveLength(1));
    await worker.stop();
    expect(await typesOf('m1')).toEqual(['meal_log.created', 'meal_log.failed']);
    expect(gaveUp).toEqual([]);
  });

  test('while no ingest runs is ended by the next one', async () => {
    await submit('m1');
    const worker = await poisonNext('analysis_timeout');
    await eventually(async () => expect(await listed()).toHaveLength(1));
    await worker.stop();
    expect(await typesOf('m1')).toEqual(['meal_log.created']);
    await watch();
    await eventually(async () => expect(await typesOf('m1')).toContain('meal_log.failed'));
  });

  test('of a consumer with a limit is listed when its deliveries are used up', async () => {
    const { nc } = await nats.connect('admin');
    const jsm = await jetstreamManager(nc);
    await jsm.consumers.add(MEAL_LOG, {
      durable_name: 'limited',
      ack_policy: AckPolicy.Explicit,
      max_deliver: 1,
      ack_wait: 100_000_000,
    });
    await submit('m1');
    const consumer = await jetstream(nc).consumers.get(MEAL_LOG, 'limited');
    await consumer.next();
    await eventually(async () => {
      await consumer.next({ expires: 1_000 });
      expect(await listed()).toMatchObject([{ consumer: 'limited', cause: 'out of deliveries' }]);
    });
    const { code, json } = await ctl('retry', '1');
    expect(code).toBe(1);
    expect(json()).toMatchObject([{ kind: 'impossible', why: expect.stringMatching(/limited/) }]);
  });
});

describe('mealctl dlq', () => {
  const dead = async (mealLogId: string): Promise<void> => {
    await submit(mealLogId);
    const worker = await poisonNext('analysis_error: TypeError');
    await eventually(async () => expect(await typesOf(mealLogId)).toContain('meal_log.failed'));
    await worker.stop();
  };

  test('retry has the meal analysed again, and forgets the letter', async () => {
    await watch();
    await dead('m1');
    const { code, json } = await ctl('retry', '1');
    expect({ code, result: json() }).toEqual({
      code: 0,
      result: [{ id: 1, kind: 'retried', mealLogId: 'm1' }],
    });
    const events = await ingest.lastEvents('alice', 'm1');
    expect(events.at(-1)).toMatchObject({
      type: 'meal_log.retried',
      data: { text: 'an egg', userId: 'alice' },
    });
    expect(await listed()).toEqual([]);
  });

  test('retry --all leaves what cannot be retried', async () => {
    await watch();
    const { nc } = await nats.connect('admin');
    await jetstream(nc).publish('meal_log.created.alice.broken', 'not json');
    const sequence = await submit('m1');
    const worker = await poisonNext('analysis_error: TypeError');
    await eventually(async () => expect(await listed()).toHaveLength(2));
    await eventually(async () => expect(await typesOf('m1')).toContain('meal_log.failed'));
    await worker.stop();
    const admin = await nats.eventStore('admin');
    const again = await ctl('retry', '2');
    expect(again.json()).toMatchObject([{ kind: 'retried', mealLogId: 'm1' }]);
    expect(sequence).toBe(2);
    expect((await admin.lastEvents('alice', 'm1')).at(-1)?.type).toBe('meal_log.retried');
    const { code, json } = await ctl('retry', '--all');
    expect(code).toBe(1);
    expect(json()).toMatchObject([{ id: 1, kind: 'impossible' }]);
    expect(await listed()).toMatchObject([{ id: 1, meal_log_id: 'broken' }]);
  });

  test('retry forgets what needs nothing: the meal has its result', async () => {
    const sequence = await submit('m1');
    const ai = await nats.eventStore('ai');
    const data = create(MealLogCompletedSchema, { userId: 'alice', mealLogId: 'm1' });
    const completed = { type: 'meal_log.completed', data, metadata: metadata('m1', 'o') } as const;
    const worker = await poisonNext('too late', () => ai.append(completed, sequence));
    await eventually(async () => expect(await listed()).toHaveLength(1));
    await worker.stop();
    const { code, json } = await ctl('retry', '--all');
    expect(code).toBe(0);
    expect(json()).toMatchObject([{ kind: 'settled', mealLogId: 'm1', status: 'completed' }]);
    expect(await listed()).toEqual([]);
  });

  test('retry forgets what is not in the store any more', async () => {
    await watch();
    await dead('m1');
    const jsm = await jetstreamManager((await nats.connect('admin')).nc);
    await jsm.streams.deleteMessage(MEAL_LOG, 1);
    const { code, json } = await ctl('retry', '--all');
    expect(code).toBe(0);
    expect(json()).toEqual([{ id: 1, kind: 'gone' }]);
    expect(await listed()).toEqual([]);
  });

  test('a letter of a stream that was made anew means no meal of the new one', async () => {
    await submit('old');
    const worker = await poisonNext('analysis_error: TypeError');
    await eventually(async () => expect(await listed()).toHaveLength(1));
    await worker.stop();
    const jsm = await jetstreamManager((await nats.connect('admin')).nc);
    const { config } = await jsm.streams.info(MEAL_LOG);
    await jsm.streams.delete(MEAL_LOG);
    await jsm.streams.add(config);
    // As long as clocks may differ.
    await sleep(1_100);
    expect(await submit('new')).toBe(1);
    await watch();
    await eventually(async () => {
      const { ack_floor } = await jsm.consumers.info(DEAD_LETTERS, DEAD_LETTERS_CONSUMER);
      expect(ack_floor.stream_seq).toBe(1);
    });
    expect(await typesOf('new')).toEqual(['meal_log.created']);
    expect((await ctl('retry', '--all')).json()).toEqual([{ id: 1, kind: 'gone' }]);
    expect(await listed()).toEqual([]);
  });

  test('show tells the message without what the user has written, unless asked', async () => {
    await watch();
    await dead('m1');
    const shown = await ctl('show', '1');
    expect(shown.json()).toMatchObject({
      cause: 'analysis_error: TypeError',
      message: { subject: 'meal_log.created.alice.m1', is_event: true },
    });
    expect(shown.out).not.toContain('egg');
    expect((await ctl('show', '1', '--payload')).out).toContain('egg');
    expect((await ctl('list')).out).not.toContain('egg');
  });

  test('drop forgets; what is not there, or not said, is an error of the one who types', async () => {
    await watch();
    await dead('m1');
    const { out } = await mealctlWith('dlq', 'list');
    expect(out).toMatch(/id +when +consumer +deliveries +meal log +cause/);
    expect(out).toMatch(/ 1 +\d{4}-\S+ +ai +1 +m1 +analysis_error: TypeError/);
    expect((await ctl('drop', '7')).code).toBe(2);
    expect((await ctl('drop')).code).toBe(2);
    expect((await ctl('retry', 'one')).code).toBe(2);
    expect((await ctl('drop', '--all')).json()).toEqual({ dropped: [1] });
    expect(await listed()).toEqual([]);
    expect(await typesOf('m1')).toEqual(['meal_log.created', 'meal_log.failed']);
  });
});
