import { connect, createServer, type Socket } from 'node:net';
import { eventually, startTestPostgres, type TestPostgres } from '@mealwire/testkit';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Database } from './connection.js';
import { DatabaseError } from './database-error.js';
import { type DatabaseSession, openSession } from './session.js';

/** A session is one session: whatever ends it, nothing of it goes on in another one. */

const TIMEOUT_MS = 10_000;
const LOCK = 1;
const STALLED_LOCK = 2;

let postgres: TestPostgres;
let url: string;
let database: Database;

beforeAll(async () => {
  postgres = await startTestPostgres();
  url = await postgres.database('sessions');
  database = createDatabase(url);
  await database.db.execute(sql`create table notes (text text)`);
});

afterAll(async () => {
  await database?.close();
  await postgres?.stop();
});

const open = (idleTimeoutMs?: number): Promise<DatabaseSession> =>
  database.openSession({
    name: 'tested',
    ...(idleTimeoutMs === undefined ? {} : { idleTimeoutMs }),
  });

async function terminate(): Promise<void> {
  await database.db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tested'`);
}

async function notes(): Promise<number> {
  const [row] = await database.db.execute(sql`select count(*)::int as count from notes`);
  return row?.['count'] as number;
}

describe('a transaction whose session is ended', () => {
  test.each([
    ['from outside', undefined, terminate],
    ['because it says nothing', 200, () => new Promise((resolve) => setTimeout(resolve, 1_000))],
  ])('%s: changes nothing, and nothing follows it', async (_, idleTimeoutMs, end) => {
    const session = await open(idleTimeoutMs);
    const before = await notes();
    let endedAt = Number.POSITIVE_INFINITY;
    const work = session.transaction(async (tx) => {
      await tx.execute(sql`insert into notes values ('one')`);
      await end();
      endedAt = performance.now();
      await tx.execute(sql`insert into notes values ('two')`).catch(() => undefined);
      await tx.execute(sql`insert into notes values ('three')`);
    }, TIMEOUT_MS);
    await expect(work).rejects.toThrow(DatabaseError);
    // The client would leave it at that until the time is up.
    expect(performance.now() - endedAt).toBeLessThan(TIMEOUT_MS / 2);
    expect(session.ended.aborted).toBe(true);
    const after = session.transaction((tx) => tx.execute(sql`select 1`), TIMEOUT_MS);
    await expect(after).rejects.toThrow('session ended');
    await expect(session.keepAlive()).rejects.toThrow('session ended');
    expect(await notes()).toBe(before);
    await session.close();
  });
});

test('an error of the work rolls back, and the session goes on', async () => {
  const session = await open();
  const before = await notes();
  const work = session.transaction(async (tx) => {
    await tx.execute(sql`insert into notes values ('one')`);
    throw new RangeError('of the work');
  }, TIMEOUT_MS);
  await expect(work).rejects.toThrow(RangeError);
  await session.transaction((tx) => tx.execute(sql`insert into notes values ('two')`), TIMEOUT_MS);
  expect(await notes()).toBe(before + 1);
  await session.close();
});

test('a server that does not answer in time ends it', async () => {
  const session = await open();
  const work = session.transaction((tx) => tx.execute(sql`select pg_sleep(5)`), 100);
  await expect(work).rejects.toThrow('no answer');
  expect(session.ended.aborted).toBe(true);
});

test('a lock is had by one session, and by the next one when that has ended', async () => {
  const [one, two] = [await open(), await open()];
  expect(await one.tryLock(LOCK)).toBe(true);
  expect(await two.tryLock(LOCK)).toBe(false);
  await one.close();
  await eventually(async () => expect(await two.tryLock(LOCK)).toBe(true));
  await two.close();
});

/** On the way to the server; from `stall()` on a client is as if it had been stopped before its Bind. */
async function startStallingWay() {
  const sockets: Socket[] = [];
  let isStalled = false;
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(url).port), '127.0.0.1');
    sockets.push(client, upstream);
    upstream.pipe(client);
    client.on('data', (chunk) => {
      // After Parse, the client waits for the types of the parameters, then begins with this letter.
      if (!(isStalled && chunk[0] === 'B'.charCodeAt(0))) upstream.write(chunk);
    });
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: Object.assign(new URL(url), { port: String(port) }).href,
    stall: () => {
      isStalled = true;
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('a holder that stops in the middle of a statement can be ended, and no other', async () => {
  const way = await startStallingWay();
  const holder = await openSession(way.url, { name: 'holder', idleTimeoutMs: 2_000 });
  const next = await open();
  const keepingAlive = setInterval(() => void holder.keepAlive().catch(() => undefined), 100);
  try {
    expect(await holder.tryLock(STALLED_LOCK)).toBe(true);
    await next.endStalledHolder(STALLED_LOCK, 0);
    expect(await next.tryLock(STALLED_LOCK)).toBe(false);

    way.stall();
    const insert = sql`insert into notes values (${'never'})`;
    const work = holder.transaction((tx) => tx.execute(insert), TIMEOUT_MS);
    work.catch(() => undefined);
    clearInterval(keepingAlive);
    // Twice what ends a session that is idle.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(await next.tryLock(STALLED_LOCK)).toBe(false);
    await next.endStalledHolder(STALLED_LOCK, 60_000);
    expect(await next.tryLock(STALLED_LOCK)).toBe(false);

    await eventually(async () => {
      await next.endStalledHolder(STALLED_LOCK, 2_000);
      expect(await next.tryLock(STALLED_LOCK)).toBe(true);
    });
    await expect(work).rejects.toThrow(DatabaseError);
  } finally {
    clearInterval(keepingAlive);
    await Promise.all([holder.close(), next.close(), way.stop()]);
  }
});
