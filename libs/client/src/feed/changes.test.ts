import { describe, expect, test, vi } from 'vitest';
import { memoryStorage } from '../storage/storage.js';
import {
  changed,
  changesOf,
  clientUnderTest,
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

const MEAL = { ...PROCESSING, id: 'm1' };

/** As REST shows a meal that ended then. */
function ended(at: string): object {
  const failure = { reason: 'no_food_detected', message: 'No food.' };
  return { ...MEAL, status: 'failed', completed_at: at, failure };
}

const GONE = Response.json.bind(null, { code: 'meal_log_not_found' }, { status: 404 });

describe('what the user did to a meal', () => {
  test('is told once, with the new result, and the cursor follows', async () => {
    const client = clientUnderTest();
    const observer = vi.fn();
    client.onChange(observer);
    const socket = await live(client);
    const items = [{ name: 'Egg' }];
    socket.frame({ ...changed('corrected', 'm1', 'p1', 'p0'), data: { items } });
    await settled();
    expect(observer).toHaveBeenCalledExactlyOnceWith(
      {
        type: 'meal_log.corrected',
        meal_log_id: 'm1',
        version: 3,
        occurred_at: '2025-11-08T10:08:00.000Z',
        data: expect.objectContaining({ items, totals: null, needs_review: false }),
      },
      'socket',
    );
    socket.lose(1006);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(newest().url.searchParams.get('cursor')).toBe('p1');
    newest().frame(welcome({ cursor: 'p1' }));
    newest().frame(changed('corrected', 'm1', 'p1', 'p0'));
    await settled();
    expect(observer).toHaveBeenCalledTimes(1);
  });

  test('is told in its place between the outcomes, each after the app is done', async () => {
    const client = clientUnderTest();
    const seen: string[] = [];
    let finish = (): void => undefined;
    client.onOutcome(({ meal_log_id }) => seen.push(`${meal_log_id} ended`));
    client.onChange(({ type }) => {
      seen.push(type);
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    const socket = await live(client);
    socket.frame(failed('m1', 'p1', 'p0'));
    socket.frame(changed('deleted', 'm1', 'p2', 'p1'));
    socket.frame(failed('m2', 'p3', 'p2'));
    await settled();
    expect(seen).toEqual(['m1 ended', 'meal_log.deleted']);
    finish();
    await settled();
    expect(seen).toEqual(['m1 ended', 'meal_log.deleted', 'm2 ended']);
  });

  test('and the app fails to take is for it to reload, which is noted with the cursor', async () => {
    const storage = memoryStorage();
    const client = clientUnderTest({ storage, onError: () => undefined });
    client.onChange(() => Promise.reject(new Error('the database is locked')));
    client.onReload(() => Promise.reject(new Error('503')));
    const socket = await live(client);
    socket.frame(changed('deleted', 'm1', 'p1', 'p0'));
    await settled();
    const journal = JSON.parse((await storage.load()) ?? '');
    expect(journal).toMatchObject({ cursor: 'p1', isReloadDue: true });
  });

  test('comes again on the socket that is on its way out without being asked for', async () => {
    const client = clientUnderTest();
    const seen = changesOf(client);
    const socket = await live(client);
    const first = changed('corrected', 'm1', 'p1', 'p0');
    socket.frame(first);
    socket.frame(changed('corrected', 'm1', 'p2', 'p1'));
    socket.frame(first);
    await settled();
    expect(seen).toHaveLength(2);
    expect(socket.sent).toEqual([]);
  });
});

describe('a retried meal', () => {
  const LATER = '2025-11-08T10:08:01.000Z';

  test('is awaited: pings are frequent until its new outcome, which is shown', async () => {
    const client = clientUnderTest();
    const seen = outcomesOf(client);
    const socket = await live(client);
    socket.frame(failed('m1', 'p1', 'p0'));
    socket.frame(changed('retried', 'm1', 'p2', 'p1'));
    await settled();
    expect(client.waiting()).toEqual(['m1']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(socket.sent).toEqual(['{"type":"ping"}']);
    socket.frame({ ...failed('m1', 'p3', 'p2'), occurred_at: LATER });
    await settled();
    expect(seen).toEqual(['m1 by socket', 'm1 by socket']);
    expect(client.waiting()).toEqual([]);
  });

  test('has its new outcome shown also where an analyser has a clock that is behind', async () => {
    const client = clientUnderTest();
    const seen = outcomesOf(client);
    const socket = await live(client);
    socket.frame(failed('m1', 'p1', 'p0'));
    socket.frame(changed('retried', 'm1', 'p2', 'p1'));
    socket.frame({ ...failed('m1', 'p3', 'p2'), occurred_at: '2025-11-08T10:07:28.000Z' });
    await settled();
    expect(seen).toHaveLength(2);
  });

  test('is awaited over a restart, and polled where no socket works', async () => {
    const storage = memoryStorage();
    const before = clientUnderTest({ storage });
    const socket = await live(before);
    socket.frame(failed('m1', 'p1', 'p0'));
    socket.frame(changed('retried', 'm1', 'p2', 'p1'));
    await settled();
    before.close();
    const after = clientUnderTest({ storage, fetch: async () => Response.json(ended(LATER)) });
    const seen = outcomesOf(after);
    after.connect();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(seen).toEqual(['m1 by polling']);
    expect(after.waiting()).toEqual([]);
  });

  test('is no news when polling was faster, and neither is what came before', async () => {
    const client = clientUnderTest({ fetch: async () => Response.json(ended(LATER)) });
    const outcomes = outcomesOf(client);
    const changes = changesOf(client);
    client.connect();
    client.watch('m1');
    await vi.advanceTimersByTimeAsync(3_000);
    newest().emit('open');
    newest().frame(welcome({ cursor: 'p4', replayed: 4 }));
    newest().frame(failed('m1', 'p1', 'p0'));
    newest().frame(changed('corrected', 'm1', 'p2', 'p1', '2025-11-08T10:07:40.000Z'));
    newest().frame(changed('retried', 'm1', 'p3', 'p2'));
    newest().frame({ ...failed('m1', 'p4', 'p3'), occurred_at: LATER });
    newest().frame(changed('retried', 'm1', 'p5', 'p4', LATER));
    await settled();
    expect(outcomes).toEqual(['m1 by polling']);
    expect(changes).toEqual(['m1 retried by socket']);
    expect(client.waiting()).toEqual(['m1']);
  });
});

describe('a deleted meal', () => {
  test('is awaited no longer, and nothing of it is shown any more', async () => {
    const client = clientUnderTest({
      fetch: async () => {
        newest().frame(changed('deleted', 'm1', 'p1', 'p0'));
        await new Promise((resolve) => setTimeout(resolve, 100));
        return Response.json(ended('2025-11-08T10:09:00.000Z'));
      },
    });
    const outcomes = outcomesOf(client);
    const changes = changesOf(client);
    await live(client);
    client.watch('m1');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(changes).toEqual(['m1 deleted by socket']);
    expect(outcomes).toEqual([]);
    expect(client.waiting()).toEqual([]);
  });

  test('is heard of by polling where no socket works, and once', async () => {
    const client = clientUnderTest({ fetch: async () => GONE() });
    const changes = changesOf(client);
    client.connect();
    client.watch('m1');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(changes).toEqual(['m1 deleted by polling']);
    expect(client.waiting()).toEqual([]);
    newest().emit('open');
    newest().frame(welcome({ cursor: 'p2', replayed: 2 }));
    newest().frame(changed('corrected', 'm1', 'p1', 'p0'));
    newest().frame(changed('deleted', 'm1', 'p2', 'p1'));
    newest().frame(pong('p2'));
    await settled();
    expect(changes).toHaveLength(1);
  });
});
