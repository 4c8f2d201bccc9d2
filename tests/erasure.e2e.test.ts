import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Bus, connectBus, erasedUserDigest, MEAL_LOG } from '@mealwire/bus';
import type { Stack } from '@mealwire/stack';
import {
  type AppPhone,
  apiClient,
  devToken,
  eventually,
  openAppPhone,
  openSseStream,
  silentLogger,
  startTestStack,
} from '@mealwire/testkit';
import { type JetStreamManager, jetstreamManager, StoreCompression } from '@nats-io/jetstream';
import postgres, { type Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

/** Guarantee 12, on everything real: what a user who was forgotten leaves behind, down to the bytes. */

let stack: Stack;
let origin: string;
let bus: Bus;
let jsm: JetStreamManager;
let sql: Sql;
const phones: AppPhone[] = [];

const EVENT_STREAMS = [MEAL_LOG, 'FEED', 'SUBMITTED'];
const BUCKETS = ['KV_presence', 'KV_last_seen', 'KV_receipts'];

beforeAll(async () => {
  stack = await startTestStack({
    env: { ERASURE_SETTLE_MS: '3000' },
    instances: { gateway: 2, ingest: 2 },
  });
  const { nats, postgres: database } = stack.info();
  origin = stack.info().origin;
  bus = await connectBus({
    url: nats.url,
    user: 'admin',
    password: nats.passwords['admin'],
    name: 'test',
    logger: silentLogger,
  });
  jsm = await jetstreamManager(bus.nc);
  // A search for bytes in compressed blocks would prove nothing.
  for (const name of EVENT_STREAMS) {
    await jsm.streams.update(name, { compression: StoreCompression.None });
  }
  sql = postgres(database.url, { onnotice: () => undefined });
});

afterEach(() => {
  for (const phone of phones.splice(0)) phone.close();
});

afterAll(async () => {
  await sql.end();
  await bus.close();
  await stack.stop();
});

async function phoneOf(user: string, at = origin, token?: string): Promise<AppPhone> {
  const phone = await openAppPhone({
    origin: at,
    user,
    ...(token === undefined ? {} : { token }),
    query: { device_id: `${user}-phone` },
  });
  phones.push(phone);
  return phone;
}

function erase(token: string): Promise<Response> {
  return fetch(new URL('/api/v1/users/me', origin), {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
}

/** Everything in the streams, the buckets and the tables that names this user. */
async function tracesOf(user: string): Promise<Record<string, number>> {
  const traces: Record<string, number> = {};
  for (const stream of [...EVENT_STREAMS, ...BUCKETS]) {
    const { state } = await jsm.streams.info(stream, { subjects_filter: '>' });
    const subjects = Object.keys(state.subjects ?? {});
    traces[stream] = subjects.filter((subject) => subject.split('.').includes(user)).length;
  }
  const [rows] = await sql<{ rows: number; archive: number }[]>`
    select (select count(*)::int from meal_logs where user_id = ${user}) as rows,
           (select count(*)::int from meal_log_events where user_id = ${user}) as archive`;
  return { ...traces, rows: rows?.rows ?? -1, archive: rows?.archive ?? -1 };
}

async function expectNoTrace(user: string): Promise<void> {
  const traces = await tracesOf(user);
  expect(traces).toEqual(Object.fromEntries(Object.keys(traces).map((store) => [store, 0])));
}

/** Files under a folder that contain these bytes. */
async function filesWith(folder: string, needle: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    // What PostgreSQL removes meanwhile has nothing in it.
    const isFile = (await stat(file).catch(() => undefined))?.isFile() === true;
    if (isFile && (await readFile(file)).includes(needle)) found.push(name);
  }
  return found;
}

const natsFolder = (): string => join(stack.info().dataDir, 'nats');
const postgresFolder = (): string => join(stack.info().dataDir, 'postgres');

async function restartNats(): Promise<void> {
  const nats = stack.process('nats');
  const restarts = nats.restarts();
  // The signal of an orderly stop: it writes what it keeps in memory.
  process.kill(nats.pid() as number, 'SIGTERM');
  await eventually(
    () => {
      expect(nats.restarts()).toBeGreaterThan(restarts);
      expect(nats.status()).toBe('ready');
    },
    { timeoutMs: 30_000 },
  );
  for (const { service, url } of stack.info().processes) {
    if (service !== 'gateway' && service !== 'ingest') continue;
    await eventually(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200));
  }
}

describe('a user who asks to be forgotten', () => {
  const meal = (user: string, n: number): string => `two scrambled eggs quux-${user}-${n}-zyzzyva`;
  const user = 'erika-9f31c2';
  const other = 'bodo-77aa01';

  test('is told, loses their connections, and their token is worth nothing', async () => {
    for (const name of [user, other]) {
      const phone = await phoneOf(name);
      phone.ping();
      for (let n = 1; n <= 3; n += 1) {
        const { body } = await phone.api.submit({ text: meal(name, n), client_id: `m${n}` });
        await phone.outcome(String(body['id']));
      }
    }
    const [phone] = phones;
    if (phone === undefined) throw new Error('there are phones');
    await eventually(async () => {
      const { KV_presence, KV_last_seen, KV_receipts, FEED, rows } = await tracesOf(user);
      expect([KV_presence, KV_last_seen, KV_receipts, FEED, rows]).toEqual([1, 1, 1, 1, 3]);
    });
    expect(await filesWith(natsFolder(), meal(user, 1))).not.toEqual([]);

    const token = await devToken(origin, user);
    const closed = new Promise((resolve) => phone.socket.once('close', resolve));
    const first = await erase(token);
    expect(first.status).toBe(202);
    expect(await first.json()).toEqual({ state: 'erasing' });
    expect(await closed).toBe(4503);

    const api = apiClient(origin, token);
    for (const answer of [
      await api.get('/api/v1/meal-logs'),
      await api.get('/api/v1/meal-logs/m1'),
      await api.submit({ text: meal(user, 4) }),
    ]) {
      expect(answer).toMatchObject({ status: 410, body: { code: 'user_erased' } });
    }
    await expect(phoneOf(user, origin, token)).rejects.toThrow('410');
    const stream = await openSseStream(new URL('/api/v1/meal-logs/stream', origin), {
      authorization: `Bearer ${token}`,
    });
    expect(stream.status).toBe(410);

    await eventually(async () => expect((await erase(token)).status).toBe(204), {
      timeoutMs: 20_000,
    });
    await expectNoTrace(user);
  });

  test('takes nothing of anybody else with them', async () => {
    const phone = await phoneOf(other);
    const { body } = await phone.api.get('/api/v1/meal-logs');
    expect(body['total']).toBe(3);
    expect(await tracesOf(other)).toMatchObject({ FEED: 1, KV_receipts: 1, rows: 3 });
    const late = await phone.api.submit({ text: meal(other, 4) });
    expect(await phone.outcome(String(late.body['id']))).toBeDefined();
  });

  test('leaves no byte of a meal on disk; of the id, only what NATS had let go of before', async () => {
    // An orderly stop writes the index files of NATS, which list subjects.
    await restartNats();
    for (let n = 1; n <= 4; n += 1) {
      expect(await filesWith(natsFolder(), meal(user, n))).toEqual([]);
    }
    expect(await filesWith(natsFolder(), meal(other, 1))).not.toEqual([]);
    // A bucket forgets the earlier values of a key without overwriting them: docs/adr/0022.
    const naming = await filesWith(natsFolder(), user);
    expect(
      naming.filter((file) => !/KV_(presence|last_seen|receipts)\/msgs\/\d+\.blk$/.test(file)),
    ).toEqual([]);

    await sql`vacuum (full) meal_logs`;
    await sql`vacuum (full) meal_log_events`;
    await sql`checkpoint`;
    const rows = await filesWith(postgresFolder(), meal(user, 1));
    // What was written before stays in the log until it is recycled.
    expect(rows.filter((file) => !file.startsWith('data/pg_wal/'))).toEqual([]);
    const ids = await filesWith(postgresFolder(), user);
    expect(
      ids.filter((file) => !file.startsWith('data/pg_wal/') && !file.startsWith('data/pg_stat')),
    ).toEqual([]);
    const others = await filesWith(postgresFolder(), meal(other, 1));
    expect(others.some((file) => file.startsWith('data/base/'))).toBe(true);
  });

  test('may begin anew with a token that is issued later', async () => {
    const at = Date.now();
    // Tokens say when they were issued in whole seconds.
    await eventually(async () => {
      const { status } = await apiClient(origin, await devToken(origin, user)).get(
        '/api/v1/meal-logs',
      );
      expect([status, Date.now() > at]).toEqual([200, true]);
    });
    // Ingest knows that it is over; the gateway within a second.
    const phone = await eventually(() => phoneOf(user));
    expect((await phone.api.get('/api/v1/meal-logs')).body['total']).toBe(0);
    const { body } = await phone.api.submit({ text: meal(user, 5), client_id: 'm5' });
    await phone.outcome(String(body['id']));
    await eventually(async () => {
      expect((await phone.api.get('/api/v1/meal-logs')).body['total']).toBe(1);
    });
  });
});

describe('an operator', () => {
  const run = promisify(execFile);
  const user = 'emil-6c10';

  const mealctl = async (...args: readonly string[]): Promise<string> => {
    const where = ['--stack', join(stack.info().dataDir, 'stack.json')];
    const command = ['scripts/run-ts.mjs', 'services/ingest/src/mealctl/main.ts', ...where];
    return (await run(process.execPath, [...command, ...args])).stdout;
  };

  test('exports what is held about a user, and erases them', async () => {
    const phone = await phoneOf(user);
    const { body } = await phone.api.submit({ text: 'a quince and an egg', client_id: 'q1' });
    await phone.outcome(String(body['id']));
    await eventually(async () => expect(await tracesOf(user)).toMatchObject({ rows: 1 }));
    const held = JSON.parse(await mealctl('--json', 'export', user)) as Record<string, unknown[]>;
    expect(held).toMatchObject({
      user_id: user,
      events: [
        { data: { text: 'a quince and an egg' } },
        { headers: { 'ce-type': 'meal_log.completed' } },
        { headers: { 'ce-type': 'meal_log.delivered' } },
      ],
      feed: [{ subject: `feed.${user}` }],
      meal_logs: [{ text: 'a quince and an egg' }],
    });

    await expect(mealctl('erase', user)).rejects.toMatchObject({ code: 2 });
    const closed = new Promise((resolve) => phone.socket.once('close', resolve));
    const erased = mealctl('--json', 'erase', user, '--yes', '--settle-s', '3');
    expect(await closed).toBe(4503);
    expect(JSON.parse(await erased)).toMatchObject({ erased: true, counts: { MEAL_LOG: 3 } });
    await expectNoTrace(user);
    // An ingest that NATS has kept waiting hears of it later than the three seconds given above.
    await eventually(async () => {
      expect((await phone.api.get('/api/v1/meal-logs')).status).toBe(410);
    });
  });
});

describe('an erasure in the middle of everything', () => {
  test('of a user who submits while phones are connected: nothing is there at the end', async () => {
    const user = 'carla-51d0';
    const token = await devToken(origin, user);
    const gateways = stack.info().processes.filter(({ service }) => service === 'gateway');
    for (const { url } of gateways) await phoneOf(user, url, token);
    let submitting = true;
    const statuses: number[] = [];
    const accepted = (): number => statuses.filter((status) => status === 201).length;
    const submitter = (async () => {
      const api = apiClient(origin, token);
      for (let n = 0; submitting; n += 1) {
        const { status } = await api.submit({ text: `an apple and a pear ${n}` });
        statuses.push(status);
      }
    })();
    await eventually(() => expect(accepted()).toBeGreaterThan(20), { timeoutMs: 30_000 });
    expect((await erase(token)).status).toBe(202);
    await eventually(async () => expect((await erase(token)).status).toBe(204), {
      timeoutMs: 30_000,
    });
    submitting = false;
    await submitter;
    expect(statuses.at(-1)).toBe(410);
    for (const phone of phones) expect(phone.socket.readyState).toBe(phone.socket.CLOSED);
    await expectNoTrace(user);
  });

  test('by an ingest that is killed: another one finishes it', async () => {
    const user = 'dora-04be';
    const phone = await phoneOf(user);
    const { body } = await phone.api.submit({ text: 'a banana' });
    await phone.outcome(String(body['id']));
    const token = await devToken(origin, user);
    expect((await erase(token)).status).toBe(202);
    // The gateway sends everything to the first one.
    process.kill(stack.process('ingest-1').pid() as number, 'SIGKILL');
    await eventually(
      async () => {
        const tombstone = await jsm.streams.getMessage('KV_erased', {
          last_by_subj: `$KV.erased.${erasedUserDigest(user)}`,
        });
        expect(tombstone?.json()).toMatchObject({ state: 'erased' });
      },
      { timeoutMs: 45_000 },
    );
    await expectNoTrace(user);
  });
});
