import { randomUUID } from 'node:crypto';
import { MEAL_LOG, readBatch } from '@mealwire/bus';
import { mealLogSubject } from '@mealwire/contracts';
import type { Stack } from '@mealwire/stack';
import {
  type ApiResponse,
  type AppPhone,
  connectToStack,
  eventually,
  openAppPhone,
  startTestStack,
  whileAnalysisIsHeld,
} from '@mealwire/testkit';
import { jetstreamManager } from '@nats-io/jetstream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

/** What a user does to a meal that is there: on one device, seen on the other. */

let stack: Stack;
const phones: AppPhone[] = [];

beforeAll(async () => {
  stack = await startTestStack();
});

afterEach(() => {
  for (const phone of phones.splice(0)) phone.close();
});

afterAll(() => stack.stop());

async function phoneOf(user: string, device: string): Promise<AppPhone> {
  const phone = await openAppPhone({
    origin: stack.info().origin,
    user,
    query: { device_id: device },
  });
  phones.push(phone);
  await phone.frame('welcome');
  return phone;
}

const twoPhonesOf = (user: string): Promise<readonly [AppPhone, AppPhone]> =>
  Promise.all([phoneOf(user, 'phone'), phoneOf(user, 'tablet')]);

/** A meal of which the phone knows the outcome. */
async function endedMeal(phone: AppPhone, text = 'two eggs and a slice of toast'): Promise<string> {
  const { body } = await phone.api.submit({ text });
  const id = String(body['id']);
  await phone.outcome(id);
  return id;
}

const read = (phone: AppPhone, id: string): Promise<ApiResponse> =>
  phone.api.get(`/api/v1/meal-logs/${id}`);

interface Result {
  readonly items: readonly { readonly name: string; readonly grams: number; calories: number }[];
  readonly totals: { readonly calories: number };
}

/** Types of the events of one meal, without receipts. */
async function eventsOf(user: string, mealLogId: string): Promise<readonly string[]> {
  const bus = await connectToStack(stack);
  try {
    const jsm = await jetstreamManager(bus.nc);
    const stored = await readBatch(jsm, MEAL_LOG, {
      seq: 1,
      next_by_subj: mealLogSubject(user, mealLogId),
      batch: 100,
    });
    return stored
      .map(({ subject }) => subject.split('.')[1] ?? '')
      .filter((type) => type !== 'delivered');
  } finally {
    await bus.close();
  }
}

describe('a correction', () => {
  test('on one device reaches the other, with new totals', async () => {
    const [phone, tablet] = await twoPhonesOf('alice');
    const id = await endedMeal(phone);
    await tablet.outcome(id);

    const { status, body, headers } = await phone.api.correct(id, {
      items: [
        { op: 'change', index: 0, quantity: 3 },
        { op: 'remove', index: 1 },
        { op: 'add', text: 'a glass of milk' },
      ],
    });
    expect(status).toBe(200);
    expect(headers.get('idempotent-replayed')).toBe('false');
    const result = body as unknown as Result;
    expect(result.items.map(({ grams }) => grams)).toEqual([150, expect.any(Number)]);
    expect(result.items[1]?.name).toMatch(/milk/i);
    const sum = result.items.reduce((kcal, { calories }) => kcal + calories, 0);
    expect(result.totals.calories).toBeCloseTo(sum, 0);

    for (const device of [phone, tablet]) {
      const frame = await device.change('meal_log.corrected', id);
      expect(frame.data).toMatchObject({ items: body['items'], totals: body['totals'] });
      expect(frame.prev).toBe((await device.outcome(id)).cursor);
    }
    // A server that is slow to read is answered for by the rows, which may be behind.
    const now = await eventually(async () => {
      const answer = await read(tablet, id);
      expect(answer.body).toEqual(body);
      return answer;
    });
    expect(now.body).toMatchObject({ status: 'completed', corrected_at: expect.any(String) });
    expect(now.headers.get('etag')).toBe(headers.get('etag'));
    // The list follows.
    await eventually(async () => {
      const list = await tablet.api.get('/api/v1/meal-logs');
      expect(list.body['items']).toEqual([body]);
    });
  });

  test('makes a meal of one in which no food was found', async () => {
    const phone = await phoneOf('bob', 'phone');
    const id = await endedMeal(phone, 'a rusty nail');
    const { body } = await phone.api.correct(id, { items: [{ op: 'add', text: 'an apple' }] });
    expect(body).toMatchObject({ status: 'completed', failure: null, items: [{ quantity: 1 }] });
  });

  test('that cannot be made says which field is wrong, and changes nothing', async () => {
    const phone = await phoneOf('carol', 'phone');
    const id = await endedMeal(phone);
    const before = await read(phone, id);
    const refused = await phone.api.correct(id, {
      items: [
        { op: 'change', index: 1, quantity: 2 },
        { op: 'change', index: 0, food_id: 'no-such-food' },
      ],
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'unknown_food', errors: [{ field: 'items.1.food_id' }] },
    });
    const malformed = await phone.api.correct(id, {
      items: [{ op: 'change', index: 0, grams: -1 }, { op: 'change', index: 0 }, { op: 'double' }],
    });
    expect(malformed.status).toBe(400);
    const fields = (malformed.body['errors'] as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['items.0.grams', 'items.1', 'items.2.op']));
    await eventually(async () => expect((await read(phone, id)).body).toEqual(before.body));
  });

  test('on what has changed since is refused', async () => {
    const [phone, tablet] = await twoPhonesOf('dave');
    const id = await endedMeal(phone);
    const seen = await read(tablet, id);
    const tag = seen.headers.get('etag') ?? '';
    const first = await phone.api.correct(
      id,
      { items: [{ op: 'change', index: 0, quantity: 1 }] },
      { 'if-match': `"${seen.body['version']}"` },
    );
    expect(first.status).toBe(200);
    const stale = await tablet.api.correct(
      id,
      { items: [{ op: 'remove', index: 0 }] },
      { 'if-match': tag },
    );
    expect(stale).toMatchObject({ status: 412, body: { code: 'version_conflict' } });
    for (const late of [tablet.api.retry, tablet.api.remove]) {
      expect(await late(id, { 'if-match': tag })).toMatchObject({ status: 412 });
    }
    // The frame says which version it made.
    const { version } = await tablet.frame('meal_log.corrected');
    expect(version).toBe(first.body['version']);
    const fresh = await tablet.api.correct(
      id,
      { items: [{ op: 'remove', index: 0 }] },
      { 'if-match': `"${version}"` },
    );
    expect(fresh.status).toBe(200);
  });

  test('sent twice is one event, with a key or without', async () => {
    const phone = await phoneOf('erin', 'phone');
    const id = await endedMeal(phone);
    const add = { items: [{ op: 'add', text: 'a glass of milk' }] };
    const key = { 'idempotency-key': randomUUID() };
    const both = await Promise.all([
      phone.api.correct(id, add, key),
      phone.api.correct(id, add, key),
    ]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    expect(both.map(({ headers }) => headers.get('idempotent-replayed')).sort()).toEqual([
      'false',
      'true',
    ]);
    await phone.api.correct(id, { items: [{ op: 'remove', index: 0 }] });
    await phone.api.correct(id, { items: [{ op: 'remove', index: 0 }] });
    // However late, and whatever came after it.
    const late = await phone.api.correct(id, add, key);
    expect(late.headers.get('idempotent-replayed')).toBe('true');
    expect(late.body['items']).toHaveLength(2);
    expect(await eventsOf('erin', id)).toEqual(['created', 'completed', 'corrected', 'corrected']);
    const other = await phone.api.correct(id, { items: [{ op: 'remove', index: 0 }] }, key);
    expect(other).toMatchObject({ status: 409, body: { code: 'idempotency_key_taken' } });
  });

  test('while ai is away answers 503, and later works', async () => {
    const phone = await phoneOf('frank', 'phone');
    const id = await endedMeal(phone);
    const change = { items: [{ op: 'change', index: 0, quantity: 4 }] };
    const key = { 'idempotency-key': 'four' };
    await whileAnalysisIsHeld(stack, async () => {
      const { status, body, headers } = await phone.api.correct(id, change, key);
      expect([status, body['code']]).toEqual([503, 'analyser_unavailable']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    });
    const later = await eventually(async () => {
      const answer = await phone.api.correct(id, change, key);
      expect(answer.status).toBe(200);
      return answer;
    });
    expect(later.headers.get('idempotent-replayed')).toBe('false');
    expect(await eventsOf('frank', id)).toEqual(['created', 'completed', 'corrected']);
  });
});

describe('a retry', () => {
  test('of a failed meal: processing, then one outcome, on both devices', async () => {
    const [phone, tablet] = await twoPhonesOf('grace');
    const id = await endedMeal(phone, 'a rusty nail');
    const { status, body } = await phone.api.retry(id, { 'idempotency-key': 'again' });
    expect(status).toBe(202);
    expect(body).toMatchObject({ id, status: 'processing', failure: null, completed_at: null });
    for (const device of [phone, tablet]) {
      const retried = await device.change('meal_log.retried', id);
      const outcome = await device.change('meal_log.failed', id, { nth: 2 });
      expect(outcome.prev).toBe(retried.cursor);
    }
    const again = await phone.api.retry(id, { 'idempotency-key': 'again' });
    expect(again.status).toBe(202);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await eventsOf('grace', id)).toEqual(['created', 'failed', 'retried', 'failed']);
    await eventually(async () =>
      expect((await read(tablet, id)).body).toMatchObject({ status: 'failed' }),
    );
  });

  test('of a meal that is under way adds nothing, and a correction has to wait', async () => {
    const phone = await phoneOf('heidi', 'phone');
    const id = await whileAnalysisIsHeld(stack, async () => {
      const submitted = String((await phone.api.submit({ text: 'an egg' })).body['id']);
      expect(await phone.api.retry(submitted)).toMatchObject({ status: 202 });
      const early = await phone.api.correct(submitted, { items: [{ op: 'remove', index: 0 }] });
      expect(early).toMatchObject({ status: 409, body: { code: 'meal_log_processing' } });
      return submitted;
    });
    await phone.outcome(id, 20_000);
    expect(await eventsOf('heidi', id)).toEqual(['created', 'completed']);
  });

  test('a device that comes back is told that the meal is processing again', async () => {
    const phone = await phoneOf('ivan', 'phone');
    const id = await endedMeal(phone);
    await whileAnalysisIsHeld(stack, async () => {
      await phone.api.retry(id);
      const tablet = await phoneOf('ivan', 'tablet');
      const { pending } = await tablet.frame('welcome');
      expect(pending).toEqual([{ meal_log_id: id, status: 'processing' }]);
    });
    await phone.change('meal_log.completed', id, { nth: 2, timeoutMs: 20_000 });
  });
});

describe('a deletion', () => {
  test('reaches the other device, and the meal is gone', async () => {
    const [phone, tablet] = await twoPhonesOf('judy');
    const id = await endedMeal(phone);
    const { status, body } = await phone.api.remove(id);
    expect([status, body]).toEqual([204, {}]);
    await tablet.change('meal_log.deleted', id);
    await eventually(async () => expect((await read(tablet, id)).status).toBe(404));
    await eventually(async () => {
      expect((await tablet.api.get('/api/v1/meal-logs')).body).toMatchObject({ total: 0 });
    });
    const again = await tablet.api.remove(id);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([204, 'true']);
    expect(await tablet.api.retry(id)).toMatchObject({ status: 404 });
    const change = { items: [{ op: 'remove', index: 0 }] };
    expect(await tablet.api.correct(id, change)).toMatchObject({ status: 404 });
    expect(await eventsOf('judy', id)).toEqual(['created', 'completed', 'deleted']);
  });

  test('of a meal that is under way: no outcome comes, and the next meal need not wait', async () => {
    const phone = await phoneOf('kim', 'phone');
    const first = await whileAnalysisIsHeld(stack, async () => {
      const id = String((await phone.api.submit({ text: 'an egg' })).body['id']);
      expect((await phone.api.remove(id)).status).toBe(204);
      return id;
    });
    await endedMeal(phone, 'an apple');
    expect(await eventsOf('kim', first)).toEqual(['created', 'deleted']);
    const taken = await phone.api.submit({ text: 'an egg', client_id: first });
    expect(taken).toMatchObject({ status: 409, body: { code: 'meal_log_deleted' } });
  });
});

test('nobody does anything to the meal of another user', async () => {
  const phone = await phoneOf('larry', 'phone');
  const id = await endedMeal(phone);
  const { api } = await phoneOf('mallory', 'phone');
  const change = { items: [{ op: 'remove', index: 0 }] };
  for (const answer of [await api.retry(id), await api.correct(id, change), await api.remove(id)]) {
    expect(answer).toMatchObject({ status: 404, body: { code: 'meal_log_not_found' } });
  }
  expect(await eventsOf('larry', id)).toEqual(['created', 'completed']);
});
