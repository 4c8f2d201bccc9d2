import { CLOSE } from '@mealwire/contracts/wire';
import { describe, expect, test, vi } from 'vitest';
import type { MealwireClient } from './mealwire-client.js';
import { DEFAULT_STRATEGY } from './strategy.js';
import {
  clientUnderTest,
  live,
  newest,
  onVirtualTime,
  pong,
  settled,
  sockets,
  welcome,
} from './testing/fake-phone.js';

onVirtualTime();

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

  test('tells of a state once, however many frames come', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    const states = vi.fn();
    client.onState(states);
    for (let turn = 0; turn < 5; turn += 1) socket.frame(pong('p0'));
    client.watch('m1');
    await settled();
    expect(states).not.toHaveBeenCalled();
  });

  test('is not held up for long by a system that is wrong about the network', async () => {
    const client = clientUnderTest();
    await live(client);
    client.networkChanged(false);
    client.submit({ text: 'an apple' });
    await settled();
    newest().emit('open');
    newest().frame(welcome());
    expect(client.status().state).toBe('live');
  });

  test('comes back when an attempt that was given up takes its place', async () => {
    const client = clientUnderTest();
    client.connect();
    await vi.advanceTimersByTimeAsync(11_000);
    newest().emit('open');
    newest().frame(welcome());
    newest().lose(CLOSE.replaced.code, CLOSE.replaced.reason);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(client.status().state).toBe('connecting');
    expect(sockets).toHaveLength(3);
  });

  test('does not take an invitation of weeks for one of now', async () => {
    const socket = await live(clientUnderTest());
    socket.frame({ type: 'reconnect', after_ms: 3_000_000_000 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sockets).toHaveLength(1);
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

  test('goes on although a socket throws', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    const broken = () => {
      throw new Error('broken');
    };
    socket.send = broken;
    client.submit({ text: 'an apple' });
    await settled();
    expect(client.unsent()).toEqual([]);
    socket.close = broken;
    expect(client.close).toThrow('broken');
    client.connect();
    await settled();
    expect(sockets).toHaveLength(2);
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

  test.each([1_000, 3_000, 4_000])('is noticed by a phone that pings every %i ms', async (pace) => {
    const strategy = { ...DEFAULT_STRATEGY, duePingIntervalMs: pace };
    const client = clientUnderTest({ strategy });
    await live(client);
    client.submit({ text: 'an apple' });
    await vi.advanceTimersByTimeAsync(pace + 4_000 + 2_000);
    expect(client.status()).toMatchObject({ state: 'connecting', cause: 'silence' });
  });

  test('is noticed while meals are submitted again and again', async () => {
    const client = clientUnderTest();
    await live(client);
    for (let second = 0; second < 7; second += 1) {
      client.submit({ text: 'an apple' });
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(sockets).toHaveLength(2);
  });

  test('is not suspected when something came after the ping', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    client.submit({ text: 'an apple' });
    for (let turn = 0; turn < 20; turn += 1) {
      await vi.advanceTimersByTimeAsync(3_000);
      socket.frame(pong('p0'));
      expect(client.status().state).toBe('live');
    }
  });

  test('is noticed within seconds while a result is due', async () => {
    const client = clientUnderTest();
    await live(client);
    client.submit({ text: 'an apple' });
    await vi.advanceTimersByTimeAsync(5_000 + 4_000 + 2_000);
    expect(client.status()).toMatchObject({ state: 'connecting', cause: 'silence' });
  });
});

describe('a handshake that fails and does not say why', () => {
  async function diagnosed(
    answer: () => Response,
  ): Promise<{ client: MealwireClient; asked: string[] }> {
    const asked: string[] = [];
    const client = clientUnderTest({
      fetch: async (url) => {
        asked.push(String(url));
        return answer();
      },
    });
    client.connect();
    for (let failure = 0; failure < 2; failure += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      newest().lose(1006);
    }
    await settled();
    return { client, asked };
  }

  test('is asked about where it failed', async () => {
    const { client, asked } = await diagnosed(() =>
      Response.json({ code: 'upgrade_required' }, { status: 426 }),
    );
    expect(asked).toEqual(['https://meals.example/ws/meal-logs']);
    expect(client.status()).toMatchObject({ state: 'backoff', retryInMs: 500 });
  });

  test('waits as long as the gateway wants', async () => {
    const headers = { 'retry-after': '5' };
    const { client } = await diagnosed(() =>
      Response.json({ code: 'unavailable' }, { status: 503, headers }),
    );
    expect(client.status()).toMatchObject({ state: 'backoff', retryInMs: 5_000 });
  });
});
