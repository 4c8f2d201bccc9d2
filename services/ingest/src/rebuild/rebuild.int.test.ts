import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createEventLog,
  type EventLog,
  erasedUserDigest,
  MEAL_LOG,
  PROJECTION_CONSUMER,
} from '@mealwire/bus';
import {
  eventually,
  mealEvent,
  mealHistory,
  publishMealEvents,
  silentLogger,
  startTestNats,
  startTestPostgres,
  type TestNats,
  type TestPostgres,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { asc, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readCheckpoint } from '../database/checkpoint.js';
import { createDatabase, type Database } from '../database/connection.js';
import { LOCKS } from '../database/locks.js';
import { mealLogs } from '../database/schema.js';
import { markErased } from '../erasure/rows.js';
import { archiveLines } from '../event-file/export-events.js';
import { importEvents } from '../event-file/import-events.js';
import { type Projection, startProjection } from '../projection/projection.js';
import { countOf } from './differences.js';
import { RebuildError, type RebuildOptions, type RebuildReport, rebuild } from './rebuild.js';

/** Rebuilding beside a projector that runs, from a real stream and a real archive. */

let postgres: TestPostgres;
let nats: TestNats;
let database: Database;
let jsm: JetStreamManager;
let log: EventLog;
let projection: Projection;
let next = 0;

beforeAll(async () => {
  postgres = await startTestPostgres();
});

afterAll(() => postgres?.stop());

beforeEach(async () => {
  nats = await startTestNats();
  next += 1;
  database = createDatabase(await postgres.database(`rebuild_${next}`));
  jsm = await jetstreamManager((await nats.connect('admin')).nc);
  log = createEventLog(jsm);
  projection = await startProjector();
});

afterEach(async () => {
  await projection.stop();
  await database.close();
  await nats.stop();
});

async function startProjector(): Promise<Projection> {
  const js = jetstream((await nats.connect('ingest')).nc);
  return startProjection({
    database,
    log: createEventLog(
      await jetstreamManager((await nats.connect('ingest')).nc, { checkAPI: false }),
    ),
    consumer: () => js.consumers.get(MEAL_LOG, PROJECTION_CONSUMER),
    logger: silentLogger,
  });
}

async function publishMeals(meals: number, seed = 1): Promise<void> {
  let state = seed;
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const js = jetstream((await nats.connect('admin')).nc);
  await caughtUp(await publishMealEvents(js, mealHistory(random, meals)));
}

const caughtUp = (sequence: number): Promise<void> =>
  eventually(async () => {
    expect((await readCheckpoint(database.db)).sequence).toBe(sequence);
  });

const run = (options: Partial<RebuildOptions> = {}): Promise<RebuildReport> =>
  rebuild({
    ...{ database, log, mode: 'swap', replaceArchive: 'no', onProgress: () => undefined },
    ...options,
  });

const rows = () =>
  database.db.select().from(mealLogs).orderBy(asc(mealLogs.userId), asc(mealLogs.id));

test('a read model as it should be: no differences, before and after', async () => {
  await publishMeals(300);
  const before = await rows();
  const report = await run();
  expect([countOf(report.rows), countOf(report.archive)]).toEqual([0, 0]);
  expect(report.mealLogs).toBe(before.length);
  expect(await rows()).toEqual(before);
});

test('rows that are missing, too many or different are named and put right', async () => {
  await publishMeals(200);
  const before = await rows();
  await database.db.execute(sql`delete from meal_logs where id in ('meal-1', 'meal-2')`);
  await database.db.execute(sql`update meal_logs set text = 'secret' where id = 'meal-3'`);
  await database.db.execute(sql`update meal_logs set id = 'ghost' where id = 'meal-4'`);

  const compared = await run({ mode: 'compare' });
  expect(compared.rows).toMatchObject({ missing: 3, extra: 1, different: 1 });
  expect(compared.rows.first.map(({ what }) => what).join()).toMatch(
    /meal log ghost of user user-/,
  );
  expect(JSON.stringify(compared)).not.toContain('secret');
  expect(await rows()).not.toEqual(before);

  await run();
  expect(await rows()).toEqual(before);
  expect(countOf((await run({ mode: 'compare' })).rows)).toBe(0);
});

test('what came after its user was forgotten is no difference, and is not put back', async () => {
  await publishMeals(10);
  await markErased(database, erasedUserDigest('erika'), new Date(Date.now() + 60_000));
  const js = jetstream((await nats.connect('admin')).nc);
  const late = mealEvent('meal_log.created', 'late', { userId: 'erika', data: { text: 'x' } });
  await caughtUp(await publishMealEvents(js, [late]));
  const before = await rows();
  const report = await run();
  expect([countOf(report.rows), countOf(report.archive)]).toEqual([0, 0]);
  expect(await rows()).toEqual(before);
  expect(before.map(({ userId }) => userId)).not.toContain('erika');
});

test('the archive replaces what the stream has forgotten, and gets what it lacks', async () => {
  await publishMeals(200);
  const before = await rows();
  await jsm.streams.purge(MEAL_LOG, { seq: 200 });
  await database.db.execute(sql`delete from meal_log_events where sequence in (250, 251)`);
  await database.db.execute(sql`update meal_log_events set payload = '{}' where sequence = 260`);
  await database.db.execute(sql`delete from meal_logs`);
  const report = await run();
  expect(report.archive).toMatchObject({ missing: 2, extra: 0, different: 1 });
  expect(await rows()).toEqual(before);
  expect(countOf((await run({ mode: 'compare' })).archive)).toBe(0);
});

test('the projector goes on meanwhile, and from the right place afterwards', async () => {
  await publishMeals(300);
  const js = jetstream((await nats.connect('admin')).nc);
  let writing = true;
  const writer = (async () => {
    let n = 0;
    for (; writing; n += 1) {
      await publishMealEvents(js, [mealEvent('meal_log.created', `live-${n}`)]);
    }
    return n;
  })();
  for (let i = 0; i < 3; i += 1) {
    await database.db.execute(sql`delete from meal_logs where id like 'meal-%'`);
    expect((await run()).rows.extra).toBe(0);
  }
  writing = false;
  const live = await writer;
  await caughtUp((await log.state()).lastSequence);
  const [{ count } = { count: 0 }] = await database.db.execute<{ count: number }>(
    sql`select count(*)::int as count from meal_logs where id like 'live-%'`,
  );
  expect(count).toBe(live);
  expect(countOf((await run({ mode: 'compare' })).rows)).toBe(0);
});

test('interrupted, it leaves nothing, and can be run again', async () => {
  await publishMeals(400);
  await database.db.execute(sql`delete from meal_logs`);
  const interrupted = run({
    onProgress: ({ events }) => {
      if (events > 500) throw new Error('interrupted');
    },
  });
  await expect(interrupted).rejects.toThrow('interrupted');
  expect(await rows()).toEqual([]);
  await run();
  expect((await rows()).length).toBeGreaterThan(300);
});

test('one at a time', async () => {
  const other = await database.openSession({ name: 'another rebuild' });
  expect(await other.tryLock(LOCKS.rebuild)).toBe(true);
  await expect(run()).rejects.toThrow(/Another rebuild/);
  await other.close();
});

describe('a stream that was made anew', () => {
  beforeEach(async () => {
    await publishMeals(50);
    const { config } = await jsm.streams.info(MEAL_LOG);
    const consumer = await jsm.consumers.info(MEAL_LOG, PROJECTION_CONSUMER);
    await jsm.streams.delete(MEAL_LOG);
    await jsm.streams.add(config);
    await jsm.consumers.add(MEAL_LOG, consumer.config);
    const js = jetstream((await nats.connect('admin')).nc);
    await publishMealEvents(js, [mealEvent('meal_log.created', 'of-the-new-one')]);
    await eventually(() => expect(projection.state()).toBe('refused'));
  });

  test('is not mixed with the archive, and the archive is not lost unasked', async () => {
    const before = await rows();
    await expect(run()).rejects.toThrow(RebuildError);
    await expect(run({ mode: 'compare' })).rejects.toThrow(/--replace-archive/);
    await expect(run({ replaceArchive: 'lossless' })).rejects.toThrow(
      /events that MEAL_LOG does not/,
    );
    expect(await rows()).toEqual(before);
  });

  test('rows and archive are made anew from it when asked, and the projector goes on', async () => {
    const report = await run({ replaceArchive: 'force' });
    expect(report.lost).toBeGreaterThan(50);
    expect(await rows()).toMatchObject([{ id: 'of-the-new-one', version: 1 }]);
    await eventually(() => expect(projection.state()).toBe('active'));
    const js = jetstream((await nats.connect('admin')).nc);
    await caughtUp(await publishMealEvents(js, [mealEvent('meal_log.created', 'next')]));
    const after = await run({ mode: 'compare' });
    expect([countOf(after.rows), countOf(after.archive)]).toEqual([0, 0]);
  });

  test('what only the archive still has is put back, and then nothing is lost', async () => {
    const meals = (await rows()).length;
    const folder = await mkdtemp(join(tmpdir(), 'mealwire-archive-'));
    const file = join(folder, 'archive.jsonl');
    let text = '';
    for await (const page of archiveLines(database)) text += page.text;
    await writeFile(file, text);
    await importEvents({ file, log, jsm, append: true, onProgress: () => undefined });
    expect((await run({ replaceArchive: 'lossless' })).lost).toBe(0);
    await rm(folder, { recursive: true });
    expect(await rows()).toHaveLength(meals + 1);
    await eventually(() => expect(projection.state()).toBe('active'));
  });
});
