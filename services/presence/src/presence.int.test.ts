import { randomUUID } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { type Bus, erasedUserDigest } from '@mealwire/bus';
import {
  decodeJson,
  encodeJson,
  PRESENCE_COUNT,
  PresenceChangedSchema,
  PresenceCountResponseSchema,
  type PresenceGetResponse,
  PresenceGetResponseSchema,
  PresenceSeenSchema,
  presenceChangedSubject,
  presenceGetSubject,
  presenceSeenSubject,
} from '@mealwire/contracts';
import { createHealth, createShutdown, loadConfig } from '@mealwire/runtime';
import { eventually, silentLogger, startTestNats, type TestNats } from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startPresence } from './app.js';
import { configShape } from './config.js';
import type { SignKind } from './signs/sign.js';

/** Two presence processes share the work, under the permissions of a deployment. */
let nats: TestNats;
let gateway: Bus;
let asker: Bus;
let presences: Presence[];

beforeAll(async () => {
  nats = await startTestNats();
  gateway = await nats.connect('gateway');
  asker = await nats.connect('internal');
  presences = [await startTestPresence('p1'), await startTestPresence('p2')];
});

afterAll(async () => {
  for (const presence of presences ?? []) await presence.stop();
  await nats?.stop();
});

interface Presence {
  readonly isReady: () => Promise<boolean>;
  readonly stop: () => Promise<boolean>;
}

async function startTestPresence(instanceId: string): Promise<Presence> {
  const health = createHealth();
  const shutdown = createShutdown(silentLogger);
  const config = loadConfig(configShape, nats.env('presence'));
  const telemetry = { logger: silentLogger, instanceId };
  const fail = (error: Error): void => expect.unreachable(error.message);
  await startPresence({ config, health, shutdown, telemetry, fail });
  const isReady = async () => (await health.check()).ready;
  await eventually(async () => expect(await isReady()).toBe(true));
  return { isReady, stop: () => shutdown.stop(20_000) };
}

interface TestSign {
  readonly kind: SignKind | string;
  readonly connectionId: string;
  readonly atMs?: number;
  readonly deviceId?: string;
}

function say(userId: string, ...signs: TestSign[]): void {
  const batch = create(PresenceSeenSchema, {
    userId,
    gatewayId: 'g1',
    signs: signs.map(({ atMs = Date.now(), deviceId = 'iphone', ...sign }) => ({
      ...sign,
      deviceId,
      at: timestampFromMs(atMs),
      connectedAt: timestampFromMs(atMs),
    })),
  });
  gateway.nc.publish(presenceSeenSubject(userId), encodeJson(PresenceSeenSchema, batch));
}

/** The default is a second. */
const PATIENT = { timeout: 10_000 };

async function ask(userId: string): Promise<PresenceGetResponse> {
  const answer = await asker.nc.request(presenceGetSubject(userId), '', PATIENT);
  return decodeJson(PresenceGetResponseSchema, answer.string());
}

async function count(): Promise<{ users: number; connections: number }> {
  const answer = await asker.nc.request(PRESENCE_COUNT, '', PATIENT);
  const { users, connections } = decodeJson(PresenceCountResponseSchema, answer.string());
  return { users, connections };
}

/** Once every process has the same answer: any of them may give it. */
function countOfAll(): Promise<{ users: number; connections: number }> {
  return eventually(async () => {
    const answer = await count();
    for (let i = 0; i < 10; i += 1) expect(await count()).toEqual(answer);
    return answer;
  });
}

/** Collects the announcements about a user. */
async function listen(userId: string): Promise<readonly string[]> {
  const states: string[] = [];
  const subscription = asker.nc.subscribe(presenceChangedSubject(userId), {
    callback: (_, message) => {
      states.push(decodeJson(PresenceChangedSchema, message.string()).state);
    },
  });
  onTestFinished(() => subscription.unsubscribe());
  await asker.nc.flush();
  return states;
}

const online = (userId: string) =>
  eventually(async () => {
    const found = await ask(userId);
    expect(found.online).toBe(true);
    return found;
  });

const offline = (userId: string) =>
  eventually(async () => {
    const found = await ask(userId);
    expect(found.online).toBe(false);
    return found;
  });

describe('signs of life', () => {
  // The second needs an encoded key, and has a letter outside ASCII.
  test.each(['alice', 'auth0|żółw'])('of %s reach KV from connect to close', async (userId) => {
    const changed = await listen(userId);
    const connectionId = randomUUID();
    const start = Date.now() - 10_000;
    expect(await ask(userId)).toMatchObject({ userId, online: false, connections: [] });

    say(userId, { kind: 'connected', connectionId, atMs: start });
    const connected = await online(userId);
    expect(connected.connections).toMatchObject([
      { connectionId, gatewayId: 'g1', deviceId: 'iphone', lastSeen: timestampFromMs(start) },
    ]);

    say(userId, { kind: 'seen', connectionId, atMs: start + 5_000 });
    await eventually(async () => {
      const [connection] = (await ask(userId)).connections;
      expect(connection?.lastSeen).toEqual(timestampFromMs(start + 5_000));
      expect(connection?.connectedAt).toEqual(timestampFromMs(start));
    });

    say(userId, { kind: 'disconnected', connectionId, atMs: start + 7_000 });
    const gone = await offline(userId);
    expect(gone.connections).toEqual([]);
    await eventually(async () =>
      expect((await ask(userId)).lastSeen).toMatchObject({
        lastSeen: timestampFromMs(start + 7_000),
        deviceId: 'iphone',
      }),
    );
    await eventually(() => expect(changed).toEqual(['online', 'offline']));
  });

  test('are there for every KV client', async () => {
    const connectionId = randomUUID();
    say('auth0|kv', { kind: 'connected', connectionId });
    await online('auth0|kv');
    const bucket = await new Kvm((await nats.connect('admin')).nc).open('presence');
    const entry = await bucket.get(`=YXV0aDB8a3Y.${connectionId}`);
    expect(entry?.json()).toMatchObject({ connection_id: connectionId, gateway_id: 'g1' });
  });

  test('cannot bring back a connection that was closed', async () => {
    const connectionId = randomUUID();
    const stays = randomUUID();
    say(
      'bob',
      { kind: 'connected', connectionId },
      { kind: 'disconnected', connectionId },
      { kind: 'seen', connectionId },
    );
    await eventually(async () => expect((await ask('bob')).lastSeen).toBeDefined());
    await offline('bob');
    // By now either process may get them; the last one proves that all of them are done.
    for (let i = 0; i < 20; i += 1) say('bob', { kind: 'seen', connectionId });
    say('bob', { kind: 'connected', connectionId: stays });
    const found = await online('bob');
    expect(found.connections.map((c) => c.connectionId)).toEqual([stays]);
  });

  test('move last_seen forwards only, though two processes race', async () => {
    const start = Date.now() - 60_000;
    const times = Array.from({ length: 50 }, (_, i) => start + i * 1_000);
    const connectionId = randomUUID();
    for (const atMs of times.toReversed()) say('carol', { kind: 'seen', connectionId, atMs });
    const newest = timestampFromMs(start + 49_000);
    await eventually(async () => expect((await ask('carol')).lastSeen?.lastSeen).toEqual(newest));
    for (const atMs of times) say('carol', { kind: 'seen', connectionId, atMs });
    say('carol', { kind: 'disconnected', connectionId, atMs: start });
    await offline('carol');
    expect((await ask('carol')).lastSeen?.lastSeen).toEqual(newest);
  });

  test('that are malformed are skipped, and the others count', async () => {
    const connectionId = randomUUID();
    gateway.nc.publish(presenceSeenSubject('dave'), '{');
    gateway.nc.publish('presence.seen.~', '{}');
    say('dave', { kind: 'seen', connectionId: '>' }, { kind: 'danced', connectionId });
    say('dave', { kind: 'seen', connectionId: '*' }, { kind: 'seen', connectionId });
    const found = await online('dave');
    expect(found.connections).toHaveLength(1);
  });
});

describe('announcements', () => {
  test('come once, for the first connection and the last', async () => {
    const changed = await listen('erin');
    const ids = Array.from({ length: 10 }, () => randomUUID());
    for (const connectionId of ids) say('erin', { kind: 'connected', connectionId });
    await eventually(async () => expect((await ask('erin')).connections).toHaveLength(10));
    for (const connectionId of ids) say('erin', { kind: 'disconnected', connectionId });
    await offline('erin');
    await eventually(() => expect(changed).toEqual(['online', 'offline']));
  });
});

describe('questions', () => {
  test('how many are answered from every process', async () => {
    const before = await countOfAll();
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    say('frank', { kind: 'connected', connectionId: first });
    say('frank', { kind: 'connected', connectionId: second });
    say('grace', { kind: 'connected', connectionId: third });
    await eventually(async () =>
      expect(await countOfAll()).toEqual({
        users: before.users + 2,
        connections: before.connections + 3,
      }),
    );
  });

  test('about nobody get a clear error', async () => {
    const answer = await asker.nc.request('presence.get.~');
    expect(answer.headers?.get('Nats-Service-Error-Code')).toBe('400');
    expect(answer.headers?.get('Nats-Service-Error')).toBe('the subject names no user');
  });

  test('count a connection that KV has not yet removed as gone', async () => {
    const connectionId = randomUUID();
    say('heidi', { kind: 'connected', connectionId, atMs: Date.now() - 299_500 });
    await eventually(async () => expect((await ask('heidi')).lastSeen).toBeDefined());
    await offline('heidi');
  });
});

describe('a new presence process', () => {
  test('knows who is connected, and hands over cleanly', async () => {
    const changed = await listen('ivan');
    const connectionId = randomUUID();
    say('ivan', { kind: 'connected', connectionId });
    await online('ivan');
    await eventually(() => expect(changed).toEqual(['online']));
    const known = await countOfAll();
    for (const presence of presences.splice(0)) expect(await presence.stop()).toBe(true);
    presences.push(await startTestPresence('p3'));
    expect(await count()).toEqual(known);
    say('ivan', { kind: 'disconnected', connectionId });
    await eventually(() => expect(changed).toEqual(['online', 'offline']));
  });
});

describe('when nobody says goodbye', () => {
  test('the expiry is announced once, and counted', async () => {
    presences.push(await startTestPresence('p4'));
    const jsm = await jetstreamManager((await nats.connect('admin')).nc);
    const { config } = await jsm.streams.info('KV_presence');
    const ttl = (ms: number) => ({
      max_age: ms * 1e6,
      duplicate_window: Math.min(ms, 120_000) * 1e6,
    });
    const changed = await listen('judy');
    say('judy', { kind: 'connected', connectionId: randomUUID() });
    say('judy', { kind: 'connected', connectionId: randomUUID() });
    await online('judy');
    await eventually(() => expect(changed).toEqual(['online']));
    await jsm.streams.update('KV_presence', { ...config, ...ttl(1_000) });
    await eventually(async () => expect(await count()).toEqual({ users: 0, connections: 0 }));
    await eventually(() => expect(changed).toEqual(['online', 'offline']));
    await jsm.streams.update('KV_presence', { ...config, ...ttl(300_000) });
    expect(changed).toEqual(['online', 'offline']);
  });

  test('a connection that was only silent comes back with its next ping', async () => {
    const changed = await listen('kim');
    const connectionId = randomUUID();
    say('kim', { kind: 'connected', connectionId });
    await online('kim');
    const admin = await nats.connect('admin');
    await (await new Kvm(admin.nc).open('presence')).delete(`kim.${connectionId}`);
    await eventually(() => expect(changed).toEqual(['online', 'offline']));
    say('kim', { kind: 'seen', connectionId });
    await eventually(() => expect(changed).toEqual(['online', 'offline', 'online']));
  });
});

describe('when a single NATS server is killed', () => {
  test('presence comes back with its server, and knows who was connected', async () => {
    const changed = await listen('leo');
    const connectionId = randomUUID();
    say('leo', { kind: 'connected', connectionId });
    await online('leo');
    await eventually(() => expect(changed).toEqual(['online']));
    const ready = () => Promise.all(presences.map((presence) => presence.isReady()));

    process.kill(nats.server.pid() ?? Number.NaN, 'SIGKILL');
    await eventually(async () => expect(await ready()).not.toContain(true));
    await eventually(async () => expect(await ready()).not.toContain(false), { timeoutMs: 20_000 });
    expect((await online('leo')).connections.map((c) => c.connectionId)).toContain(connectionId);

    say('leo', { kind: 'seen', connectionId });
    expect((await online('leo')).lastSeen).toBeDefined();
    say('leo', { kind: 'disconnected', connectionId });
    await eventually(() => expect(changed).toEqual(['online', 'offline']));
  });
});

/** On a busy machine. */
const PATIENCE = { timeoutMs: 25_000 };

test('of a user who was erased only goodbyes are taken, until they begin anew', async () => {
  const announced = await listen('erika');
  const [first, second] = [randomUUID(), randomUUID()];
  say('erika', { kind: 'connected', connectionId: first });
  await online('erika');
  const { nc } = await nats.connect('ingest');
  const tombstone = (state: 'erasing' | 'erased'): Promise<unknown> =>
    jetstream(nc).publish(
      `$KV.erased.${erasedUserDigest('erika')}`,
      JSON.stringify({ state, erased_at: new Date().toISOString(), counts: {} }),
    );
  await tombstone('erasing');
  const admin = await jetstreamManager((await nats.connect('admin')).nc);
  const lastSeen = async () =>
    (await admin.streams.getMessage('KV_last_seen', { last_by_subj: '$KV.last_seen.erika' }))?.seq;
  // Each process knows within a second of its own: from then on no ping changes anything.
  await eventually(async () => {
    const before = await lastSeen();
    for (let ping = 0; ping < 10; ping += 1) {
      say('erika', { kind: 'seen', connectionId: first });
      // Her sign may wait for a write of hers while others' are written.
      for (let i = 0; i < 3; i += 1) await settled('bystander');
    }
    expect(await lastSeen()).toBe(before);
  }, PATIENCE);
  const before = await lastSeen();
  say('erika', { kind: 'connected', connectionId: second });
  say('erika', { kind: 'disconnected', connectionId: first });
  await eventually(() => expect(announced).toEqual(['online', 'offline']));
  expect(await lastSeen()).toBe(before);
  await tombstone('erased');
  await eventually(async () => {
    say('erika', { kind: 'connected', connectionId: second, atMs: Date.now() });
    expect((await ask('erika')).online).toBe(true);
  });
});

/** Signs of another user that were sent later have been written. */
async function settled(userId: string): Promise<void> {
  const connectionId = randomUUID();
  say(userId, { kind: 'connected', connectionId });
  await eventually(async () => {
    const { connections } = await ask(userId);
    expect(connections.some((connection) => connection.connectionId === connectionId)).toBe(true);
  });
}
