import { CLOSE } from '@mealwire/contracts/wire';
import { describe, expect, test, vi } from 'vitest';
import { createCredentials, type TokenRequest } from './credentials.js';
import {
  clientUnderTest,
  created,
  jwtUntil,
  live,
  newest,
  onVirtualTime,
  pong,
  settled,
  sockets,
  welcome,
} from './testing/fake-phone.js';

onVirtualTime();

describe('tokens', () => {
  test('that end are renewed on the same socket', async () => {
    const tokens = [jwtUntil(Date.now() + 300_000), jwtUntil(Date.now() + 900_000)];
    const requests: TokenRequest[] = [];
    const client = clientUnderTest({
      token: async (request) => tokens[Math.min(requests.push(request) - 1, 1)] as string,
    });
    const socket = await live(client);
    await vi.advanceTimersByTimeAsync(30_000);
    socket.frame(pong('p0'));
    for (let turn = 0; turn < 8; turn += 1) {
      await vi.advanceTimersByTimeAsync(30_000);
      socket.frame(pong('p0'));
    }
    expect(socket.sent).toContain(JSON.stringify({ type: 'auth', token: tokens[1] }));
    expect(sockets).toHaveLength(1);
    expect(requests.at(-1)).toEqual({ rejected: null, expiring: tokens[0] });
  });

  test('that the gateway ends are asked for again, and a dead one ends the trying', async () => {
    const token = vi.fn(async ({ rejected }: { rejected: string | null }) =>
      rejected === null ? 'first' : 'first',
    );
    const client = clientUnderTest({ token });
    const socket = await live(client);
    socket.lose(CLOSE.tokenExpired.code);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(token).toHaveBeenLastCalledWith({ rejected: 'first', expiring: null });
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

  test('that come before the first frame are not taken for the one of the socket', async () => {
    const first = jwtUntil(Date.now() + 4_000);
    const second = jwtUntil(Date.now() + 3_600_000);
    let current = first;
    const token = vi.fn(async () => current);
    const client = clientUnderTest({ token });
    client.connect();
    await settled();
    newest().emit('open');
    current = second;
    await vi.advanceTimersByTimeAsync(2_500);
    expect(newest().sent).toEqual([]);
    newest().frame(welcome());
    newest().lose(CLOSE.tokenExpired.code);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(client.status().state).toBe('connecting');
    expect(newest().protocols).toContain(`bearer.${second}`);
  });

  test('that end soon after the first frame are renewed all the same', async () => {
    const tokens = [jwtUntil(Date.now() + 4_000), jwtUntil(Date.now() + 3_600_000)];
    let asked = 0;
    const client = clientUnderTest({ token: async () => tokens[Math.min(asked++, 1)] as string });
    client.connect();
    await settled();
    newest().emit('open');
    await vi.advanceTimersByTimeAsync(2_500);
    newest().frame(welcome());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(newest().sent).toContain(JSON.stringify({ type: 'auth', token: tokens[1] }));
  });

  test('that come after their socket was replaced are not for the next one', async () => {
    const first = jwtUntil(Date.now() + 4_000);
    const second = jwtUntil(Date.now() + 3_600_000);
    const client = clientUnderTest({
      token: async ({ expiring }) => {
        if (expiring === null) return first;
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        return second;
      },
    });
    const socket = await live(client);
    await vi.advanceTimersByTimeAsync(2_500);
    socket.lose(1006);
    await vi.advanceTimersByTimeAsync(1_000);
    newest().frame(welcome());
    await vi.advanceTimersByTimeAsync(4_000);
    expect(newest().sent).toEqual([]);
  });

  test('of a clock that is ahead are left to the gateway', async () => {
    let asked = 0;
    const token = async () => `${jwtUntil(Date.now() - 3_600_000)}${asked++}`;
    const socket = await live(clientUnderTest({ token }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(1);
    expect(socket.sent).toEqual([]);
  });

  test('that were refused are told to the provider once', async () => {
    let made = 0;
    const client = clientUnderTest({
      token: async ({ rejected }) => {
        if (rejected !== null) made += 1;
        return `token-${made}`;
      },
    });
    const socket = await live(client);
    socket.lose(CLOSE.tokenExpired.code);
    await vi.advanceTimersByTimeAsync(1_000);
    for (let meal = 0; meal < 10; meal += 1) {
      client.submit({ text: 'an apple' });
      await settled();
    }
    expect(made).toBe(1);
  });

  test('are asked for once by all who want one at the same time', async () => {
    let running = 0;
    let most = 0;
    const client = clientUnderTest({
      token: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 500));
        running -= 1;
        return 'jwt';
      },
    });
    client.connect();
    client.submit({ text: 'an apple' });
    const listed = client.list().catch(() => undefined);
    await vi.advanceTimersByTimeAsync(2_000);
    await listed;
    expect(most).toBe(1);
  });

  test('that never come are waited for no longer than 15 s', async () => {
    let asked = 0;
    const client = clientUnderTest({
      token: async () => {
        asked += 1;
        return asked === 1 ? new Promise<string>(() => undefined) : 'jwt';
      },
    });
    client.submit({ text: 'an apple' });
    await vi.advanceTimersByTimeAsync(17_000);
    expect(client.unsent()).toEqual([]);
  });

  test('that were refused for a while are tried again when the app connects', async () => {
    let isRefused = true;
    const client = clientUnderTest({
      token: async () => 'of all days',
      fetch: async (_url, init) =>
        isRefused ? Response.json({ code: 'unauthorized' }, { status: 401 }) : created(init),
    });
    client.submit({ text: 'an apple' });
    await settled();
    expect(client.status().state).toBe('logged_out');
    isRefused = false;
    client.connect();
    await settled();
    expect(client.status().state).toBe('connecting');
    expect(client.unsent()).toEqual([]);
  });

  test('that were refused do not count against a better one that came meanwhile', async () => {
    const credentials = createCredentials(async ({ rejected }) =>
      rejected === null ? 'old' : 'new',
    );
    expect(await credentials.token()).toBe('old');
    credentials.reject('old');
    expect(await credentials.token()).toBe('new');
    credentials.reject('old');
    expect(await credentials.token()).toBe('old');
  });
});
