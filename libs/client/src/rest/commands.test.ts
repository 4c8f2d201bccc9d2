import { describe, expect, test, vi } from 'vitest';
import {
  changed,
  changesOf,
  clientUnderTest,
  failed,
  live,
  onVirtualTime,
  outcomesOf,
  PROCESSING,
  settled,
} from '../testing/fake-phone.js';

onVirtualTime();

const MEAL = { ...PROCESSING, id: 'm1' };
const LATER = '2025-11-08T10:09:00.000Z';
const ENDED = {
  ...MEAL,
  status: 'failed',
  completed_at: LATER,
  failure: { reason: 'no_food_detected', message: 'No food.' },
};

function problem(status: number, code: string, headers = {}): Response {
  return Response.json({ code, detail: 'No.' }, { status, headers });
}

/** Gives these answers, one after the other, and the last one for ever. */
function serverSaying(...answers: (() => Response)[]) {
  const asked: { method: string | undefined; path: string; headers: Headers; body: unknown }[] = [];
  const fetch: typeof globalThis.fetch = async (url, { method, headers, body } = {}) => {
    const { pathname } = new URL(String(url));
    asked.push({ method, path: pathname, headers: new Headers(headers), body });
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (answer === undefined) throw new TypeError('connection reset');
    return answer();
  };
  return { asked, fetch };
}

const LOST = () => {
  throw new TypeError('connection reset');
};

describe('a command', () => {
  test('is named once, over all its tries', async () => {
    const { asked, fetch } = serverSaying(
      LOST,
      () => problem(503, 'store_unavailable', { 'retry-after': '2' }),
      () => Response.json(MEAL, { status: 202 }),
    );
    const again = clientUnderTest({ fetch }).retry('m1');
    await vi.advanceTimersByTimeAsync(5_000);
    await expect(again).resolves.toEqual(MEAL);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array.from(asked, () => 'POST /api/v1/meal-logs/m1/retry'),
    );
    expect(asked).toHaveLength(3);
    const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set(keys).size).toBe(1);
  });

  test('has another name the next time', async () => {
    const { asked, fetch } = serverSaying(() => Response.json(MEAL, { status: 202 }));
    const client = clientUnderTest({ fetch });
    await client.retry('m1');
    await client.retry('m1');
    expect(new Set(asked.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(2);
  });

  test.each([
    ['no network', LOST, 'network_error'],
    ['a store that is away', () => problem(503, 'store_unavailable'), 'store_unavailable'],
  ])('is given up after a few tries against %s', async (_, answer, code) => {
    const { asked, fetch } = serverSaying(answer);
    const failing = expect(clientUnderTest({ fetch }).remove('m1')).rejects.toMatchObject({ code });
    await vi.advanceTimersByTimeAsync(20_000);
    await failing;
    expect(asked).toHaveLength(4);
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([
    [404, 'meal_log_not_found'],
    [409, 'meal_log_processing'],
    [412, 'version_conflict'],
    [422, 'unknown_food'],
  ])('is refused once, with %i %s', async (status, code) => {
    const { asked, fetch } = serverSaying(() => problem(status, code));
    const correcting = clientUnderTest({ fetch }).correct('m1', [{ op: 'remove', index: 0 }]);
    await expect(correcting).rejects.toMatchObject({ name: 'MealwireError', status, code });
    expect(asked).toHaveLength(1);
  });

  test('does not keep a user waiting for a server that wants much time', async () => {
    const answer = () => problem(503, 'store_unavailable', { 'retry-after': '60' });
    const { asked, fetch } = serverSaying(answer);
    await expect(clientUnderTest({ fetch }).retry('m1')).rejects.toMatchObject({
      retryAfterS: 60,
    });
    expect(asked).toHaveLength(1);
  });
});

test('a correction names the version that the user has seen', async () => {
  const { asked, fetch } = serverSaying(() => Response.json(ENDED));
  const items = [{ op: 'change', index: 0, food_id: 'egg-fried', quantity: 3 }] as const;
  await expect(clientUnderTest({ fetch }).correct('m 1', items, { ifMatch: 7 })).resolves.toEqual(
    ENDED,
  );
  expect(asked[0]).toMatchObject({
    method: 'PATCH',
    path: '/api/v1/meal-logs/m%201',
    body: JSON.stringify({ items }),
  });
  expect(asked[0]?.headers.get('if-match')).toBe('"7"');
});

describe('retry', () => {
  test('waits for the new outcome, and polls where no socket works', async () => {
    const { fetch } = serverSaying(
      () => Response.json(MEAL, { status: 202 }),
      () => Response.json(ENDED),
    );
    const client = clientUnderTest({ fetch });
    const seen = outcomesOf(client);
    client.connect();
    await client.retry('m1');
    expect(client.waiting()).toEqual(['m1']);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(seen).toEqual(['m1 by polling']);
    expect(client.waiting()).toEqual([]);
  });

  test('does not wait for an outcome that was faster than the answer', async () => {
    const client = clientUnderTest({
      fetch: async () => {
        socket.frame(changed('retried', 'm1', 'p2', 'p1'));
        socket.frame({ ...failed('m1', 'p3', 'p2'), occurred_at: LATER });
        await new Promise((resolve) => setTimeout(resolve, 100));
        return Response.json(MEAL, { status: 202 });
      },
    });
    const seen = outcomesOf(client);
    const socket = await live(client);
    socket.frame(failed('m1', 'p1', 'p0'));
    const again = client.retry('m1');
    await vi.advanceTimersByTimeAsync(100);
    await again;
    expect(seen).toHaveLength(2);
    expect(client.waiting()).toEqual([]);
  });

  test('shows what an earlier try has led to, when that was not heard of', async () => {
    const { fetch } = serverSaying(() => Response.json(ENDED, { status: 202 }));
    const client = clientUnderTest({ fetch });
    const seen = outcomesOf(client);
    await live(client);
    await client.retry('m1');
    await settled();
    expect(seen).toEqual(['m1 by polling']);
  });
});

describe('remove', () => {
  test('ends the waiting, and is told like any other deletion, once', async () => {
    const { fetch } = serverSaying(() => new Response(null, { status: 204 }));
    const client = clientUnderTest({ fetch });
    const seen = changesOf(client);
    const socket = await live(client);
    socket.frame(changed('retried', 'm1', 'p1', 'p0'));
    await settled();
    await client.remove('m1');
    await settled();
    expect(client.waiting()).toEqual([]);
    socket.frame(changed('deleted', 'm1', 'p2', 'p1'));
    await settled();
    expect(seen).toEqual(['m1 retried by socket', 'm1 deleted by polling']);
  });

  test('does not believe a login page', async () => {
    const { fetch } = serverSaying(() => Response.json({ please: 'log in' }));
    const removing = expect(clientUnderTest({ fetch }).remove('m1')).rejects.toMatchObject({
      code: 'unexpected_response',
    });
    await vi.advanceTimersByTimeAsync(20_000);
    await removing;
  });
});
