import { create } from '@bufbuild/protobuf';
import {
  type ErasedUsers,
  type EventStore,
  erasedUserDigest,
  followErasedUsers,
  MEAL_LOG,
} from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  MealLogDeliveredSchema,
  type MealLogEvent,
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
import { type JetStreamClient, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Database } from '../database/connection.js';
import { erasedLeftovers, erasedUsers, mealLogEvents, mealLogs } from '../database/schema.js';
import { projectEvents } from '../testing/project-events.js';
import type { ErasureDependencies } from './dependencies.js';
import { completeErasure, eraseUser } from './erase-user.js';
import { exportUser } from './export-user.js';
import { withoutForgottenUsers } from './rows.js';
import { sweep } from './sweep.js';
import { beginTombstone } from './tombstones.js';

let nats: TestNats;
let postgres: TestPostgres;
let database: Database;
let deps: ErasureDependencies;
/** As ingest, with its permissions and no more. */
let ingest: EventStore;
let ai: EventStore;
let gateway: EventStore;
let gatewayJs: JetStreamClient;
let erased: ErasedUsers;

beforeAll(async () => {
  [nats, postgres] = await Promise.all([startTestNats(), startTestPostgres()]);
  database = createDatabase(await postgres.database('erasure'));
  await database.migrate();
  const { nc } = await nats.connect('ingest');
  const jsm = await jetstreamManager(nc, { checkAPI: false });
  const js = jetstream(nc);
  deps = { js, jsm, database, settleMs: 0, now: () => new Date(), logger: silentLogger };
  ingest = await nats.eventStore('ingest');
  ai = await nats.eventStore('ai');
  gateway = await nats.eventStore('gateway');
  gatewayJs = jetstream((await nats.connect('gateway')).nc);
  erased = await followErasedUsers({ jsm, logger: silentLogger });
}, 60_000);

afterAll(async () => {
  erased.stop();
  await database.close();
  await Promise.all([nats.stop(), postgres.stop()]);
});

function metadata(kind: string, userId: string, mealLogId: string, time = new Date()) {
  const id = `${kind}-${userId}-${mealLogId}-${time.getTime()}`;
  return { id, source: 'test', time: time.toISOString(), userId, mealLogId };
}

function created(userId: string, mealLogId: string, time?: Date): MealLogEvent {
  return {
    type: 'meal_log.created',
    data: create(MealLogCreatedSchema, { userId, mealLogId, text: 'a secret soup' }),
    metadata: metadata('created', userId, mealLogId, time),
  };
}

function completed(userId: string, mealLogId: string): MealLogEvent {
  return {
    type: 'meal_log.completed',
    data: create(MealLogCompletedSchema, { userId, mealLogId }),
    metadata: metadata('completed', userId, mealLogId),
  };
}

/** Stores and projects a meal with its outcome, and what a connected phone leaves behind. */
async function eatAMeal(userId: string, mealLogId = 'm1'): Promise<readonly RecordedEvent[]> {
  const first = created(userId, mealLogId);
  const { sequence } = await ingest.append(first, 0);
  const second = completed(userId, mealLogId);
  const outcome = await ai.append(second, sequence);
  const events = [
    { ...first, sequence },
    { ...second, sequence: outcome.sequence },
  ];
  await projectEvents(database, events);
  await database.db.insert(mealLogEvents).values({
    ...{ sequence, id: first.metadata.id, type: first.type, userId, mealLogId },
    ...{ time: first.metadata.time, source: 'test', payload: '{}' },
  });
  await gatewayJs.publish(`$KV.receipts.${userId}.phone`, '{"epoch":1,"sequence":1}');
  await gatewayJs.publish(`$KV.receipts.${userId}.tablet`, '{"epoch":1,"sequence":1}');
  return events;
}

const held = (userId: string) => exportUser(deps, userId);

async function expectNothingOf(userId: string): Promise<void> {
  const { user_id, exported_at, ...stores } = await held(userId);
  for (const [store, content] of Object.entries(stores)) {
    expect({ store, content }).toEqual({ store, content: [] });
  }
}

describe('a user who is erased', () => {
  test('is gone from every store, by what ingest may do, and nobody else is', async () => {
    await eatAMeal('erika');
    await eatAMeal('bob');
    await eventually(async () => expect((await held('erika')).feed).toHaveLength(1));
    const counts = await eraseUser(deps, 'erika');
    expect(counts).toEqual({
      ...{ MEAL_LOG: 2, FEED: 1, SUBMITTED: 1, DEAD_LETTERS: 0 },
      ...{ KV_presence: 0, KV_last_seen: 0, KV_receipts: 2, meal_logs: 1, meal_log_events: 1 },
    });
    await expectNothingOf('erika');
    const bob = await held('bob');
    expect([bob.events, bob.feed, bob.submitted, bob.receipts].map((list) => list.length)).toEqual([
      2, 1, 1, 2,
    ]);
    expect([bob.meal_logs.length, bob.archive.length]).toEqual([1, 1]);
  });

  test('leaves a tombstone that does not name them, and all processes know', async () => {
    const message = await deps.jsm.streams.getMessage('KV_erased', {
      last_by_subj: `$KV.erased.${erasedUserDigest('erika')}`,
    });
    expect(message?.json()).toMatchObject({ state: 'erased', counts: { MEAL_LOG: 2 } });
    expect(`${message?.subject} ${message?.string()}`).not.toContain('erika');
    await eventually(() => expect(erased.find('erika')?.state).toBe('erased'));
    expect(erased.isForgotten('erika', Date.now() - 60_000)).toBe(true);
    expect(erased.isForgotten('erika', Date.now() + 60_000)).toBe(false);
    expect(erased.isForgotten('bob', 0)).toBe(false);
  });

  test('may be erased again', async () => {
    expect(Object.values(await eraseUser(deps, 'erika')).every((count) => count === 0)).toBe(true);
  });

  test('whose id is no plain token is found by it', async () => {
    const userId = 'österreich@example.org';
    const { sequence } = await ingest.append(created(userId, 'm1'), 0);
    await ai.append(completed(userId, 'm1'), sequence);
    await eraseUser(deps, userId);
    await expectNothingOf(userId);
  });
});

describe('what comes late', () => {
  test('an outcome is not stored: what it follows is gone', async () => {
    const { sequence } = await ingest.append(created('late-outcome', 'm1'), 0);
    await eraseUser(deps, 'late-outcome');
    await expect(ai.append(completed('late-outcome', 'm1'), sequence)).rejects.toThrow(
      'wrong last sequence: 0',
    );
    await expectNothingOf('late-outcome');
  });

  test('an event in the hands of the projection makes no row', async () => {
    const events = await eatAMeal('late-row');
    await eraseUser(deps, 'late-row');
    await projectEvents(database, events);
    await expectNothingOf('late-row');
  });

  test('a transaction that began before the erasure is waited for, and its rows are deleted', async () => {
    const events = await eatAMeal('open-transaction', 'm1');
    let commit = (): void => undefined;
    const committing = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let inserted = (): void => undefined;
    const insertedRows = new Promise<void>((resolve) => {
      inserted = resolve;
    });
    const projecting = database.db.transaction(async (tx) => {
      expect(
        await withoutForgottenUsers(
          tx,
          events.map((event) => ({ event, payload: '' })),
        ),
      ).toHaveLength(2);
      const [row] = await tx.select().from(mealLogs).limit(1);
      if (row === undefined) throw new Error('there is a row to copy');
      await tx.insert(mealLogs).values({ ...row, userId: 'open-transaction', id: 'm2' });
      inserted();
      await committing;
    });
    await insertedRows;
    const erasing = eraseUser(deps, 'open-transaction');
    // It stands at the lock: the row that says so is not there yet.
    await eventually(async () => {
      const [waiting] = await database.db.execute<{ n: number }>(
        `select count(*)::int as n from pg_locks where not granted`,
      );
      expect(waiting?.n).toBe(1);
    });
    commit();
    await Promise.all([projecting, erasing]);
    await expectNothingOf('open-transaction');
  });

  test('an event that nothing could refuse is kept out of the rows, and swept', async () => {
    await eatAMeal('late-event');
    const before = new Date(Date.now() - 1_000);
    await eraseUser(deps, 'late-event');
    const late: MealLogEvent = {
      type: 'meal_log.delivered',
      data: create(MealLogDeliveredSchema, { userId: 'late-event', mealLogId: 'm1' }),
      metadata: metadata('delivered', 'late-event', 'm1', before),
    };
    const { sequence } = await gateway.appendOnce(late);
    await projectEvents(database, [{ ...late, sequence }]);
    expect(await database.db.select().from(erasedLeftovers)).toContainEqual({ sequence });
    await sweep({ ...deps, erased, isUnderWay: () => false });
    expect(await database.db.select().from(erasedLeftovers)).toEqual([]);
    await expectNothingOf('late-event');
  });

  test('a new beginning is not taken for a leftover', async () => {
    await eatAMeal('returning', 'm1');
    await eraseUser(deps, 'returning');
    const [created1, completed1] = await eatAMeal('returning', 'm2');
    await sweep({ ...deps, erased, isUnderWay: () => false });
    const { events, meal_logs } = await held('returning');
    expect(events.map((event) => event['sequence'])).toEqual([
      created1?.sequence,
      completed1?.sequence,
    ]);
    expect(meal_logs).toHaveLength(1);
  });
});

describe('who is late at an erasure that somebody else has ended', () => {
  const markOf = async (userId: string) => {
    const digest = erasedUserDigest(userId);
    const rows = await database.db.select().from(erasedUsers);
    return rows.find((row) => row.digest === digest)?.erasedAt;
  };

  test('leaves a new beginning alone, and does not open it again', async () => {
    await eatAMeal('quick', 'm1');
    const tombstone = await beginTombstone(deps, 'quick', new Date());
    await eraseUser(deps, 'quick');
    const erasedAt = await markOf('quick');
    expect(erasedAt).toBeInstanceOf(Date);
    await eatAMeal('quick', 'm2');
    expect(await completeErasure(deps, 'quick', tombstone)).toEqual({});
    const { events, meal_logs } = await held('quick');
    expect([events.length, meal_logs.length]).toEqual([2, 1]);
    expect(await markOf('quick')).toEqual(erasedAt);
  });

  test('does so too when it ends after they have looked', async () => {
    await eatAMeal('quicker', 'm1');
    const tombstone = await beginTombstone(deps, 'quicker', new Date());
    let again: Promise<unknown> | undefined;
    let erasedAt: Date | null | undefined;
    // Between the look at the tombstone and the first mark.
    const getMessage = deps.jsm.streams.getMessage.bind(deps.jsm.streams);
    const streams = Object.create(deps.jsm.streams) as typeof deps.jsm.streams;
    streams.getMessage = async (...query) => {
      const message = await getMessage(...query);
      again ??= (async () => {
        await eraseUser(deps, 'quicker');
        erasedAt = await markOf('quicker');
        await eatAMeal('quicker', 'm2');
      })();
      await again;
      return message;
    };
    const jsm = Object.create(deps.jsm, { streams: { value: streams } }) as typeof deps.jsm;
    await completeErasure({ ...deps, jsm }, 'quicker', tombstone);
    const { events, meal_logs } = await held('quicker');
    expect([events.length, meal_logs.length]).toEqual([2, 1]);
    expect(await markOf('quicker')).toEqual(erasedAt);
  });
});

describe('an erasure that was interrupted', () => {
  test('is finished by the sweep of any ingest, which has to find out whose it was', async () => {
    await eatAMeal('interrupted');
    await beginTombstone(deps, 'interrupted', new Date());
    await eventually(() => expect(erased.find('interrupted')?.state).toBe('erasing'));
    await sweep({ ...deps, erased, isUnderWay: () => false });
    // Whoever began it may still be at it.
    expect((await held('interrupted')).events).toHaveLength(2);
    const later = { ...deps, now: () => new Date(Date.now() + 60_000) };
    await sweep({ ...later, erased, isUnderWay: () => false });
    await expectNothingOf('interrupted');
    await eventually(() => expect(erased.find('interrupted')?.state).toBe('erased'));
  });

  test('nothing is left of: its tombstone says so in the end', async () => {
    await beginTombstone(deps, 'nobody', new Date());
    await eventually(() => expect(erased.find('nobody')?.state).toBe('erasing'));
    const later = { ...deps, now: () => new Date(Date.now() + 60_000) };
    await sweep({ ...later, erased, isUnderWay: () => false });
    await eventually(() => expect(erased.find('nobody')?.state).toBe('erased'));
  });

  test('and keeps failing does not keep the sweep from others', async () => {
    for (const userId of ['failing', 'waiting']) {
      await beginTombstone(deps, userId, new Date());
      await eventually(() => expect(erased.find(userId)?.state).toBe('erasing'));
    }
    const streams = Object.create(deps.jsm.streams) as typeof deps.jsm.streams;
    streams.getMessage = async (stream, query) => {
      if (JSON.stringify(query).includes(erasedUserDigest('failing'))) throw new Error('broken');
      return deps.jsm.streams.getMessage(stream, query);
    };
    const jsm = Object.create(deps.jsm, { streams: { value: streams } }) as typeof deps.jsm;
    const later = { ...deps, jsm, now: () => new Date(Date.now() + 60_000) };
    await sweep({ ...later, erased, isUnderWay: () => false });
    await eventually(() => expect(erased.find('waiting')?.state).toBe('erased'));
    expect(erased.find('failing')?.state).toBe('erasing');
  });

  test('a database that knows nothing of it is told', async () => {
    await database.db.delete(erasedUsers);
    await sweep({ ...deps, erased, isUnderWay: () => false });
    expect(await database.db.select().from(erasedUsers)).toHaveLength(erased.all().length);
  });
});

test('ingest may delete messages, and neither purge nor change a stream', async () => {
  const denied = { message: expect.stringContaining('Permissions Violation') };
  await expect(deps.jsm.streams.purge(MEAL_LOG)).rejects.toMatchObject(denied);
  await expect(deps.jsm.streams.delete(MEAL_LOG)).rejects.toMatchObject(denied);
  await expect(deps.jsm.streams.deleteMessage('KV_erased', 1, true)).rejects.toMatchObject(denied);
});
