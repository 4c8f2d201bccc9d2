import { describe, expect, test, vi } from 'vitest';
import type { MealwireClient } from '../mealwire-client.js';
import { memoryStorage } from '../storage/storage.js';
import {
  clientUnderTest,
  type FakeWebSocket,
  failed,
  live,
  newest,
  onVirtualTime,
  outcomesOf,
  pong,
  settled,
  welcome,
} from '../testing/fake-phone.js';

onVirtualTime();

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

  test('are not asked for before the welcome, when a pong means nothing', async () => {
    const client = clientUnderTest();
    const socket = await live(client);
    socket.lose(1006);
    await vi.advanceTimersByTimeAsync(1_000);
    newest().frame(pong('p0'));
    newest().frame(pong('p9'));
    await settled();
    expect(newest().sent).toEqual([]);
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

  test('that the app fails to take do not stop the others, and are for it to reload', async () => {
    const storage = memoryStorage();
    const onError = vi.fn();
    const client = clientUnderTest({ storage, onError });
    const journals: unknown[] = [];
    const reloads: unknown[] = [];
    client.onOutcome(async () => {
      throw new Error('the database is locked');
    });
    const seen = outcomesOf(client);
    client.onReload(async () => {
      reloads.push(JSON.parse((await storage.load()) ?? ''));
    });
    const socket = await live(client);
    storage.save = async (text) => void journals.push(JSON.parse(text));
    socket.frame(failed('m1', 'p1', 'p0'));
    socket.frame(failed('m2', 'p2', 'p1'));
    await settled();
    expect(seen).toEqual(['m1 by socket', 'm2 by socket']);
    expect(onError).toHaveBeenCalledWith(new Error('the database is locked'));
    expect(reloads.length).toBeGreaterThan(0);
    expect(journals[0]).toMatchObject({ cursor: 'p1', isReloadDue: true });
    expect(journals.at(-1)).toMatchObject({ cursor: 'p2', isReloadDue: false });
  });

  test('do not wait for ever for the one before', async () => {
    const client = clientUnderTest({ onError: () => undefined });
    const seen: string[] = [];
    client.onOutcome(({ meal_log_id }) => {
      seen.push(meal_log_id);
      return new Promise<void>(() => undefined);
    });
    const socket = await live(client);
    socket.frame(failed('m1', 'p1', 'p0'));
    socket.frame(failed('m2', 'p2', 'p1'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual(['m1', 'm2']);
  });

  test('are not told after the app has closed the client', async () => {
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
    client.close();
    finish();
    await settled();
    expect(seen).toEqual(['m1']);
  });
});

describe('a reload', () => {
  async function missed(client: MealwireClient): Promise<FakeWebSocket> {
    return live(client, welcome({ recovered: false, cursor: 'p7' }));
  }

  test('that failed is asked for again until it succeeds', async () => {
    const client = clientUnderTest();
    let asked = 0;
    client.onReload(async () => {
      asked += 1;
      if (asked < 3) throw new Error('503');
    });
    await missed(client);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(3);
  });

  test('that an earlier start has not done is asked for although no socket works', async () => {
    const storage = memoryStorage();
    const before = clientUnderTest({ storage });
    before.onReload(() => Promise.reject(new Error('503')));
    await missed(before);
    before.close();
    const after = clientUnderTest({ storage });
    const reloads = vi.fn();
    after.onReload(reloads);
    await settled();
    expect(reloads).not.toHaveBeenCalled();
    after.connect();
    await settled();
    expect(reloads).toHaveBeenCalledTimes(1);
  });

  test('is asked for again when more was missed while it ran', async () => {
    const storage = memoryStorage();
    const client = clientUnderTest({ storage });
    const finish: (() => void)[] = [];
    client.onReload(() => new Promise<void>((resolve) => finish.push(resolve)));
    const socket = await missed(client);
    socket.frame({ type: 'error', code: 'invalid_cursor', message: '' });
    await settled();
    expect(finish).toHaveLength(1);
    finish[0]?.();
    await settled();
    expect(finish).toHaveLength(2);
    expect(JSON.parse((await storage.load()) ?? '')).toMatchObject({ isReloadDue: true });
    finish[1]?.();
    await settled();
    expect(JSON.parse((await storage.load()) ?? '')).toMatchObject({ isReloadDue: false });
  });

  test('that never ends is given up, and asked for again', async () => {
    const client = clientUnderTest();
    let asked = 0;
    client.onReload(() => {
      asked += 1;
      return new Promise<void>(() => undefined);
    });
    await missed(client);
    await vi.advanceTimersByTimeAsync(75_000);
    expect(asked).toBe(2);
  });
});
