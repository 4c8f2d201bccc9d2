import { describe, expect, test, vi } from 'vitest';
import {
  clientUnderTest,
  created,
  failed,
  live,
  newest,
  onVirtualTime,
  outcomesOf,
  PROCESSING,
  pong,
  settled,
  welcome,
} from '../testing/fake-phone.js';

onVirtualTime();

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

  test('reads what a welcome does not know of until that has succeeded once', async () => {
    const { looks, fetch } = serverEndingAt(1);
    let isAway = true;
    const client = clientUnderTest({
      fetch: async (url, init) => (isAway ? new Response('', { status: 503 }) : fetch(url, init)),
    });
    const seen = outcomesOf(client);
    client.watch('m1');
    await live(client);
    isAway = false;
    await vi.advanceTimersByTimeAsync(4_000);
    expect(seen).toEqual(['m1 by polling']);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(looks).toHaveLength(1);
  });

  test('reads what is watched on a live connection, once', async () => {
    const { looks, fetch } = serverEndingAt(2);
    const client = clientUnderTest({ fetch });
    const seen = outcomesOf(client);
    const socket = await live(client);
    client.watch('m1');
    await vi.advanceTimersByTimeAsync(4_500);
    expect(looks).toHaveLength(1);
    socket.frame(failed('m1', 'p1', 'p0'));
    await settled();
    expect(seen).toEqual(['m1 by socket']);
  });

  test('does not forget what is watched when the socket is in doubt for a moment', async () => {
    const { looks, fetch } = serverEndingAt(1);
    let isAway = true;
    const client = clientUnderTest({
      fetch: async (url, init) => (isAway ? new Response('', { status: 503 }) : fetch(url, init)),
    });
    const socket = await live(client);
    client.watch('m1');
    await settled();
    client.foreground();
    expect(client.status().state).toBe('suspect');
    socket.frame(pong('p0'));
    expect(client.status().state).toBe('live');
    isAway = false;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(looks).toHaveLength(1);
  });

  test('brings what is watched again although it was shown', async () => {
    const { fetch } = serverEndingAt(1);
    const client = clientUnderTest({ fetch });
    const seen = outcomesOf(client);
    const socket = await live(client);
    socket.frame(failed('m1', 'p1', 'p0'));
    await settled();
    client.watch('m1');
    await settled();
    expect(seen).toEqual(['m1 by socket', 'm1 by polling']);
    expect(client.waiting()).toEqual([]);
  });

  test('brings it again also where it was polled', async () => {
    const client = clientUnderTest({
      fetch: async (_url, init) =>
        new Headers(init?.headers).get('if-none-match') === '"2"'
          ? new Response(null, { status: 304 })
          : Response.json(ENDED, { headers: { etag: '"2"' } }),
    });
    const seen = outcomesOf(client);
    await live(client);
    for (let turn = 0; turn < 2; turn += 1) {
      client.watch('m1');
      await settled();
    }
    expect(seen).toEqual(['m1 by polling', 'm1 by polling']);
  });

  test('is one at a time, however often the socket comes and goes', async () => {
    let running = 0;
    let most = 0;
    let looks = 0;
    const client = clientUnderTest({
      fetch: async (url, init) => {
        if (init?.method === 'POST') return created(init);
        if (!String(url).endsWith('/m1')) return Response.json({ items: [] });
        looks += 1;
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 8_000));
        running -= 1;
        return Response.json(MEAL);
      },
    });
    client.submit({ text: 'an apple', client_id: 'm1' });
    for (let turn = 0; turn < 8; turn += 1) {
      await vi.advanceTimersByTimeAsync(2_100);
      newest().emit('open');
      newest().frame(welcome());
      await settled();
      newest().lose(1006);
    }
    await vi.advanceTimersByTimeAsync(60_000);
    const before = looks;
    await vi.advanceTimersByTimeAsync(180_000);
    expect(most).toBe(1);
    expect(looks - before).toBe(10);
  });

  test('waits as long as the server asks, whatever the socket does', async () => {
    let looks = 0;
    const client = clientUnderTest({
      fetch: async (url, init) => {
        if (init?.method === 'POST') return created(init);
        if (!String(url).endsWith('/m1')) return Response.json({ items: [] });
        looks += 1;
        return new Response('', { status: 503, headers: { 'retry-after': '60' } });
      },
    });
    client.submit({ text: 'an apple', client_id: 'm1' });
    for (let turn = 0; turn < 10; turn += 1) {
      await vi.advanceTimersByTimeAsync(2_500);
      newest().emit('open');
      newest().frame(welcome());
      await settled();
      newest().lose(1006);
    }
    expect(looks).toBe(1);
  });

  test('gives up on a meal that is gone', async () => {
    const fetch = async () => Response.json({ code: 'meal_log_not_found' }, { status: 404 });
    const client = clientUnderTest({ fetch });
    client.watch('m1');
    client.connect();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(client.waiting()).toEqual([]);
  });

  test.each([
    ['of a proxy', () => new Response('<html>default backend - 404</html>', { status: 404 })],
    ['for another path', () => Response.json({ code: 'not_found' }, { status: 404 })],
  ])('does not take the 404 %s for that', async (_name, answer) => {
    const client = clientUnderTest({ fetch: async () => answer() });
    client.watch('m1');
    client.connect();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(client.waiting()).toEqual(['m1']);
  });
});
