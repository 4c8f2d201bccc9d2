import { describe, expect, test, vi } from 'vitest';
import {
  clientUnderTest,
  failed,
  live,
  newest,
  onVirtualTime,
  pong,
  settled,
  welcome,
} from '../testing/fake-phone.js';
import { sumOf } from './quality.js';

onVirtualTime();

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

  test('is kept until the gateway takes it, and told to the app once', async () => {
    const bodies: string[] = [];
    let isDown = true;
    const client = clientUnderTest({
      quality: {},
      fetch: async (url, init) => {
        if (isDown) throw new TypeError('no network');
        if (String(url).endsWith('/quality')) bodies.push(String(init?.body));
        return new Response(null, { status: 202 });
      },
    });
    const told: number[] = [];
    client.onQuality(({ handshakes }) => told.push(handshakes?.failed ?? 0));
    client.connect();
    await settled();
    for (let failure = 0; failure < 12; failure += 1) {
      newest().lose(1006);
      await vi.advanceTimersByTimeAsync(16_000);
    }
    isDown = false;
    newest().frame(welcome());
    await vi.advanceTimersByTimeAsync(60_000);
    const failed = told.reduce((sum, count) => sum + count);
    expect(failed).toBeGreaterThanOrEqual(12);
    expect(bodies.map((body) => JSON.parse(body).handshakes)).toEqual([{ succeeded: 1, failed }]);
  });
});

describe('a sum of reports', () => {
  const names = { client: 'web', version: '1' };

  test('counts and samples up to what the gateway takes', () => {
    const a = {
      ...names,
      verified_ms: [1, 2],
      outcomes: { socket: 1 },
      handshakes: { failed: 9_999 },
    };
    const b = {
      ...names,
      verified_ms: Array.from({ length: 50 }, () => 3),
      outcomes: { socket: 2, polling: 3 },
      handshakes: { failed: 9 },
    };
    expect(sumOf(a, b)).toEqual({
      ...names,
      verified_ms: [1, 2, ...b.verified_ms.slice(2)],
      outcomes: { socket: 3, polling: 3 },
      handshakes: { failed: 10_000 },
    });
    expect(sumOf(undefined, b)).toBe(b);
    expect(sumOf(undefined, undefined)).toBeUndefined();
  });
});
