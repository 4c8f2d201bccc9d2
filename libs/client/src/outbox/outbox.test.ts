import { describe, expect, test, vi } from 'vitest';
import type { MealwireClient } from '../mealwire-client.js';
import { memoryStorage } from '../storage/storage.js';
import {
  clientUnderTest,
  created,
  onVirtualTime,
  PROCESSING,
  settled,
} from '../testing/fake-phone.js';

onVirtualTime();

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

  test.each([
    ['forbids it', () => new Response('<html>blocked</html>', { status: 403 })],
    ['finds nothing', () => new Response('{}', { status: 404 })],
    ['says something else', () => Response.json({ status: 'maintenance' })],
    ['wants a login first', () => new Response('<html>Welcome to our hotel</html>')],
  ])('loses no meal to a proxy that %s', async (_name, answer) => {
    let posts = 0;
    const client = clientUnderTest({
      fetch: async (_url, init) => {
        if (init?.method !== 'POST') return Response.json({ items: [] });
        posts += 1;
        return posts === 1 ? answer() : created(init);
      },
    });
    const changes: string[] = [];
    client.onSubmission(({ status }) => changes.push(status));
    client.submit({ text: 'an apple' });
    await settled();
    expect(client.unsent()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(changes).toEqual(['accepted']);
  });

  test('refuses a header that no request can carry, at once', async () => {
    const client = clientUnderTest();
    const headers = { 'idempotency-key': 'crème → brûlée' };
    expect(() => client.submit({ text: 'one' }, headers)).toThrow(TypeError);
    expect(client.unsent()).toEqual([]);
  });

  test('stores each meal before it is sent', async () => {
    const log: string[] = [];
    const storage = memoryStorage();
    const client = clientUnderTest({
      storage: {
        load: storage.load,
        save: async (text) => {
          await new Promise((resolve) => setTimeout(resolve, 3_000));
          if (text.includes('"two"')) log.push('stored');
        },
      },
      fetch: async (_url, init) => {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        if (String(init?.body).includes('"two"')) log.push('sent');
        return created(init);
      },
    });
    client.submit({ text: 'one' });
    await vi.advanceTimersByTimeAsync(3_500);
    client.submit({ text: 'two' });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(log[0]).toBe('stored');
    expect(log).toContain('sent');
  });

  test.each<keyof MealwireClient>(['connect', 'networkChanged', 'foreground'])(
    'is tried again at once after %s()',
    async (signal) => {
      let posts = 0;
      const client = clientUnderTest({
        fetch: async (_url, init) => {
          posts += 1;
          // On the network that is gone, nobody says so.
          return posts === 1 ? new Promise<Response>(() => undefined) : created(init);
        },
      });
      client.submit({ text: 'an apple' });
      await settled();
      (client[signal] as () => void)();
      await settled();
      expect(posts).toBe(2);
      expect(client.unsent()).toEqual([]);
    },
  );

  test('does not hang on a request that never ends', async () => {
    let posts = 0;
    const client = clientUnderTest({
      fetch: async (_url, init) => {
        if (init?.method !== 'POST') return Response.json({ items: [] });
        posts += 1;
        return posts === 1 ? new Promise<Response>(() => undefined) : created(init);
      },
    });
    client.submit({ text: 'an apple' });
    await vi.advanceTimersByTimeAsync(16_000);
    expect(client.unsent()).toEqual([]);
  });

  test('does not press a server that has named its time, whatever happens', async () => {
    let posts = 0;
    const client = clientUnderTest({
      fetch: async (_url, init) => {
        if (init?.method === 'POST') posts += 1;
        return new Response('{}', { status: 503, headers: { 'retry-after': '20' } });
      },
    });
    client.submit({ text: 'an apple' });
    for (let second = 0; second < 18; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      client.networkChanged();
      client.foreground();
      client.connect();
      client.submit({ text: 'a pear' });
    }
    expect(posts).toBe(1);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(posts).toBe(2);
  });

  test('comes back within an hour whatever the server asks', async () => {
    let posts = 0;
    const client = clientUnderTest({
      fetch: async (_url, init) => {
        if (init?.method === 'POST') posts += 1;
        return new Response('{}', { status: 503, headers: { 'retry-after': '2592000' } });
      },
    });
    client.submit({ text: 'an apple' });
    await vi.advanceTimersByTimeAsync(3_500_000);
    expect(posts).toBe(1);
    await vi.advanceTimersByTimeAsync(200_000);
    expect(posts).toBe(2);
  });

  test('begins nothing after close()', async () => {
    const saves: string[] = [];
    let posts = 0;
    let answer = (_response: Response): void => undefined;
    const client = clientUnderTest({
      storage: { load: async () => null, save: async (text) => void saves.push(text) },
      fetch: () =>
        new Promise((resolve) => {
          posts += 1;
          answer = resolve;
        }),
    });
    const changes = vi.fn();
    client.onSubmission(changes);
    client.submit({ text: 'an apple', client_id: 'm1' });
    await settled();
    client.close();
    const before = saves.length;
    answer(Response.json({ ...PROCESSING, id: 'm1' }));
    client.networkChanged();
    client.foreground();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(changes).not.toHaveBeenCalled();
    expect(saves).toHaveLength(before);
    expect(posts).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
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
