import { CLOSE, type OutcomeFrame, type WelcomeFrame } from '@mealwire/contracts/wire';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMealwireClient, type MealwireClient, type MealwireClientOptions } from './client.js';
import { memoryStorage } from './storage/storage.js';
import type { WebSocketLike } from './wire/web-socket.js';

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

const PROCESSING = { status: 'processing', completed_at: null, failure: null };

function clientUnderTest(options: Partial<MealwireClientOptions> = {}): MealwireClient {
  return createMealwireClient({
    origin: 'https://meals.example',
    token: async () => 'jwt',
    deviceId: 'phone-1',
    quality: { post: false },
    fetch: async (_url, init) => {
      const { client_id } = JSON.parse(String(init?.body)) as { client_id: string };
      return Response.json({ ...PROCESSING, id: client_id }, { status: 201 });
    },
    webSocket: (url, protocols) => {
      const socket = new FakeWebSocket(url, protocols);
      sockets.push(socket);
      return socket;
    },
    ...options,
  });
}

function welcome(fields: Partial<WelcomeFrame> = {}): WelcomeFrame {
  return {
    type: 'welcome',
    connection_id: 'c1',
    cursor: 'p0',
    recovered: true,
    replayed: 0,
    pending: [],
    ...fields,
  };
}

function failed(meal: string, cursor: string, prev: string | null): OutcomeFrame {
  return {
    type: 'meal_log.failed',
    id: `outcome-${meal}`,
    cursor,
    prev,
    meal_log_id: meal,
    occurred_at: '2025-11-08T10:07:29.000Z',
    data: { reason: 'no_food_detected', message: 'No food was found.' },
  };
}

function pong(head: string): object {
  return { type: 'pong', timestamp: '2025-11-08T10:07:29Z', head };
}

async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

async function live(client: MealwireClient, frame = welcome()): Promise<FakeWebSocket> {
  client.connect();
  await settled();
  newest().emit('open');
  newest().frame(frame);
  await settled();
  return newest();
}

function outcomesOf(client: MealwireClient): string[] {
  const seen: string[] = [];
  client.onOutcome(({ meal_log_id }, how) => seen.push(`${meal_log_id} by ${how}`));
  return seen;
}

/** A JWT that nobody has signed: the client reads only when it ends. */
function jwtUntil(endsAtMs: number): string {
  return `h.${btoa(JSON.stringify({ exp: Math.round(endsAtMs / 1_000) }))}.s`;
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

  test('is connected with the first frame, not with the handshake', async () => {
    const client = clientUnderTest();
    const states: string[] = [];
    client.onState(({ state }) => states.push(state));
    client.connect();
    await settled();
    newest().emit('open');
    newest().emit('message', { data: 'not a frame' });
    expect(client.status()).toMatchObject({
      state: 'verifying',
      isWebSocketConnecting: true,
      isWebSocketConnected: false,
    });
    newest().frame(welcome());
    expect(client.status()).toMatchObject({
      isWebSocketConnecting: false,
      isWebSocketConnected: true,
    });
    expect(states).toEqual(['connecting', 'verifying', 'live']);
  });

  test('goes on when no token is to be had for a while', async () => {
    const token = vi.fn(async () => Promise.reject(new Error('no network')));
    const client = clientUnderTest({ token });
    client.connect();
    await settled();
    expect(client.status()).toMatchObject({ state: 'backoff', reason: 'no network' });
    expect(token).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(249);
    expect(token).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(token.mock.calls.length).toBeGreaterThan(1);
  });

  test('and closing at once opens nothing', async () => {
    const client = clientUnderTest();
    client.connect();
    client.close();
    await settled();
    expect(sockets).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends with every timer when the app closes it', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    client.close();
    expect(socket.closed).toBe(true);
    expect(client.status().state).toBe('idle');
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a dead socket', () => {
  test('is replaced before it is dropped, and no close event is awaited', async () => {
    const client = clientUnderTest();
    const old = await live(client);
    await vi.advanceTimersByTimeAsync(30_000 + 4_000 + 2_000);
    expect(client.status()).toMatchObject({ state: 'connecting', cause: 'silence' });
    expect(old.closed).toBe(false);
    newest().emit('open');
    newest().frame(welcome());
    expect(old.closed).toBe(true);
    old.lose(CLOSE.replaced.code);
    expect(client.status().state).toBe('live');
  });

  test('is noticed within seconds while a result is due', async () => {
    const client = clientUnderTest();
    await live(client);
    client.submit({ text: 'an apple' });
    await vi.advanceTimersByTimeAsync(5_000 + 4_000 + 2_000);
    expect(client.status()).toMatchObject({ state: 'connecting', cause: 'silence' });
  });
});

describe('tokens', () => {
  test('that end are renewed on the same socket', async () => {
    const tokens = [jwtUntil(Date.now() + 300_000), jwtUntil(Date.now() + 900_000)];
    let asked = 0;
    const client = clientUnderTest({ token: async () => tokens[Math.min(asked++, 1)] as string });
    const socket = await live(client);
    await vi.advanceTimersByTimeAsync(30_000);
    socket.frame(pong('p0'));
    for (let turn = 0; turn < 8; turn += 1) {
      await vi.advanceTimersByTimeAsync(30_000);
      socket.frame(pong('p0'));
    }
    expect(socket.sent).toContain(JSON.stringify({ type: 'auth', token: tokens[1] }));
    expect(sockets).toHaveLength(1);
  });

  test('that the gateway ends are asked for again, and a dead one ends the trying', async () => {
    const token = vi.fn(async ({ rejected }: { rejected: string | null }) =>
      rejected === null ? 'first' : 'first',
    );
    const client = clientUnderTest({ token });
    const socket = await live(client);
    socket.lose(CLOSE.tokenExpired.code);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(token).toHaveBeenLastCalledWith({ rejected: 'first' });
    expect(client.status().state).toBe('logged_out');
    expect(sockets).toHaveLength(1);
  });

  test('that every handshake fails on are found out over HTTP', async () => {
    const client = clientUnderTest({
      token: async ({ rejected }) => (rejected === null ? 'dead' : null),
      fetch: async () => new Response('{}', { status: 401 }),
    });
    client.connect();
    for (let turn = 0; turn < 2; turn += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      newest().lose(1006);
    }
    await settled();
    expect(client.status().state).toBe('logged_out');
  });
});

describe('outcomes', () => {
  test('reach every observer once, and the cursor follows', async () => {
    const client = clientUnderTest();
    const seen = outcomesOf(client);
    const socket = await live(client);
    socket.frame(failed('m1', 'p1', 'p0'));
    await settled();
    socket.lose(1006);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(newest().url.searchParams.get('cursor')).toBe('p1');
    newest().frame(welcome({ cursor: 'p2', replayed: 1 }));
    newest().frame(failed('m1', 'p1', 'p0'));
    newest().frame(failed('m2', 'p2', 'p1'));
    await settled();
    expect(seen).toEqual(['m1 by socket', 'm2 by replay']);
  });

  test('are remembered over restarts with their position', async () => {
    const storage = memoryStorage();
    const before = clientUnderTest({ storage });
    const socket = await live(before);
    socket.frame(failed('m1', 'p1', 'p0'));
    await settled();
    before.close();
    const after = clientUnderTest({ storage });
    const seen = outcomesOf(after);
    const next = await live(after, welcome({ cursor: 'p2', replayed: 2 }));
    expect(next.url.searchParams.get('cursor')).toBe('p1');
    next.frame(failed('m1', 'p1', 'p0'));
    next.frame(failed('m2', 'p2', 'p1'));
    await settled();
    expect(seen).toEqual(['m2 by replay']);
  });

  test('announced by a welcome are not skipped when its replay breaks off', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    socket.lose(1006);
    await vi.advanceTimersByTimeAsync(1_000);
    newest().frame(welcome({ cursor: 'p9', replayed: 3 }));
    newest().lose(1006);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(newest().url.searchParams.get('cursor')).toBe('p0');
  });

  test('behind a gap are asked for, and shown in order', async () => {
    const client = clientUnderTest();
    const seen = outcomesOf(client);
    const socket = await live(client);
    socket.frame(failed('m2', 'p2', 'p1'));
    socket.frame(failed('m3', 'p3', 'p2'));
    await settled();
    expect(socket.sent).toEqual(['{"type":"sync","cursor":"p0"}']);
    socket.frame(failed('m1', 'p1', 'p0'));
    socket.frame(failed('m2', 'p2', 'p1'));
    socket.frame(failed('m3', 'p3', 'p2'));
    await settled();
    expect(seen).toEqual(['m1 by socket', 'm2 by socket', 'm3 by socket']);
  });

  test('of which the last got lost are asked for after the next pong', async () => {
    const socket = await live(clientUnderTest());
    await vi.advanceTimersByTimeAsync(30_000);
    socket.frame(pong('p1'));
    await settled();
    expect(socket.sent).toEqual(['{"type":"ping"}', '{"type":"sync","cursor":"p0"}']);
  });

  test('wait for the app to be done with the one before', async () => {
    const client = clientUnderTest();
    let finish = (): void => undefined;
    const seen: string[] = [];
    client.onOutcome(({ meal_log_id }) => {
      seen.push(meal_log_id);
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    const socket = await live(client);
    socket.frame(failed('m1', 'p1', 'p0'));
    socket.frame(failed('m2', 'p2', 'p1'));
    await settled();
    expect(seen).toEqual(['m1']);
    finish();
    await settled();
    expect(seen).toEqual(['m1', 'm2']);
  });

  test('that cannot be replayed are for the app to reload, until it has', async () => {
    const storage = memoryStorage();
    const client = clientUnderTest({ storage });
    const reloads: boolean[] = [];
    client.onReload(async () => {
      reloads.push(true);
    });
    await live(client, welcome({ recovered: false, cursor: 'p7' }));
    expect(reloads).toHaveLength(1);
    expect(JSON.parse((await storage.load()) ?? '')).toMatchObject({
      cursor: 'p7',
      isReloadDue: false,
    });
    newest().frame({ type: 'error', code: 'invalid_cursor', message: '' });
    await settled();
    expect(reloads).toHaveLength(2);
  });

  test('have their data filled in where ProtoJSON leaves it out', async () => {
    const client = clientUnderTest();
    const observer = vi.fn();
    client.onOutcome(observer);
    const socket = await live(client);
    socket.frame({ ...failed('m1', 'p1', 'p0'), type: 'meal_log.completed', data: {} });
    await settled();
    expect(observer).toHaveBeenCalledWith(
      expect.objectContaining({
        type: 'meal_log.completed',
        data: expect.objectContaining({ items: [], totals: null, total_is_partial: false }),
      }),
      'socket',
    );
  });

  test('of kinds that a newer gateway invented keep their place', async () => {
    const client = clientUnderTest();
    const seen = outcomesOf(client);
    const socket = await live(client);
    socket.frame({ type: 'from_the_future' });
    socket.frame({ type: 'meal_log.corrected', id: 'e', cursor: 'p1', prev: 'p0' });
    socket.frame(failed('m2', 'p2', 'p1'));
    await settled();
    expect(seen).toEqual(['m2 by socket']);
    expect(socket.sent).toEqual([]);
  });
});

describe('submitting', () => {
  test('returns at once, brings the socket up, and uploads in order', async () => {
    const posted: string[] = [];
    const client = clientUnderTest({
      fetch: async (_url, init) => {
        const { text, client_id } = JSON.parse(String(init?.body)) as Record<string, string>;
        posted.push(text ?? '');
        return Response.json({ ...PROCESSING, id: client_id }, { status: 201 });
      },
    });
    expect(client.submit({ text: 'one' })).toMatchObject({ status: 'processing', text: 'one' });
    client.submit({ text: 'two' });
    expect(client.status().state).toBe('connecting');
    await settled();
    expect(posted).toEqual(['one', 'two']);
    expect(client.waiting()).toHaveLength(2);
  });

  test('is repeated under the same id until the server has it', async () => {
    const ids: string[] = [];
    const client = clientUnderTest({
      fetch: async (_url, init) => {
        const { client_id } = JSON.parse(String(init?.body)) as { client_id: string };
        ids.push(client_id);
        if (ids.length < 3) return new Response('{}', { status: 503 });
        return Response.json({ ...PROCESSING, id: client_id }, { status: 201 });
      },
    });
    const { localId } = client.submit({ text: 'an apple' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ids).toEqual([localId, localId, localId]);
    expect(client.unsent()).toEqual([]);
  });

  test('waits as long as the server asks', async () => {
    const headers = { 'retry-after': '20' };
    let posts = 0;
    const client = clientUnderTest({
      fetch: async (_url, init) => {
        if (init?.method === 'POST') posts += 1;
        return new Response('{}', { status: 429, headers });
      },
    });
    client.submit({ text: 'an apple' });
    await vi.advanceTimersByTimeAsync(19_000);
    expect(posts).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(posts).toBe(2);
  });

  test('goes on after a restart', async () => {
    const storage = memoryStorage();
    const before = clientUnderTest({ storage, fetch: () => new Promise(() => undefined) });
    const { localId, saved } = before.submit({ text: 'an apple' });
    await saved;
    before.close();
    const after = clientUnderTest({ storage });
    await after.loaded;
    expect(after.unsent()).toMatchObject([{ localId, text: 'an apple' }]);
    after.connect();
    await settled();
    expect(after.waiting()).toEqual([localId]);
  });

  test('of what the server will never take is given back, and does not block the next', async () => {
    const client = clientUnderTest({
      fetch: async (_url, init) => {
        const { text, client_id } = JSON.parse(String(init?.body)) as Record<string, string>;
        return text === 'bad'
          ? Response.json({ code: 'validation_failed', detail: 'No.' }, { status: 400 })
          : Response.json({ ...PROCESSING, id: client_id }, { status: 201 });
      },
    });
    const changes: string[] = [];
    client.onSubmission((change) =>
      changes.push(change.status === 'refused' ? change.error.code : change.status),
    );
    client.submit({ text: 'bad' });
    client.submit({ text: 'good' });
    await settled();
    expect(changes).toEqual(['validation_failed', 'accepted']);
  });

  test('works without a storage that works', async () => {
    const onStorageError = vi.fn();
    const client = clientUnderTest({
      storage: {
        load: async () => Promise.reject(new Error('locked')),
        save: async () => Promise.reject(new Error('full')),
      },
      onStorageError,
    });
    client.submit({ text: 'an apple' });
    await settled();
    expect(client.waiting()).toHaveLength(1);
    expect(onStorageError).toHaveBeenCalled();
  });
});

describe('polling', () => {
  const MEAL = { ...PROCESSING, id: 'm1' };
  const ENDED = {
    ...MEAL,
    status: 'failed',
    completed_at: '2025-11-08T10:07:29.000Z',
    failure: { reason: 'no_food_detected', message: 'No food.' },
  };

  /** A server whose meal ends with the n-th look at it. */
  function serverEndingAt(look: number) {
    const looks: { readonly etag: string | null; readonly atMs: number }[] = [];
    const startMs = Date.now();
    const fetch: typeof globalThis.fetch = async (url, init = {}) => {
      if (init.method === 'POST') return Response.json(MEAL, { status: 201 });
      // What a client asks when it cannot tell why its sockets fail.
      if (!String(url).endsWith('/m1')) return Response.json({ items: [] });
      looks.push({
        etag: new Headers(init.headers).get('if-none-match'),
        atMs: Date.now() - startMs,
      });
      if (looks.length >= look) return Response.json(ENDED, { headers: { etag: '"2"' } });
      return looks.length === 1
        ? Response.json(MEAL, { headers: { etag: '"1"' } })
        : new Response(null, { status: 304 });
    };
    return { looks, fetch };
  }

  test('brings the result where the socket cannot, ever more slowly, and stops', async () => {
    const { looks, fetch } = serverEndingAt(6);
    const client = clientUnderTest({ fetch });
    const seen = outcomesOf(client);
    client.submit({ text: 'an apple', client_id: 'm1' });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(seen).toEqual(['m1 by polling']);
    expect(looks.map(({ etag }) => etag)).toEqual([null, '"1"', '"1"', '"1"', '"1"', '"1"']);
    const gapsMs = looks.map(({ atMs }, n) => atMs - (looks[n - 1]?.atMs ?? 0));
    expect(gapsMs).toEqual([2_000, 3_000, 4_500, 6_750, 10_000, 10_000]);
  });

  test('ends when the socket is verified, and the result is shown once', async () => {
    const { looks, fetch } = serverEndingAt(100);
    const client = clientUnderTest({ fetch });
    const seen = outcomesOf(client);
    client.submit({ text: 'an apple', client_id: 'm1' });
    await vi.advanceTimersByTimeAsync(2_500);
    expect(looks).toHaveLength(1);
    newest().emit('open');
    newest().frame(welcome({ pending: [{ meal_log_id: 'm1', status: 'processing' }] }));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(looks).toHaveLength(1);
    newest().frame(failed('m1', 'p1', 'p0'));
    await settled();
    expect(seen).toEqual(['m1 by socket']);
  });

  test('reads once what a welcome does not know of', async () => {
    const { looks, fetch } = serverEndingAt(1);
    const client = clientUnderTest({ fetch });
    const seen = outcomesOf(client);
    client.watch('m1');
    await live(client);
    expect(seen).toEqual(['m1 by polling']);
    expect(looks).toHaveLength(1);
    newest().frame(failed('m1', 'p1', 'p0'));
    await settled();
    expect(seen).toHaveLength(1);
  });

  test('gives up on a meal that is gone', async () => {
    const client = clientUnderTest({ fetch: async () => new Response('{}', { status: 404 }) });
    client.watch('m1');
    client.connect();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(client.waiting()).toEqual([]);
  });
});

describe('quality', () => {
  test('is reported without anything that names anybody', async () => {
    const requests: { readonly url: string; readonly body: string }[] = [];
    const client = clientUnderTest({
      quality: { client: 'node' },
      fetch: async (url, init) => {
        requests.push({ url: String(url), body: String(init?.body) });
        return new Response(null, { status: 202 });
      },
    });
    const socket = await live(client);
    await vi.advanceTimersByTimeAsync(30_000);
    socket.frame(pong('p0'));
    socket.frame(failed('m1', 'p1', 'p0'));
    await settled();
    socket.lose(1012);
    await vi.advanceTimersByTimeAsync(30_000);
    const posted = requests.filter(({ url }) => url.endsWith('/api/v1/quality'));
    const { body } = posted[0] ?? expect.unreachable();
    expect(posted).toHaveLength(1);
    expect(JSON.parse(body)).toMatchObject({
      client: 'node',
      version: '0.1.0',
      strategy: 'default',
      handshakes: { succeeded: 1 },
      verified_ms: [0],
      round_trip_ms: [0],
      reconnects: { server_restart: 1 },
      outcomes: { socket: 1 },
    });
    expect(body).not.toMatch(/jwt|phone-1|m1/);
  });
});
