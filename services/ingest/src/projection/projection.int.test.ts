import { createEventLog, MEAL_LOG, PROJECTION_CONSUMER } from '@mealwire/bus';
import type { MealLogEvent } from '@mealwire/contracts';
import {
  eventually,
  mealEvent,
  publishMealEvents,
  silentLogger,
  startTestNats,
  startTestPostgres,
  type TestNats,
  type TestPostgres,
} from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { asc, eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readCheckpoint } from '../database/checkpoint.js';
import { createDatabase, type Database } from '../database/connection.js';
import { mealLogEvents, mealLogs } from '../database/schema.js';
import { type Projection, startProjection } from './projection.js';
import { createProjector } from './projector.js';

/** The projector with the real consumer, under the permissions of ingest, and a real PostgreSQL. */

let postgres: TestPostgres;
let nats: TestNats;
let url: string;
let databases: Database[];
let projections: Projection[];
let next = 0;

beforeAll(async () => {
  postgres = await startTestPostgres();
});

afterAll(() => postgres?.stop());

beforeEach(async () => {
  nats = await startTestNats();
  next += 1;
  url = await postgres.database(`projection_${next}`);
  databases = [];
  projections = [];
});

afterEach(async () => {
  await Promise.all(projections.map((projection) => projection.stop()));
  await Promise.all(databases.map((database) => database.close()));
  await nats.stop();
});

function connectDatabase(at = url): Database {
  const database = createDatabase(at);
  databases.push(database);
  return database;
}

async function project(at = url): Promise<Projection> {
  const { nc } = await nats.connect('ingest');
  const js = jetstream(nc);
  const projection = await startProjection({
    database: connectDatabase(at),
    log: createEventLog(await jetstreamManager(nc, { checkAPI: false })),
    consumer: () => js.consumers.get(MEAL_LOG, PROJECTION_CONSUMER),
    logger: silentLogger,
  });
  projections.push(projection);
  return projection;
}

async function publish(...events: readonly MealLogEvent[]): Promise<number> {
  return publishMealEvents(jetstream((await nats.connect('admin')).nc), events);
}

const created = (id: string) => mealEvent('meal_log.created', id, { data: { text: id } });
const completed = (id: string) => mealEvent('meal_log.completed', id, { data: { items: [] } });
const meals = (from: number, to: number): MealLogEvent[] =>
  Array.from({ length: to - from }, (_, i) => created(`m${from + i}`));

async function checkpointAt(database: Database, sequence: number): Promise<void> {
  await eventually(
    async () => expect((await readCheckpoint(database.db)).sequence).toBe(sequence),
    { timeoutMs: 20_000 },
  );
}

async function idsIn({ db }: Database): Promise<string[]> {
  return (await db.select({ id: mealLogs.id }).from(mealLogs)).map(({ id }) => id).sort();
}

const idsOf = (events: readonly MealLogEvent[]): string[] =>
  events.map(({ metadata }) => metadata.mealLogId).sort();

test('rows, archive and checkpoint are those of the stream, malformed messages left out', async () => {
  const { nc } = await nats.connect('admin');
  const js = jetstream(nc);
  await publish(created('a'));
  await js.publish('meal_log.created.anna.broken', 'no event of ours');
  const last = await publish(completed('a'), created('b'), mealEvent('meal_log.deleted', 'b'));
  await project();
  const database = connectDatabase();
  await checkpointAt(database, last);

  const rows = await database.db.select().from(mealLogs).orderBy(asc(mealLogs.id));
  expect(rows).toMatchObject([
    { id: 'a', status: 'completed', version: 3 },
    { id: 'b', status: 'deleted', version: 5, text: '' },
  ]);
  const archived = await database.db.select().from(mealLogEvents);
  expect(archived.map(({ sequence }) => sequence).sort()).toEqual([1, 3, 4, 5]);
  const stored = await (await jetstreamManager(nc)).streams.getMessage(MEAL_LOG, { seq: 3 });
  expect(archived.find(({ sequence }) => sequence === 3)?.payload).toBe(stored?.string());
});

test('what PostgreSQL cannot store is left out, and nothing waits for it', async () => {
  const text = 'NUL \0 and more';
  const last = await publish(
    mealEvent('meal_log.created', 'nul', { data: { text } }),
    mealEvent('meal_log.created', 'nul-user', { userId: 'a\0b', data: { text: 'x' } }),
    created('good'),
  );
  await project();
  const database = connectDatabase();
  await checkpointAt(database, last);
  expect(await idsIn(database)).toEqual(['good']);
  // The escape is plain text in the payload, so the archive has it.
  const archived = await database.db.select().from(mealLogEvents);
  expect(archived.map(({ sequence }) => sequence)).toEqual([1, 3]);
});

describe('the checkpoint is the truth', () => {
  test('what was acknowledged but is not in the database is read from the stream', async () => {
    const first = await publish(...meals(0, 700));
    const { nc } = await nats.connect('ingest');
    const consumer = await jetstream(nc).consumers.get(MEAL_LOG, PROJECTION_CONSUMER);
    for await (const message of await consumer.fetch({ max_messages: 300 })) message.ack();
    await project();
    const database = connectDatabase();
    await checkpointAt(database, first);
    expect(await idsIn(database)).toEqual(idsOf(meals(0, 700)));
    const last = await publish(...meals(700, 720));
    await checkpointAt(database, last);
  });

  test('a redelivery is skipped, a gap before it is filled', async () => {
    const projection = await project();
    const database = connectDatabase();
    await checkpointAt(database, await publish(...meals(0, 10)));
    await projection.stop();
    const { nc } = await nats.connect('ingest');
    const consumer = await jetstream(nc).consumers.get(MEAL_LOG, PROJECTION_CONSUMER);
    const last = await publish(...meals(10, 20));
    // Taken up and given back: they come again, behind the ones that nobody has taken up.
    for await (const message of await consumer.fetch({ max_messages: 5 })) message.nak(500);
    await project();
    await checkpointAt(database, last);
    await eventually(async () => {
      const { num_ack_pending, num_pending } = await consumer.info();
      expect([num_ack_pending, num_pending]).toEqual([0, 0]);
    });
    expect(await idsIn(database)).toEqual(idsOf(meals(0, 20)));
    const archived = await database.db.select().from(mealLogEvents);
    expect(archived).toHaveLength(20);
  });

  test('erased events leave holes, which stop nothing', async () => {
    const jsm = await jetstreamManager((await nats.connect('admin')).nc);
    await publish(...meals(0, 30));
    for (const sequence of [1, 2, 10, 29, 30]) await jsm.streams.deleteMessage(MEAL_LOG, sequence);
    await project();
    const database = connectDatabase();
    await checkpointAt(database, 28);
    await checkpointAt(database, await publish(created('after')));
    expect(await idsIn(database)).toHaveLength(26);
  });

  test('a database restored to an older backup catches up', async () => {
    const before = await project();
    await checkpointAt(connectDatabase(), await publish(...meals(0, 50)));
    await before.stop();
    await Promise.all(databases.splice(0).map((database) => database.close()));
    const backup = await postgres.database(`backup_${next}`);
    await copyDatabase(`projection_${next}`, `backup_${next}`);

    const later = await project();
    const last = await publish(...meals(50, 120));
    await checkpointAt(connectDatabase(), last);
    await later.stop();

    await project(backup);
    const restored = connectDatabase(backup);
    await checkpointAt(restored, last);
    expect(await idsIn(restored)).toEqual(idsOf(meals(0, 120)));
  });

  test('a redelivery that finds an older checkpoint is projected again', async () => {
    const database = connectDatabase();
    await database.migrate();
    const session = await database.openSession({ name: 'test', idleTimeoutMs: 60_000 });
    const log = createEventLog(await jetstreamManager((await nats.connect('admin')).nc));
    const { signal } = new AbortController();
    const projector = createProjector({ session, log, signal, logger: silentLogger });
    const last = await publish(...meals(0, 10));
    await projector.begin();
    await projector.catchUp();
    // As a restoration leaves it.
    await database.db.execute(sql`update projection_checkpoints set sequence = 4`);
    await database.db.execute(sql`delete from meal_logs where version > 4`);
    await database.db.execute(sql`delete from meal_log_events where sequence > 4`);
    for await (const page of log.read(last, last)) await projector.take(page);
    expect(await idsIn(database)).toEqual(idsOf(meals(0, 10)));
    await session.close();
  });
});

async function copyDatabase(from: string, to: string): Promise<void> {
  const admin = connectDatabase(url.replace(/\/[^/]+$/, '/postgres'));
  await admin.db.execute(sql.raw(`drop database ${to}`));
  await eventually(() => admin.db.execute(sql.raw(`create database ${to} template ${from}`)));
}

describe('a stream that the read model is not of', () => {
  async function remakeStream(): Promise<void> {
    const jsm = await jetstreamManager((await nats.connect('admin')).nc);
    const { config } = await jsm.streams.info(MEAL_LOG);
    const consumer = await jsm.consumers.info(MEAL_LOG, PROJECTION_CONSUMER);
    await jsm.streams.delete(MEAL_LOG);
    await jsm.streams.add(config);
    await jsm.consumers.add(MEAL_LOG, consumer.config);
  }

  test('made anew while it runs: refused, nothing is changed', async () => {
    const projection = await project();
    const database = connectDatabase();
    await checkpointAt(database, await publish(...meals(0, 10)));
    await remakeStream();
    await publish(...meals(100, 130));
    await eventually(() => expect(projection.state()).toBe('refused'), { timeoutMs: 20_000 });
    expect(await idsIn(database)).toEqual(idsOf(meals(0, 10)));
  });

  test('that ends before the checkpoint: refused until the checkpoint fits', async () => {
    const database = connectDatabase();
    const first = await project();
    await checkpointAt(database, await publish(...meals(0, 10)));
    await first.stop();
    await database.db.execute(sql`update projection_checkpoints set sequence = 99`);
    const projection = await project();
    await eventually(() => expect(projection.state()).toBe('refused'));
    await database.db.execute(sql`update projection_checkpoints set sequence = 10`);
    await checkpointAt(database, await publish(...meals(10, 12)));
    expect(projection.state()).toBe('active');
  });

  test('that was restored and has gone on: the event at the checkpoint tells', async () => {
    const database = connectDatabase();
    const first = await project();
    await checkpointAt(database, await publish(...meals(0, 10)));
    await first.stop();
    await publish(...meals(10, 20));
    await database.db
      .update(mealLogEvents)
      .set({ id: 'other' })
      .where(eq(mealLogEvents.sequence, 10));
    const projection = await project();
    await eventually(() => expect(projection.state()).toBe('refused'));
    expect(await idsIn(database)).toHaveLength(10);
  });
});

describe('two projectors', () => {
  test('one is active; when its session ends the other takes over', {
    timeout: 90_000,
  }, async () => {
    const [one, two] = [await project(), await project()];
    const states = (): string[] => [one.state(), two.state()].sort();
    await eventually(() => expect(states()).toEqual(['active', 'standby']));
    const database = connectDatabase();
    for (let round = 0; round < 4; round += 1) {
      const last = await publish(...meals(round * 50, round * 50 + 50));
      await database.db.execute(sql`
        select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and granted and pid <> pg_backend_pid()`);
      await checkpointAt(database, last);
      await eventually(() => expect(states()).toEqual(['active', 'standby']));
    }
    expect(await idsIn(database)).toEqual(idsOf(meals(0, 200)));
  });

  test('PostgreSQL is restarted in the middle', async () => {
    await project();
    await project();
    const database = connectDatabase();
    await publish(...meals(0, 300));
    process.kill(postgres.server.pid() as number, 'SIGKILL');
    const last = await publish(...meals(300, 600));
    await eventually(() => expect(postgres.server.status()).toBe('ready'), { timeoutMs: 30_000 });
    await checkpointAt(database, last);
    expect(await idsIn(database)).toEqual(idsOf(meals(0, 600)));
  });
});
