import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { createEventStore, type EventStore } from '@mealwire/bus';
import {
  encodeJson,
  eventSchemas,
  MealLogCompletedSchema,
  MealLogCorrectedSchema,
  MealLogCreatedSchema,
  MealLogDeletedSchema,
  MealLogDeliveredSchema,
  type MealLogEvent,
  MealLogFailedSchema,
  MealLogRetriedSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import {
  silentLogger,
  startTestNats,
  startTestPostgres,
  type TestNats,
  type TestPostgres,
} from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Database } from '../database/connection.js';
import { mealLogEvents } from '../database/schema.js';
import { projectEvents } from '../testing/project-events.js';
import { timeSpanOf } from './days/time-span.js';
import { toHistoryEntry } from './history-entry.js';
import type { ListFilter } from './list-meal-logs.js';
import { createQueries } from './queries.js';
import type { Queries } from './routes.js';

/** On a real stream and real rows; how far the projection is, is decided here. */

let nats: TestNats;
let postgres: TestPostgres;
let database: Database;
let ingest: EventStore;
let ai: EventStore;
let gateway: EventStore;
let queries: Queries;
/** As while PostgreSQL is away. */
let withoutDatabase: Queries;

async function queriesOn(
  database: Database,
  reachable = true,
  isProjected = true,
): Promise<Queries> {
  const { nc } = await nats.connect('ingest');
  const jsm = await jetstreamManager(nc, { checkAPI: false });
  const events = createEventStore(jetstream(nc), jsm);
  return createQueries({
    database,
    events,
    jsm,
    isStoreReachable: () => reachable,
    isProjected: () => isProjected,
    logger: silentLogger,
  });
}

beforeAll(async () => {
  [nats, postgres] = await Promise.all([startTestNats(), startTestPostgres()]);
  database = createDatabase(await postgres.database('queries'));
  await database.migrate();
  [ingest, ai, gateway] = await Promise.all([
    nats.eventStore('ingest'),
    nats.eventStore('ai'),
    nats.eventStore('gateway'),
  ]);
  queries = await queriesOn(database);
  withoutDatabase = await queriesOn(createDatabase('postgres://nobody@127.0.0.1:1/nothing'));
});

afterAll(async () => {
  await database?.close();
  await Promise.all([nats?.stop(), postgres?.stop()]);
});

let ids = 0;

function metadataOf(userId: string, mealLogId: string) {
  ids += 1;
  const time = new Date(Date.UTC(2026, 0, 31, 12, 0, ids)).toISOString();
  return { id: `event-${ids}`, source: 'test', time, userId, mealLogId };
}

const eatenAt = timestampFromDate(new Date('2026-01-31T12:00:00Z'));
const TOTALS = { calories: 100.1, proteinG: 0.1 };

/** One meal log and what happens to it. */
function mealOf(userId: string, mealLogId: string) {
  const ids = { userId, mealLogId };
  let version = 0;
  async function record(store: EventStore, event: Omit<MealLogEvent, 'metadata'>) {
    const recorded = { ...event, metadata: metadataOf(userId, mealLogId) } as MealLogEvent;
    version = (await store.append(recorded, version)).sequence;
    return { ...recorded, sequence: version } as RecordedEvent;
  }
  return {
    created: (at = eatenAt) =>
      record(ingest, {
        type: 'meal_log.created',
        data: create(MealLogCreatedSchema, { ...ids, text: 'an egg', eatenAt: at }),
      }),
    completed: (result: object = {}) =>
      record(ai, {
        type: 'meal_log.completed',
        data: create(MealLogCompletedSchema, {
          ...ids,
          analyzer: 'embedded',
          items: [{ name: 'Egg' }],
          totals: TOTALS,
          ...result,
        }),
      }),
    failed: () =>
      record(ai, {
        type: 'meal_log.failed',
        data: create(MealLogFailedSchema, { ...ids, reason: 'analysis_error', message: 'Sorry.' }),
      }),
    retried: () =>
      record(ingest, {
        type: 'meal_log.retried',
        data: create(MealLogRetriedSchema, { ...ids, text: 'an egg', eatenAt }),
      }),
    corrected: () =>
      record(ingest, {
        type: 'meal_log.corrected',
        data: create(MealLogCorrectedSchema, {
          ...ids,
          items: [{ name: 'Egg' }, { name: 'Toast' }],
          totals: { calories: 200 },
        }),
      }),
    delivered: () =>
      record(gateway, {
        type: 'meal_log.delivered',
        data: create(MealLogDeliveredSchema, {
          ...ids,
          deviceId: 'phone',
          channel: 'websocket',
          deliveryMs: 25,
        }),
      }),
    deleted: () =>
      record(ingest, {
        type: 'meal_log.deleted',
        data: create(MealLogDeletedSchema, ids),
      }),
  };
}

const projected = (...batch: readonly RecordedEvent[]) => projectEvents(database, batch);

async function archived(...events: readonly RecordedEvent[]): Promise<void> {
  await database.db.insert(mealLogEvents).values(
    events.map(({ sequence, type, data, metadata }) => ({
      ...metadata,
      sequence,
      type,
      payload: encodeJson(eventSchemas[type], data),
    })),
  );
}

describe('a meal log by its id', () => {
  test('is as its last event left it, however far the projection is', async () => {
    const meal = mealOf('alice', 'm1');
    const events: RecordedEvent[] = [];
    const after = async (event: RecordedEvent): Promise<void> => {
      events.push(event);
      const read = await queries.getMealLog('alice', 'm1');
      expect(read?.version).toBe(event.sequence);
      expect(await withoutDatabase.getMealLog('alice', 'm1')).toEqual(read);
      for (const { sequence } of events) {
        await database.db.execute(`delete from meal_logs where user_id = 'alice'`);
        await projected(...events.filter((earlier) => earlier.sequence <= sequence));
        expect(await queries.getMealLog('alice', 'm1')).toEqual(read);
      }
    };
    await after(await meal.created());
    await after(await meal.failed());
    await after(await meal.retried());
    await after(await meal.completed());
    await after(await meal.corrected());
    await meal.deleted();
    expect(await queries.getMealLog('alice', 'm1')).toBeUndefined();
    expect(await withoutDatabase.getMealLog('alice', 'm1')).toBeUndefined();
  });

  test('is its row while the events cannot be asked', async () => {
    const meal = mealOf('alice', 'm2');
    await projected(await meal.created());
    await meal.completed();
    const unreachable = await queriesOn(database, false);
    expect(await unreachable.getMealLog('alice', 'm2')).toMatchObject({ status: 'processing' });
    const away = { status: 503, code: 'read_model_unavailable' };
    await expect(unreachable.getMealLog('alice', 'unknown')).rejects.toMatchObject(away);
    await expect(unreachable.getMealLogHistory('alice', 'unknown')).rejects.toMatchObject(away);
  });

  test('is nobody else’s', async () => {
    expect(await queries.getMealLog('mallory', 'm2')).toBeUndefined();
  });
});

describe('the history of a meal log', () => {
  test('is the same from the archive, the stream, or both', async () => {
    const meal = mealOf('bob', 'm1');
    const events = [
      await meal.created(),
      await meal.failed(),
      await meal.delivered(),
      await meal.retried(),
      await meal.completed({ totalIsPartial: true }),
      await meal.corrected(),
    ];
    await mealOf('bob', 'other').created();
    const versions = events.map(({ sequence }) => sequence);
    const expectAll = async (source: Queries): Promise<void> => {
      const history = await source.getMealLogHistory('bob', 'm1');
      expect(history?.map(({ sequence }) => sequence)).toEqual(versions);
    };
    await expectAll(queries);
    await expectAll(withoutDatabase);
    const [first, second, third] = events as [RecordedEvent, RecordedEvent, RecordedEvent];
    // Another process has not archived the second one yet.
    await archived(first, third);
    await expectAll(queries);
    await archived(second, ...events.slice(3));
    await expectAll(queries);
    await expectAll(await queriesOn(database, false));

    const entries = ((await queries.getMealLogHistory('bob', 'm1')) ?? []).map(toHistoryEntry);
    expect(entries).toMatchObject([
      { type: 'meal_log.created', occurred_at: first.metadata.time, version: first.sequence },
      { type: 'meal_log.failed', reason: 'analysis_error', message: 'Sorry.' },
      { type: 'meal_log.delivered', device_id: 'phone', channel: 'websocket', delivery_ms: 25 },
      { type: 'meal_log.retried' },
      { items: ['Egg'], analyzer: 'embedded', totals: { calories: 100.1 }, total_is_partial: true },
      { items: ['Egg', 'Toast'], totals: { calories: 200 }, total_is_partial: false },
    ]);
  });

  test('remembers what the stream has forgotten', async () => {
    const meal = mealOf('bob', 'm2');
    const events = [await meal.created(), await meal.completed()];
    await archived(...events);
    const { nc } = await nats.connect('admin');
    const jsm = await jetstreamManager(nc);
    for (const { sequence } of events) await jsm.streams.deleteMessage('MEAL_LOG', sequence);
    expect(await queries.getMealLogHistory('bob', 'm2')).toHaveLength(2);
  });

  test('is the stream’s alone while the archive is of another stream', async () => {
    const [old, onlyArchived] = [mealOf('bob', 'm4'), mealOf('bob', 'm5')];
    const before = [await old.created(), await old.failed(), await old.retried()];
    const lost = [await onlyArchived.created()];
    await archived(...before, ...lost);
    const { nc } = await nats.connect('admin');
    const jsm = await jetstreamManager(nc);
    for (const { sequence } of [...before, ...lost]) {
      await jsm.streams.deleteMessage('MEAL_LOG', sequence);
    }
    const anew = mealOf('bob', 'm4');
    const after = [await anew.created(), await anew.completed()];
    // As if this stream had begun below what is archived.
    await database.db.execute(
      sql`update meal_log_events set sequence = sequence + 1000000 where user_id = 'bob' and meal_log_id in ('m4', 'm5')`,
    );
    const otherStream = await queriesOn(database, true, false);
    const history = await otherStream.getMealLogHistory('bob', 'm4');
    expect(history?.map(({ sequence }) => sequence)).toEqual(after.map(({ sequence }) => sequence));
    expect(await otherStream.getMealLogHistory('bob', 'm5')).toHaveLength(1);
  });

  test('is not there for a stranger, and not after the deletion', async () => {
    const meal = mealOf('bob', 'm3');
    await archived(await meal.created(), await meal.completed());
    expect(await queries.getMealLogHistory('mallory', 'm3')).toBeUndefined();
    await meal.deleted();
    expect(await queries.getMealLogHistory('bob', 'm3')).toBeUndefined();
    expect(await withoutDatabase.getMealLogHistory('bob', 'm3')).toBeUndefined();
  });
});

const EVERYTHING = { eaten: { start: undefined, end: undefined }, status: undefined } as const;
const at = (iso: string) => timestampFromDate(new Date(iso));

async function idsOf(userId: string, filter: Partial<ListFilter> = {}): Promise<string[]> {
  const { mealLogs } = await queries.listMealLogs(userId, {
    ...EVERYTHING,
    limit: 100,
    begin: { page: 1 },
    ...filter,
  });
  return mealLogs.map(({ id }) => id);
}

describe('the list', () => {
  test('by cursor leaves nothing out and repeats nothing while meals are added', async () => {
    const noon = at('2026-01-31T12:00:00Z');
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    // All at the same time: the id decides.
    for (const name of names) await projected(await mealOf('carol', name).created(noon));
    const seen: string[] = [];
    for (let begin: ListFilter['begin'] = { page: 1 }, added = 0; ; added += 1) {
      const page = await queries.listMealLogs('carol', { ...EVERYTHING, limit: 2, begin });
      expect(page.total).toBe(names.length + added);
      seen.push(...page.mealLogs.map(({ id }) => id));
      await projected(
        await mealOf('carol', `new-${added}`).created(at(`2026-02-01T12:00:0${added}Z`)),
      );
      if (page.next === undefined) break;
      begin = { behind: page.next };
    }
    expect(seen).toEqual([...names].reverse());
  });

  test('by page is as it was, with the total also behind the last page', async () => {
    for (const name of ['a', 'b', 'c']) await projected(await mealOf('dan', name).created());
    const page = (page: number) =>
      queries.listMealLogs('dan', { ...EVERYTHING, limit: 2, begin: { page } });
    expect(await page(2)).toMatchObject({ mealLogs: [{ id: 'a' }], total: 3, next: undefined });
    expect(await page(3)).toEqual({ mealLogs: [], total: 3, next: undefined });
  });

  test('of a day is of the user’s day, and without what is deleted', async () => {
    // Berlin: the clocks go forward on 2026-03-29.
    const times: Record<string, string> = {
      before: '2026-03-28T22:59:59.999Z',
      first: '2026-03-28T23:00:00.000Z',
      last: '2026-03-29T21:59:59.999Z',
      after: '2026-03-29T22:00:00.000Z',
    };
    for (const [name, time] of Object.entries(times)) {
      await projected(await mealOf('erin', name).created(at(time)));
    }
    const deleted = mealOf('erin', 'deleted');
    await projected(await deleted.created(at('2026-03-29T12:00:00Z')), await deleted.deleted());
    const range = { from: '2026-03-29', to: '2026-03-29' };
    expect(await idsOf('erin', { eaten: timeSpanOf(range, 'Europe/Berlin') })).toEqual([
      'last',
      'first',
    ]);
    const since = { from: '2026-03-29', to: undefined };
    expect(await idsOf('erin', { eaten: timeSpanOf(since, 'UTC') })).toEqual(['after', 'last']);
  });
});

describe('the summary', () => {
  test('sums up the days of the user, those without meals too, as the list has them', async () => {
    const range = { from: '2026-10-24', to: '2026-10-26' };
    const timeZone = 'Europe/Berlin';
    const day = (name: string, time: string) => {
      const meal = mealOf('frank', name);
      return meal.created(at(time)).then(async (event) => ({ meal, events: [event] }));
    };
    // Berlin: 2026-10-25 has 25 hours, from 22:00 to 23:00 UTC.
    const first = await day('first', '2026-10-24T22:00:00Z');
    first.events.push(await first.meal.completed({ totalIsPartial: true, needsReview: true }));
    const last = await day('last', '2026-10-25T22:59:59Z');
    last.events.push(await last.meal.completed({ totals: { calories: 100.2, proteinG: 0.2 } }));
    const bad = await day('bad', '2026-10-25T12:00:00Z');
    bad.events.push(await bad.meal.failed());
    const open = await day('open', '2026-10-25T13:00:00Z');
    const gone = await day('gone', '2026-10-25T14:00:00Z');
    gone.events.push(await gone.meal.completed(), await gone.meal.deleted());
    const next = await day('next', '2026-10-25T23:00:00Z');
    const all = [first, last, bad, open, gone, next].flatMap(({ events }) => events);
    await projected(...all.sort((a, b) => a.sequence - b.sequence));

    const days = await queries.getDailySummary('frank', { ...range, timeZone });
    const zero = { meals: 0, processing: 0, failed: 0, needsReview: 0, partial: 0 };
    expect(days).toMatchObject([
      { day: '2026-10-24', ...zero, totals: { calories: 0, sodium_mg: 0 } },
      {
        day: '2026-10-25',
        startsAt: new Date('2026-10-24T22:00:00Z'),
        endsAt: new Date('2026-10-25T23:00:00Z'),
        meals: 4,
        processing: 1,
        failed: 1,
        needsReview: 1,
        partial: 1,
        totals: { calories: 200.3, protein_g: 0.3 },
      },
      { day: '2026-10-26', ...zero, meals: 1, processing: 1 },
    ]);
    for (const { day, meals } of days) {
      const eaten = timeSpanOf({ from: day, to: day }, timeZone);
      expect(await idsOf('frank', { eaten })).toHaveLength(meals);
    }
  });
});

describe('reading one’s own writes', () => {
  test('waits for the projection, and for so long only', async () => {
    const meal = mealOf('grace', 'm1');
    const event = await meal.created();
    const [reached] = await Promise.all([
      queries.position.reached(event.sequence),
      projected(event),
    ]);
    expect(reached).toBeGreaterThanOrEqual(event.sequence);
    expect(await idsOf('grace')).toEqual(['m1']);
    await expect(queries.position.reached(event.sequence + 1_000)).rejects.toMatchObject({
      status: 503,
      code: 'read_model_behind',
      retryAfterS: 1,
    });
  });

  test('is not possible without a database', async () => {
    const away = { status: 503, code: 'read_model_unavailable' };
    await expect(withoutDatabase.position.reached(0)).rejects.toMatchObject(away);
    const filter = { ...EVERYTHING, limit: 1, begin: { page: 1 } };
    await expect(withoutDatabase.listMealLogs('grace', filter)).rejects.toMatchObject(away);
    const days = { from: '2026-01-31', to: '2026-01-31', timeZone: 'UTC' };
    await expect(withoutDatabase.getDailySummary('grace', days)).rejects.toMatchObject(away);
  });
});
