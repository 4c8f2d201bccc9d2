import { CLOSE, type OutcomeFrame, type WelcomeFrame } from '@mealwire/contracts/wire';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMealwireClient, type MealwireClient } from './client.js';
import type { WebSocketLike } from './web-socket.js';

type Listener = (event: never) => void;

/** A socket that does only what the test says. */
class FakeWebSocket implements WebSocketLike {
  readonly url: URL;
  readonly protocols: string[];
  readonly sent: string[] = [];
  closed = false;
  readonly #listeners = new Map<string, Listener[]>();

  constructor(url: string, protocols: string[]) {
    this.url = new URL(url);
    this.protocols = protocols;
  }

  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  emit(type: string, event: object = {}): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event as never);
  }

  frame(frame: object): void {
    this.emit('message', { data: JSON.stringify(frame) });
  }

  lose(code: number, reason = ''): void {
    this.emit('close', { code, reason });
  }
}

const sockets: FakeWebSocket[] = [];

function newest(): FakeWebSocket {
  const socket = sockets.at(-1);
  if (socket === undefined) throw new Error('no socket was opened');
  return socket;
}

function clientUnderTest(): MealwireClient {
  return createMealwireClient({
    origin: 'https://meals.example',
    token: async () => 'jwt',
    deviceId: 'phone-1',
    webSocket: (url, protocols) => {
      const socket = new FakeWebSocket(url, protocols);
      sockets.push(socket);
      return socket;
    },
  });
}

function welcome(fields: Partial<WelcomeFrame> = {}): WelcomeFrame {
  return {
    type: 'welcome',
    connection_id: 'c1',
    cursor: 'head',
    recovered: true,
    replayed: 0,
    pending: [],
    ...fields,
  };
}

function failed(id: string, cursor: string): OutcomeFrame {
  return {
    type: 'meal_log.failed',
    id,
    cursor,
    prev: null,
    meal_log_id: `meal-of-${id}`,
    occurred_at: '2025-11-08T10:07:29Z',
    data: { reason: 'no_food_detected', message: 'No food was found.' },
  };
}

async function live(client: MealwireClient): Promise<FakeWebSocket> {
  client.connect();
  await vi.advanceTimersByTimeAsync(0);
  newest().emit('open');
  newest().frame(welcome());
  return newest();
}

/** Past any back-off, short of the next ping. */
async function passBackoff(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1_000);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  sockets.length = 0;
});

describe('connecting', () => {
  test('names the device in the URL, and the token in the subprotocols only', async () => {
    const socket = await live(clientUnderTest());
    expect(socket.url.href).toBe('wss://meals.example/ws/meal-logs?device_id=phone-1');
    expect(socket.protocols).toEqual(['mealwire.v1', 'bearer.jwt']);
  });

  test('is live with the first frame, not with the handshake', async () => {
    const client = clientUnderTest();
    const states: string[] = [];
    client.onState(({ state }) => states.push(state));
    client.connect();
    await vi.advanceTimersByTimeAsync(0);
    newest().emit('open');
    expect(client.status().state).toBe('verifying');
    newest().emit('message', { data: 'not a frame' });
    expect(client.status().state).toBe('verifying');
    newest().frame(welcome());
    expect(states).toEqual(['connecting', 'verifying', 'live']);
  });

  test('gives up a connection that never shows a frame', async () => {
    const client = clientUnderTest();
    client.connect();
    await vi.advanceTimersByTimeAsync(0);
    newest().emit('open');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(client.status()).toEqual({ state: 'backoff', reason: 'no answer', retryInMs: 250 });
    expect(newest().closed).toBe(true);
  });

  test('retries when no token is to be had', async () => {
    const token = vi.fn(async () => Promise.reject(new Error('offline')));
    const client = createMealwireClient({ origin: 'https://meals.example', token });
    client.connect();
    await vi.advanceTimersByTimeAsync(300);
    expect(client.status()).toMatchObject({ state: 'backoff', reason: 'offline' });
    expect(token).toHaveBeenCalledTimes(2);
  });
});

describe('a lost connection', () => {
  test('comes back with growing delays', async () => {
    const client = clientUnderTest();
    await live(client);
    const delays = [];
    for (let loss = 0; loss < 8; loss += 1) {
      newest().lose(1006);
      const { retryInMs } = client.status();
      delays.push(retryInMs);
      await vi.advanceTimersByTimeAsync(retryInMs ?? 0);
    }
    expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  });

  test('starts with short delays again after a stable while', async () => {
    const client = clientUnderTest();
    await live(client);
    newest().lose(1006);
    await passBackoff();
    newest().frame(welcome());
    await vi.advanceTimersByTimeAsync(10_000);
    newest().lose(1006);
    expect(client.status().retryInMs).toBe(250);
  });

  test('stays closed where the close code says so, until asked', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    socket.lose(CLOSE.evicted.code, CLOSE.evicted.reason);
    expect(client.status()).toMatchObject({ state: 'closed', reason: CLOSE.evicted.reason });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(sockets).toHaveLength(1);
    await live(client);
    expect(client.status().state).toBe('live');
  });

  test('follows an invitation to reconnect, also when the server closes first', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    socket.frame({ type: 'reconnect', after_ms: 3_000 });
    expect(client.status().state).toBe('live');
    await vi.advanceTimersByTimeAsync(1_000);
    socket.lose(CLOSE.restart.code);
    expect(client.status()).toMatchObject({ state: 'backoff', retryInMs: 2_000 });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sockets).toHaveLength(2);
  });

  test('moves by itself when invited and not closed', async () => {
    const socket = await live(clientUnderTest());
    socket.frame({ type: 'reconnect', after_ms: 3_000 });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(socket.closed).toBe(true);
    expect(sockets).toHaveLength(2);
  });

  test('is not mistaken for the current one', async () => {
    const client = clientUnderTest();
    const old = await live(client);
    old.lose(1006);
    await passBackoff();
    newest().frame(welcome());
    old.lose(CLOSE.evicted.code);
    expect(client.status().state).toBe('live');
  });
});

describe('signs of life', () => {
  test('are sent at every interval while the gateway answers', async () => {
    const socket = await live(clientUnderTest());
    await vi.advanceTimersByTimeAsync(30_000);
    socket.frame({ type: 'pong', timestamp: '2025-11-08T10:07:29Z', head: 'head' });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(socket.sent).toEqual(['{"type":"ping"}', '{"type":"ping"}']);
  });

  test('that stay unanswered end the connection', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.status()).toMatchObject({ state: 'backoff', reason: 'no sign of life' });
    expect(socket.closed).toBe(true);
  });
});

describe('outcomes', () => {
  test('reach every observer once, and the cursor follows', async () => {
    const client = clientUnderTest();
    const ids: string[] = [];
    client.onOutcome(({ id }) => ids.push(id));
    const socket = await live(client);
    socket.frame(failed('e1', 'p1'));
    socket.lose(1006);
    await passBackoff();
    expect(newest().url.searchParams.get('cursor')).toBe('p1');
    newest().frame(welcome({ cursor: 'p2', replayed: 2 }));
    newest().frame(failed('e1', 'p1'));
    newest().frame(failed('e2', 'p2'));
    expect(ids).toEqual(['e1', 'e2']);
  });

  test('announced by a welcome are not skipped when its replay breaks off', async () => {
    const socket = await live(clientUnderTest());
    socket.lose(1006);
    await passBackoff();
    newest().frame(welcome({ cursor: 'p9', replayed: 3 }));
    newest().lose(1006);
    await passBackoff();
    expect(newest().url.searchParams.get('cursor')).toBe('head');
  });

  test('have their data filled in where ProtoJSON leaves it out', async () => {
    const client = clientUnderTest();
    const observer = vi.fn();
    client.onOutcome(observer);
    const socket = await live(client);
    socket.frame({ ...failed('e1', 'p1'), type: 'meal_log.completed', data: {} });
    expect(observer).toHaveBeenCalledWith(
      expect.objectContaining({
        type: 'meal_log.completed',
        data: expect.objectContaining({ items: [], totals: null, total_is_partial: false }),
      }),
    );
  });

  test('and frames that a newer gateway invented do no harm', async () => {
    const client = clientUnderTest();
    const frames = vi.fn();
    client.onFrame(frames);
    const socket = await live(client);
    frames.mockClear();
    socket.frame({ type: 'from_the_future' });
    socket.frame({ type: 'meal_log.completed', id: 7 });
    expect(frames).not.toHaveBeenCalled();
    expect(client.status().state).toBe('live');
  });
});

describe('closing', () => {
  test('ends the connection and every timer', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    client.close();
    expect(socket.closed).toBe(true);
    expect(client.status()).toEqual({ state: 'closed', reason: null, retryInMs: null });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('while the token is still on its way opens no socket', async () => {
    const client = clientUnderTest();
    client.connect();
    client.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(sockets).toHaveLength(0);
  });
});
