import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import type { Stack } from '@mealwire/stack';
import { type AppPhone, eventually, openAppPhone, startTestStack } from '@mealwire/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Every part may leave or be killed: the stack brings it back, and the next meal arrives. */

const SERVICES = ['gateway-1', 'ingest-1', 'ai-1', 'presence-1', 'console-1'];
const SERVERS = ['nats', 'postgres'];

let stack: Stack;
let origin: string;

beforeAll(async () => {
  stack = await startTestStack();
  origin = stack.info().origin;
});

afterAll(() => stack?.stop());

/** Ends a process from outside and waits until another one is ready in its place. */
async function endAndAwaitRestart(name: string, signal: NodeJS.Signals): Promise<void> {
  const before = stack.process(name).pid();
  process.kill(before as number, signal);
  await eventually(
    () => {
      const entry = stack.info().processes.find((p) => p.name === name);
      expect(entry).toMatchObject({ status: 'ready', pid: expect.any(Number) });
      expect(entry?.pid).not.toBe(before);
    },
    { timeoutMs: 30_000 },
  );
}

/** A phone connects, as often as it takes, submits under one id and gets the outcome once. */
async function expectMealDelivered(user: string): Promise<void> {
  const clientId = randomUUID();
  const phone = await eventually(() => openAppPhone({ origin, user }), { timeoutMs: 30_000 });
  try {
    await submitUntilStored(phone, clientId);
    const frame = await phone.outcome(clientId, 30_000);
    expect(frame.type).toBe('meal_log.completed');
    expect(phone.outcomesOf(clientId)).toHaveLength(1);
    await eventually(async () => {
      const { body } = await phone.api.get('/api/v1/meal-logs?status=completed');
      const ids = (body['items'] as { id: string }[]).map(({ id }) => id);
      expect(ids).toContain(clientId);
    });
  } finally {
    phone.close();
  }
}

function submitUntilStored({ api }: AppPhone, clientId: string): Promise<void> {
  return eventually(async () => {
    const { status } = await api.submit({ text: 'an apple', client_id: clientId });
    expect(status).toBe(201);
  });
}

describe('SIGTERM', () => {
  test.each(SERVICES)('%s leaves cleanly and is started again', async (name) => {
    await endAndAwaitRestart(name, 'SIGTERM');
    expect(stack.process(name).lastEnd()).toEqual({ code: 0, signal: null });
    await expectMealDelivered(`term-${name}`);
  });
});

describe('SIGKILL', () => {
  test.each([...SERVICES, ...SERVERS])(
    '%s is started again, the next meal arrives',
    async (name) => {
      await endAndAwaitRestart(name, 'SIGKILL');
      expect(stack.process(name).lastEnd()).toEqual({ code: null, signal: 'SIGKILL' });
      await expectMealDelivered(`kill-${name}`);
    },
  );

  test('a phone that stays connected while NATS is killed gets the next meal on that socket', async () => {
    const phone = await openAppPhone({ origin, user: 'patient' });
    await phone.frame('welcome');
    await endAndAwaitRestart('nats', 'SIGKILL');
    const id = randomUUID();
    await submitUntilStored(phone, id);
    await phone.outcome(id, 30_000);
    expect(phone.socket.readyState).toBe(phone.socket.OPEN);
    phone.close();
  });
});

describe('a phone that connects while NATS hangs', () => {
  test('gets its meal on that socket when NATS is back', async () => {
    const nats = stack.process('nats').pid() as number;
    process.kill(nats, 'SIGSTOP');
    const phone = await openAppPhone({ origin, user: 'zombie' });
    await endAndAwaitRestart('nats', 'SIGKILL');
    const id = randomUUID();
    await submitUntilStored(phone, id);
    await phone.outcome(id, 30_000);
    phone.close();
  });
});

describe('an upgrade that is refused', () => {
  test('does not leave its connection open', async () => {
    const { port, hostname } = new URL(origin);
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    socket.write(
      'GET /ws/meal-logs HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    );
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    // Our side never ends it: the gateway must.
    await new Promise((resolve) => socket.once('end', resolve));
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    // Half-open on our side alone: nobody takes what we still send.
    socket.on('error', () => undefined);
    await eventually(() => {
      if (!socket.destroyed) socket.write('still there?');
      expect(socket.destroyed).toBe(true);
    });
  });
});

describe('a gateway whose upstream is away', () => {
  test('says so, and lives on with all its sockets', async () => {
    const phone = await openAppPhone({ origin, user: 'upstream' });
    await phone.frame('welcome');
    const gateway = stack.process('gateway-1').pid();
    for (const [name, path] of [
      ['ingest-1', '/api/v1/meal-logs'],
      ['console-1', '/'],
    ] as const) {
      process.kill(stack.process(name).pid() as number, 'SIGKILL');
      const { status, headers, body } = await phone.api.get(path);
      expect(status).toBe(503);
      expect(headers.get('retry-after')).toBe('2');
      expect(body).toMatchObject({ code: 'upstream_unavailable' });
    }
    expect(stack.process('gateway-1').pid()).toBe(gateway);
    expect(phone.socket.readyState).toBe(phone.socket.OPEN);
    phone.close();
    await expectMealDelivered('upstream');
  });
});

describe('metrics', () => {
  test.each([
    ['gateway-1', ['mealwire_gateway_connections', 'mealwire_delivery_duration_bucket']],
    ['presence-1', ['presence_users', 'presence_connections']],
    ['ingest-1', ['http_server']],
  ])('of %s are there to be scraped', async (name, names) => {
    await expectMealDelivered('metrics');
    const { url } = stack.info().processes.find((p) => p.name === name) ?? { url: '' };
    await eventually(async () => {
      const scraped = await (await fetch(`${url}/metrics`)).text();
      for (const metric of names) expect(scraped).toContain(metric);
    });
  });
});

describe('a gateway that is told to stop', () => {
  test('asks phones to come back and closes with 1012', async () => {
    const phone = await openAppPhone({ origin, user: 'deploy' });
    await phone.frame('welcome');
    const closed = new Promise((resolve) => phone.socket.once('close', resolve));
    process.kill(stack.process('gateway-1').pid() as number, 'SIGTERM');
    expect((await phone.frame('reconnect')).after_ms).toBeGreaterThanOrEqual(0);
    expect(await closed).toBe(1012);
  });
});

describe('an ai that dies in the middle of an analysis', () => {
  test('costs time, not the meal: another process takes it up, and it ends once', {
    timeout: 180_000,
  }, async () => {
    const slow = await startTestStack({ env: { AI_ARTIFICIAL_DELAY_MS: '5000' } });
    try {
      const phone = await openAppPhone({ origin: slow.info().origin, user: 'mid-analysis' });
      const ids = Array.from({ length: 5 }, () => randomUUID());
      await Promise.all(ids.map((id) => submitUntilStored(phone, id)));
      process.kill(slow.process('ai-1').pid() as number, 'SIGKILL');
      for (const id of ids) {
        const { body } = await phone.api.get(`/api/v1/meal-logs/${id}`);
        expect(body['status']).toBe('processing');
      }
      for (const id of ids) await phone.outcome(id, 40_000);
      for (const id of ids) expect(phone.outcomesOf(id)).toHaveLength(1);
      phone.close();
    } finally {
      await slow.stop();
    }
  });
});
