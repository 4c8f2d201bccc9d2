import { randomUUID } from 'node:crypto';
import { on, once } from 'node:events';
import { CLOSE } from '@mealwire/contracts';
import type { Stack } from '@mealwire/stack';
import { openAppPhone, startTestStack } from '@mealwire/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { gatewayVitals } from './gateway-vitals.js';

/** The same entrance with the limits that it has in production: floods end, the phone may return. */

/** As in the gateway's configuration. */
const FRAMES_PER_MINUTE = 120;
const FLOOD = 300;
/** Messages in one go. More pings that wait for their pongs, and ws hangs up without a word. */
const AT_ONCE = 10;

let stack: Stack;
let origin: string;

beforeAll(async () => {
  stack = await startTestStack();
  origin = stack.info().origin;
});

afterAll(() => stack?.stop());

const floods: readonly (readonly [name: string, send: (socket: WebSocket) => void])[] = [
  ['pings of the app', (socket) => socket.send('{"type":"ping"}')],
  ['nonsense', (socket) => socket.send('[')],
  ['binary messages', (socket) => socket.send(Buffer.from([0]))],
  ['forged cursors', (socket) => socket.send(`{"type":"sync","cursor":"${'A'.repeat(38)}"}`)],
  ['forged tokens', (socket) => socket.send('{"type":"auth","token":"a.b.c"}')],
  ['protocol pings', (socket) => socket.ping()],
  ['pongs that nobody asked for', (socket) => socket.pong('x')],
];

/** The gateway has read what was sent before. It may say so by hanging up. */
async function answerTo(socket: WebSocket): Promise<void> {
  const token = randomUUID();
  socket.ping(token);
  for await (const [data] of on(socket, 'pong', { close: ['close'] })) {
    if (String(data) === token) return;
  }
}

describe('a flood of', () => {
  test.each(floods)('%s is cut off at the limit', async (_name, send) => {
    const phone = await openAppPhone({ origin, user: 'flood' });
    await phone.frame('welcome');
    const closed = once(phone.socket, 'close');
    for (let i = 1; i <= FLOOD; i++) {
      send(phone.socket);
      if (i % AT_ONCE === 0) await Promise.race([answerTo(phone.socket), closed]);
    }
    const [code] = (await closed) as [number];
    expect(code).toBe(CLOSE.rateLimited.code);
    const errors = phone.frames.filter((frame) => frame.type === 'error');
    expect(errors.filter(({ code }) => code === 'rate_limited')).toHaveLength(1);
    // What was under way when the limit was reached is not answered any more.
    expect(phone.frames.length).toBeLessThanOrEqual(FRAMES_PER_MINUTE + 10);
  });

  test('all of them leaves the gateway in order', async () => {
    const vitals = gatewayVitals(stack);
    await vitals.expectNobodyConnected();
    await vitals.expectAlive();
    const phone = await openAppPhone({ origin, user: 'flood' });
    const { body } = await phone.api.submit({ text: 'an apple' });
    await phone.outcome(String(body['id']));
    phone.close();
  });
});
