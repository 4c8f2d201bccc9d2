import { randomUUID } from 'node:crypto';
import type { Bus } from '@mealwire/bus';
import type { Stack } from '@mealwire/stack';
import {
  type AppPhone,
  apiClient,
  connectToStack,
  devToken,
  eventually,
  openAppPhone,
  openSseStream,
  startTestStack,
  untilInFeed,
} from '@mealwire/testkit';
import { jetstreamManager } from '@nats-io/jetstream';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

/** What a gateway owes a phone, over real sockets, on two gateways. */

/** Long enough for a machine that stands still in between. */
const PONG_TIMEOUT_MS = 4_000;
const FRAMES_PER_MINUTE = 60;
const SSE_HEARTBEAT_MS = 200;

let stack: Stack;
let admin: Bus;
/** The two gateways' addresses. */
let here: string;
let there: string;
let user: string;
const open: { close(): void }[] = [];

beforeAll(async () => {
  stack = await startTestStack({
    instances: { gateway: 2 },
    env: {
      WS_PONG_TIMEOUT_MS: String(PONG_TIMEOUT_MS),
      WS_FRAMES_PER_MINUTE: String(FRAMES_PER_MINUTE),
      SSE_HEARTBEAT_MS: String(SSE_HEARTBEAT_MS),
    },
  });
  const gateways = stack.info().processes.filter(({ service }) => service === 'gateway');
  [here, there] = gateways.map(({ url }) => url) as [string, string];
  admin = await connectToStack(stack);
});

afterEach(() => {
  for (const connection of open.splice(0)) connection.close();
});

afterAll(async () => {
  await admin?.close();
  await stack?.stop();
});

async function phone(options: Partial<Parameters<typeof openAppPhone>[0]> = {}): Promise<AppPhone> {
  const opened = await openAppPhone({ origin: here, user, ...options });
  open.push(opened);
  return opened;
}

/** Submits a meal and waits until its outcome is in the feed. */
async function meal(): Promise<string> {
  const id = randomUUID();
  const api = apiClient(here, await devToken(here, user));
  await api.submit({ text: 'an apple', client_id: id });
  await eventually(async () => {
    expect((await api.get(`/api/v1/meal-logs/${id}`)).body['status']).toBe('completed');
  });
  await untilInFeed(stack, user, id);
  return id;
}

const closeCode = ({ socket }: AppPhone): Promise<number> =>
  new Promise((resolve) => socket.once('close', resolve));

/** The receipt cursor of a device, straight from the bucket. */
async function receiptOf(device: string): Promise<{ sequence: number } | undefined> {
  const jsm = await jetstreamManager(admin.nc);
  const message = await jsm.streams.getMessage('KV_receipts', {
    last_by_subj: `$KV.receipts.${user}.${device}`,
  });
  return message?.json();
}

const nextUser = (name: string): void => {
  user = `${name}-${randomUUID().slice(0, 8)}`;
};

describe("today's phone, which knows nothing of cursors", () => {
  test('gets what it missed while away, and nothing again, on whichever gateway', async () => {
    nextUser('today');
    const first = await phone();
    const seen = await meal();
    await first.outcome(seen);
    await eventually(async () => expect(await receiptOf('unnamed')).toBeDefined());
    first.close();

    const missed = await meal();
    const second = await phone({ origin: there });
    expect(await second.frame('welcome')).toMatchObject({ recovered: true, replayed: 1 });
    await second.outcome(missed);
    expect(second.outcomesOf(seen)).toEqual([]);
    expect(second.outcomesOf(missed)).toHaveLength(1);
  });

  test('that does not answer is cut off, and the outcome is still owed', async () => {
    nextUser('deaf');
    const deaf = await phone({ autoPong: false });
    const closed = closeCode(deaf);
    await deaf.frame('welcome');
    const id = await meal();
    await deaf.outcome(id);
    expect(await closed).toBe(1006);
    expect(await receiptOf('unnamed')).toBeUndefined();
    const again = await phone({ origin: there });
    await again.outcome(id);
  });
});

describe('receipts', () => {
  test('the first one of a meal becomes an event, once, whatever the number of devices', async () => {
    nextUser('twice');
    const phones = [
      await phone({ query: { device_id: 'iphone' } }),
      await phone({ origin: there, query: { device_id: 'ipad' } }),
    ];
    const id = await meal();
    for (const one of phones) await one.outcome(id);
    for (const device of ['iphone', 'ipad']) {
      await eventually(async () => expect(await receiptOf(device)).toBeDefined());
    }
    const jsm = await jetstreamManager(admin.nc);
    const subject = `meal_log.delivered.${user}.${id}`;
    await eventually(async () => {
      const { state } = await jsm.streams.info('MEAL_LOG', { subjects_filter: subject });
      expect(state.subjects).toEqual({ [subject]: 1 });
    });
    const delivered = await jsm.streams.getMessage('MEAL_LOG', { last_by_subj: subject });
    expect(delivered?.json()).toMatchObject({ meal_log_id: id, channel: 'websocket' });
  });

  test('an ack is one: the phone stays connected without a pong', async () => {
    nextUser('acks');
    const quiet = await phone({ autoPong: false, query: { device_id: 'quiet' } });
    const id = await meal();
    const { cursor } = await quiet.outcome(id);
    quiet.socket.send(JSON.stringify({ type: 'ack', cursor }));
    await eventually(async () => expect(await receiptOf('quiet')).toBeDefined());
    await new Promise((resolve) => setTimeout(resolve, PONG_TIMEOUT_MS * 1.2));
    expect(quiet.socket.readyState).toBe(quiet.socket.OPEN);
  });

  test('a phone cannot claim more than it was sent', async () => {
    nextUser('liar');
    const liar = await phone({ query: { device_id: 'liar' } });
    await liar.outcome(await meal());
    liar.socket.pong('9007199254740991');
    const second = await meal();
    await liar.outcome(second);
    const third = await eventually(async () => {
      const receipt = await receiptOf('liar');
      expect(receipt?.sequence).toBeLessThan(1_000_000);
      return receipt;
    });
    expect(third).toBeDefined();
  });
});

describe('cursors', () => {
  test('that are forged or foreign are refused, and count as none', async () => {
    nextUser('owner');
    const owner = await phone();
    const { cursor } = await owner.outcome(await meal());
    owner.close();
    nextUser('thief');
    const id = await meal();
    for (const bad of [cursor, 'x', 'A'.repeat(38)]) {
      const thief = await phone({ query: { cursor: bad, device_id: randomUUID() } });
      expect(await thief.frame('error')).toMatchObject({ code: 'invalid_cursor' });
      expect(await thief.frame('welcome')).toMatchObject({ recovered: false });
      await thief.outcome(id);
    }
  });

  test('a sync brings what comes after them again', async () => {
    nextUser('syncs');
    const one = await phone();
    const first = await one.outcome(await meal());
    const second = await one.outcome(await meal());
    one.socket.send(JSON.stringify({ type: 'sync', cursor: first.cursor }));
    await eventually(() => expect(one.outcomesOf(second.meal_log_id)).toHaveLength(2));
    expect(one.outcomesOf(first.meal_log_id)).toHaveLength(1);
  });

  test('the welcome names meals under way and those that ended', async () => {
    nextUser('pending');
    const ended = await meal();
    const one = await phone();
    expect(await one.frame('welcome')).toMatchObject({
      pending: [{ meal_log_id: ended, status: 'completed' }],
    });
  });
});

describe('limits', () => {
  test('one connection per device, five per user: the older ones go and are told why', async () => {
    nextUser('many');
    const first = await phone({ query: { device_id: 'd0' } });
    const replaced = closeCode(first);
    await phone({ query: { device_id: 'd0' } });
    expect(await replaced).toBe(4500);
    const oldest = open.at(-1) as AppPhone;
    const evicted = closeCode(oldest);
    for (let n = 1; n <= 5; n++) await phone({ query: { device_id: `d${n}` } });
    expect(await evicted).toBe(4501);
  });

  test('too many frames close the socket', async () => {
    nextUser('chatty');
    const chatty = await phone();
    const code = closeCode(chatty);
    for (let n = 0; n < 2 * FRAMES_PER_MINUTE; n++) chatty.ping();
    expect(await code).toBe(4003);
    expect(await chatty.frame('error')).toMatchObject({ code: 'rate_limited' });
  });

  test('pages of other origins stay out', async () => {
    nextUser('page');
    await expect(phone({ headers: { origin: 'https://evil.example' } })).rejects.toThrow('403');
    await phone({ headers: { origin: here } });
  });
});

describe('a token that ends on a live socket', () => {
  const token = (inS: number, sub = user): Promise<string> =>
    new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setExpirationTime(Math.floor(Date.now() / 1000) + inS)
      .sign(new TextEncoder().encode(stack.info().auth.jwtSecret));

  test('closes it with 4004', async () => {
    nextUser('expires');
    expect(await closeCode(await phone({ token: await token(1) }))).toBe(4004);
  });

  test('unless a new one of the same user comes in time', async () => {
    nextUser('renews');
    const first = await token(5);
    const one = await phone({ token: first });
    one.socket.send(JSON.stringify({ type: 'auth', token: await token(60, 'somebody-else') }));
    expect(await one.frame('error')).toMatchObject({ code: 'unauthorized' });
    one.socket.send(JSON.stringify({ type: 'auth', token: await token(60) }));
    const { expires_at } = await one.frame('authenticated');
    expect(Date.parse(String(expires_at))).toBeGreaterThan(Date.now() + 50_000);
    const { exp = 0 } = decodeJwt(first);
    await new Promise((resolve) => setTimeout(resolve, exp * 1_000 + 500 - Date.now()));
    expect(one.socket.readyState).toBe(one.socket.OPEN);
  });
});

describe('server-sent events', () => {
  async function stream(origin: string, lastEventId?: string) {
    const opened = await openSseStream(
      new URL('/api/v1/meal-logs/stream?device_id=tablet', origin),
      {
        authorization: `Bearer ${await devToken(origin, user)}`,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
    );
    open.push(opened);
    return opened;
  }

  test('carry the same feed, and resume from Last-Event-ID on another gateway', async () => {
    nextUser('sse');
    const first = await stream(here);
    expect(first.status).toBe(200);
    await eventually(() => expect(first.events[0]?.event).toBe('welcome'));
    const seen = await meal();
    const frame = await eventually(() => {
      const event = first.events.find(({ event }) => event === 'meal_log.completed');
      expect(JSON.parse(event?.data ?? '{}')).toMatchObject({ meal_log_id: seen });
      return event;
    });
    // It proves nothing and is not cut off for it.
    const before = first.comments.length;
    await eventually(() =>
      expect(first.comments.length).toBeGreaterThan(before + PONG_TIMEOUT_MS / SSE_HEARTBEAT_MS),
    );
    expect(first.comments).toContain(': heartbeat');
    first.close();

    const missed = await meal();
    const second = await stream(there, frame?.id);
    await eventually(() => {
      const outcomes = second.events.filter(({ event }) => event === 'meal_log.completed');
      expect(outcomes.map(({ data }) => JSON.parse(data).meal_log_id)).toEqual([missed]);
    });
  });

  test('need a token like everything else', async () => {
    const response = await fetch(new URL('/api/v1/meal-logs/stream', here));
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('a gateway that is told to stop', () => {
  test('sends phones to another one, and they miss nothing and see nothing twice', async () => {
    nextUser('deploy');
    const one = await phone();
    const { cursor } = await one.outcome(await meal());
    const code = closeCode(one);
    process.kill(stack.process('gateway-1').pid() as number, 'SIGTERM');
    expect((await one.frame('reconnect')).after_ms).toBeGreaterThanOrEqual(0);
    expect(await code).toBe(1012);
    const id = randomUUID();
    const api = apiClient(there, await devToken(there, user));
    await api.submit({ text: 'a pear', client_id: id });
    const moved = await phone({ origin: there, query: { cursor } });
    await moved.outcome(id);
    expect(moved.frames.filter(({ type }) => type === 'meal_log.completed')).toHaveLength(1);
  });
});
