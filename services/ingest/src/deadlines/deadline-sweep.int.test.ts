import { create } from '@bufbuild/protobuf';
import { ConcurrencyError, type EventStore, eventId } from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  type MealLogEvent,
  MealLogFailedSchema,
  MealLogRetriedSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import {
  eventually,
  silentLogger,
  startTestNats,
  startTestPostgres,
  type TestNats,
  type TestPostgres,
} from '@mealwire/testkit';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createDatabase, type Database } from '../database/connection.js';
import { createGiveUpMeal } from '../giving-up/give-up-meal.js';
import { projectEvents } from '../testing/project-events.js';
import { type DeadlineSweep, startDeadlineSweep } from './deadline-sweep.js';

/** The rows name the candidates, the events decide: on a real stream, under ingest's permissions. */

const DEADLINE_MS = 60_000;
const LONG_AGO = new Date(Date.now() - 2 * DEADLINE_MS);

let nats: TestNats;
let postgres: TestPostgres;
let database: Database;
let ingest: EventStore;
let ai: EventStore;
let gaveUp: string[] = [];
const sweeps: DeadlineSweep[] = [];

beforeAll(async () => {
  [nats, postgres] = await Promise.all([startTestNats(), startTestPostgres()]);
  database = createDatabase(await postgres.database('deadlines'));
  await database.migrate();
  [ingest, ai] = await Promise.all([nats.eventStore('ingest'), nats.eventStore('ai')]);
});

afterEach(async () => {
  await Promise.all(sweeps.splice(0).map((sweep) => sweep.stop()));
  gaveUp = [];
});

afterAll(async () => {
  await database?.close();
  await Promise.all([nats?.stop(), postgres?.stop()]);
});

function sweepOf(from: Database = database): void {
  const now = (): Date => new Date();
  sweeps.push(
    startDeadlineSweep({
      database: from,
      giveUp: createGiveUpMeal({ events: ingest, now }),
      metrics: { gaveUp: (cause) => void gaveUp.push(cause) },
      deadlineMs: DEADLINE_MS,
      isStoreReachable: () => true,
      intervalMs: 20,
      now,
      logger: silentLogger,
    }),
  );
}

const metadata = (mealLogId: string, id: string, at: Date) => ({
  id,
  source: 'test',
  time: at.toISOString(),
  userId: 'alice',
  mealLogId,
});

async function recorded(
  store: EventStore,
  event: MealLogEvent,
  expected: number,
): Promise<RecordedEvent> {
  return { ...event, sequence: (await store.append(event, expected)).sequence };
}

function submitted(mealLogId: string, at: Date): Promise<RecordedEvent> {
  const data = create(MealLogCreatedSchema, { userId: 'alice', mealLogId, text: 'an egg' });
  const event = { type: 'meal_log.created', data, metadata: metadata(mealLogId, mealLogId, at) };
  return recorded(ingest, event as MealLogEvent, 0);
}

/** As ai would publish it. */
function completed({ metadata: { mealLogId }, sequence }: RecordedEvent): MealLogEvent {
  const id = eventId('outcome', 'alice', mealLogId, sequence);
  const data = create(MealLogCompletedSchema, { userId: 'alice', mealLogId });
  return { type: 'meal_log.completed', data, metadata: metadata(mealLogId, id, new Date()) };
}

async function typesOf(mealLogId: string): Promise<readonly string[]> {
  return (await ingest.lastEvents('alice', mealLogId)).map(({ type }) => type);
}

test('a meal that is processing for too long ends, once, and a late outcome is refused', async () => {
  const old = await submitted('old', LONG_AGO);
  const fresh = await submitted('fresh', new Date());
  await projectEvents(database, [old, fresh]);
  // As in several ingest processes.
  for (let i = 0; i < 3; i += 1) sweepOf();
  await eventually(async () =>
    expect(await typesOf('old')).toEqual(['meal_log.created', 'meal_log.failed']),
  );
  const [, failed] = await ingest.lastEvents('alice', 'old');
  expect(failed).toMatchObject({
    data: { reason: 'analysis_timeout', message: expect.stringMatching(/too long/) },
    metadata: { source: 'ingest', id: completed(old).metadata.id },
  });
  const late = await ai.append(completed(old), old.sequence).then(
    ({ duplicate }) => (duplicate ? 'refused' : 'stored'),
    (error: unknown) => (error instanceof ConcurrencyError ? 'refused' : String(error)),
  );
  expect(late).toBe('refused');
  expect(await typesOf('old')).toEqual(['meal_log.created', 'meal_log.failed']);
  expect(await typesOf('fresh')).toEqual(['meal_log.created']);
  expect(gaveUp).toEqual(['deadline']);
});

test('what the rows do not know yet counts: an outcome, another try', async () => {
  const ended = await submitted('ended', LONG_AGO);
  const retried = await submitted('retried', LONG_AGO);
  const stuck = await submitted('stuck', LONG_AGO);
  await projectEvents(database, [ended, retried, stuck]);
  await ai.append(completed(ended), ended.sequence);
  const ids = { userId: 'alice', mealLogId: 'retried' };
  const failure: MealLogEvent = {
    type: 'meal_log.failed',
    data: create(MealLogFailedSchema, ids),
    metadata: metadata('retried', 'failed-retried', LONG_AGO),
  };
  const failed = await recorded(ai, failure, retried.sequence);
  const another: MealLogEvent = {
    type: 'meal_log.retried',
    data: create(MealLogRetriedSchema, ids),
    metadata: metadata('retried', 'retried-retried', new Date()),
  };
  await ingest.append(another, failed.sequence);
  sweepOf();
  await eventually(async () => expect(await typesOf('stuck')).toContain('meal_log.failed'));
  expect(await typesOf('ended')).toEqual(['meal_log.created', 'meal_log.completed']);
  expect((await typesOf('retried')).at(-1)).toBe('meal_log.retried');
  expect(gaveUp).toEqual(['deadline']);
});

test('more of them than one page, and without PostgreSQL not before it is back', async () => {
  const events = await Promise.all(
    Array.from({ length: 230 }, (_, i) => submitted(`many-${i}`, LONG_AGO)),
  );
  await projectEvents(database, events);
  sweepOf(createDatabase('postgres://nobody@127.0.0.1:1/nothing'));
  sweepOf();
  await eventually(() => expect(gaveUp).toHaveLength(230), { timeoutMs: 20_000 });
});
