import { readFile } from 'node:fs/promises';
import type { Bus } from '@mealwire/bus';
import {
  decodeJson,
  type PresenceGetResponse,
  PresenceGetResponseSchema,
  presenceGetSubject,
} from '@mealwire/contracts';
import type { Stack } from '@mealwire/stack';
import {
  connectToStack,
  eventually,
  openAppPhone,
  startTestStack,
  untilInFeed,
} from '@mealwire/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The bug that this system was written to end: the phone pinged, the pong came back, and the
 * notifier said "user not connected, skipping notification". Time is compressed here; make soak
 * runs (b) and (c) in real time.
 */

/** Real: 10 min. Long enough for a slow machine between two pings, short against the test. */
const IDLE_TIMEOUT_MS = 4_000;
const ANALYSIS_MS = 6_000;

let stack: Stack;
let origin: string;
let internal: Bus;

beforeAll(async () => {
  stack = await startTestStack({
    env: {
      WS_IDLE_TIMEOUT_MS: String(IDLE_TIMEOUT_MS),
      AI_ARTIFICIAL_DELAY_MS: String(ANALYSIS_MS),
    },
  });
  origin = stack.info().origin;
  internal = await connectToStack(stack, 'internal');
});

afterAll(async () => {
  await internal?.close();
  await stack?.stop();
});

/** Asks as an internal service does. */
async function presenceOf(user: string): Promise<PresenceGetResponse> {
  const reply = await internal.nc.request(presenceGetSubject(user), '', { timeout: 10_000 });
  return decodeJson(PresenceGetResponseSchema, reply.string());
}

async function lastSeenMs(user: string): Promise<number> {
  const { lastSeen } = (await presenceOf(user)).lastSeen ?? {};
  if (lastSeen === undefined) throw new Error(`${user} was never seen`);
  return Number(lastSeen.seconds) * 1000 + lastSeen.nanos / 1e6;
}

const gatewayLog = (): Promise<string> => {
  const gateway = stack.info().processes.find(({ name }) => name === 'gateway-1');
  return readFile(gateway?.logFile ?? '', 'utf8');
};

describe('the old bug', () => {
  test('(a) a ping refreshes LastSeen', async () => {
    const phone = await openAppPhone({ origin, user: 'anna' });
    await eventually(async () => expect((await presenceOf('anna')).online).toBe(true));
    const before = await lastSeenMs('anna');
    phone.ping();
    await phone.frame('pong');
    await eventually(async () => expect(await lastSeenMs('anna')).toBeGreaterThan(before));
    await eventually(async () =>
      expect(await gatewayLog()).toContain('Ping from user anna - connection refreshed'),
    );

    phone.close();
    await eventually(async () => expect((await presenceOf('anna')).online).toBe(false));
    expect(await lastSeenMs('anna')).toBeGreaterThan(before);
  });

  test('(b) connect, ping, submit, a long analysis: the phone gets its result', async () => {
    const phone = await openAppPhone({ origin, user: 'ben' });
    phone.ping();
    await phone.frame('pong');
    const { body } = await phone.api.submit({ text: 'an apple' });
    const pings = setInterval(phone.ping, IDLE_TIMEOUT_MS / 5);
    try {
      expect(await phone.outcome(String(body['id']))).toMatchObject({ type: 'meal_log.completed' });
    } finally {
      clearInterval(pings);
      phone.close();
    }
    const log = await eventually(async () => {
      const text = await gatewayLog();
      expect(text).toContain('User ben is connected, sending notification');
      return text;
    });
    expect(log).toMatch(/Active connections: \d+/);
    expect(log).not.toContain('skipping notification');
  });

  test('(c) after many pings over more than the idle deadline, a meal is delivered', async () => {
    const phone = await openAppPhone({ origin, user: 'cleo' });
    // 30 pings, as in 15 minutes; spread over twice the deadline.
    for (let n = 1; n <= 30; n++) {
      phone.ping();
      await eventually(() =>
        expect(phone.frames.filter(({ type }) => type === 'pong')).toHaveLength(n),
      );
      await new Promise((resolve) => setTimeout(resolve, (2 * IDLE_TIMEOUT_MS) / 30));
    }
    const { body } = await phone.api.submit({ text: 'a banana' });
    const pings = setInterval(phone.ping, IDLE_TIMEOUT_MS / 5);
    try {
      expect(await phone.outcome(String(body['id']))).toMatchObject({ type: 'meal_log.completed' });
    } finally {
      clearInterval(pings);
      phone.close();
    }
  });

  test('(c) and without pings the socket is closed, so that the phone knows', async () => {
    const phone = await openAppPhone({ origin, user: 'cleo' });
    const code = await new Promise((resolve) => phone.socket.once('close', resolve));
    expect(code).toBe(4001);
  });

  test('(d) a socket that opens after the submission, before completion, gets the outcome once', async () => {
    const first = await openAppPhone({ origin, user: 'dora' });
    first.close();
    const { body } = await first.api.submit({ text: 'a pear' });
    const late = await openAppPhone({ origin, user: 'dora' });
    expect(await late.frame('welcome')).toMatchObject({ replayed: 0 });
    const pings = setInterval(late.ping, IDLE_TIMEOUT_MS / 5);
    try {
      await late.outcome(String(body['id']));
      await flushed(late);
      expect(late.outcomesOf(String(body['id']))).toHaveLength(1);
    } finally {
      clearInterval(pings);
      late.close();
    }
  });

  test('(d) a socket that opens after completion still gets the outcome once', async () => {
    const first = await openAppPhone({ origin, user: 'emil' });
    first.close();
    const { body } = await first.api.submit({ text: 'a peach' });
    const id = String(body['id']);
    await eventually(async () => {
      const { body: read } = await first.api.get(`/api/v1/meal-logs/${id}`);
      expect(read['status']).toBe('completed');
    });
    await untilInFeed(stack, 'emil', id);
    const late = await openAppPhone({ origin, user: 'emil' });
    expect(await late.frame('welcome')).toMatchObject({ recovered: true, replayed: 1 });
    const frame = await late.outcome(id);
    // Nobody knows what a phone without a cursor had before.
    expect(frame.prev).toBeNull();
    await flushed(late);
    expect(late.outcomesOf(id)).toHaveLength(1);
    late.close();

    // With the cursor of that frame it is not sent again.
    const again = await openAppPhone({ origin, user: 'emil', query: { cursor: frame.cursor } });
    expect(await again.frame('welcome')).toMatchObject({ recovered: true, replayed: 0 });
    await flushed(again);
    expect(again.outcomesOf(id)).toEqual([]);
    again.close();
  });
});

/** A pong comes after everything that the gateway had to send before it. */
async function flushed(phone: Awaited<ReturnType<typeof openAppPhone>>): Promise<void> {
  const pongs = phone.frames.filter(({ type }) => type === 'pong').length;
  phone.ping();
  await eventually(() =>
    expect(phone.frames.filter(({ type }) => type === 'pong').length).toBeGreaterThan(pongs),
  );
}
