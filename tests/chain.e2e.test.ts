import { randomUUID } from 'node:crypto';
import { isOutcomeFrame } from '@mealwire/contracts';
import type { Stack } from '@mealwire/stack';
import {
  type AppPhone,
  apiClient,
  devToken,
  eventually,
  openAppPhone,
  startTestStack,
} from '@mealwire/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

/** One meal from the POST to the phone, on everything real; docs/event-flow.md is its story. */

let stack: Stack;
let origin: string;
const phones: AppPhone[] = [];

beforeAll(async () => {
  stack = await startTestStack();
  origin = stack.info().origin;
});

afterEach(() => {
  for (const phone of phones.splice(0)) phone.close();
});

afterAll(() => stack.stop());

async function phoneOf(user: string): Promise<AppPhone> {
  const phone = await openAppPhone({ origin, user });
  phones.push(phone);
  return phone;
}

const BREAKFAST = 'two scrambled eggs, a slice of toast with butter and a cup of coffee';

describe('a meal typed on a phone', () => {
  test('comes back analysed, live, once', async () => {
    const phone = await phoneOf('alice');
    expect(await phone.frame('welcome')).toMatchObject({ recovered: true, replayed: 0 });

    const { status, headers, body } = await phone.api.submit({
      text: BREAKFAST,
      meal_type: 'breakfast',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'processing', text: BREAKFAST, completed_at: null });
    const id = String(body['id']);
    expect(headers.get('location')).toBe(`/api/v1/meal-logs/${id}`);

    const frame = await phone.outcome(id);
    expect(frame).toMatchObject({ type: 'meal_log.completed', meal_log_id: id, prev: null });
    const data = frame.data as {
      items: { name: string; calories: number }[];
      totals: { calories: number };
    };
    expect(data.items).toHaveLength(4);
    const sum = data.items.reduce((kcal, item) => kcal + item.calories, 0);
    expect(data.totals.calories).toBeCloseTo(sum, 0);
    expect(sum).toBeGreaterThan(200);
    expect(sum).toBeLessThan(600);

    const read = await eventually(async () => {
      const answer = await phone.api.get(`/api/v1/meal-logs/${id}`);
      expect(answer.body).toMatchObject({
        status: 'completed',
        meal_type: 'breakfast',
        totals: data.totals,
      });
      return answer;
    });
    const list = await eventually(async () => {
      const { body } = await phone.api.get('/api/v1/meal-logs?status=completed&limit=5');
      expect(body).toMatchObject({ total: 1, page: 1, limit: 5 });
      return body;
    });
    const beyond = await phone.api.get('/api/v1/meal-logs?status=completed&limit=5&page=2');
    expect(beyond.body).toMatchObject({ items: [], total: 1, page: 2 });
    // The receipt of the phone is an event too: the version may have moved in between.
    expect(list['items']).toEqual([{ ...read.body, version: expect.any(Number) }]);
    expect(phone.outcomesOf(id)).toHaveLength(1);
  });

  test('that is no food fails with a reason for a person', async () => {
    const phone = await phoneOf('bob');
    const { body } = await phone.api.submit({ text: 'a rusty nail and two tires' });
    const frame = await phone.outcome(String(body['id']));
    expect(frame).toMatchObject({ type: 'meal_log.failed', data: { reason: 'no_food_detected' } });
    expect(frame.data['message']).toMatch(/\w+ \w+/);
    await eventually(async () => {
      const read = await phone.api.get(`/api/v1/meal-logs/${body['id']}`);
      const failure = { reason: 'no_food_detected' };
      expect(read.body).toMatchObject({ status: 'failed', failure });
    });
  });

  test('reaches all phones of its user, and nobody else', async () => {
    const [first, second, other] = [
      await phoneOf('carol'),
      await phoneOf('carol'),
      await phoneOf('dave'),
    ];
    const { body } = await first.api.submit({ text: 'an apple' });
    const id = String(body['id']);
    await Promise.all([first.outcome(id), second.outcome(id)]);
    const { body: own } = await other.api.submit({ text: 'a banana' });
    await other.outcome(String(own['id']));
    expect(other.outcomesOf(id)).toEqual([]);
    const foreign = await other.api.get(`/api/v1/meal-logs/${id}`);
    expect(foreign.status).toBe(404);
  });

  test('of a user with an unusual id arrives as well', async () => {
    const phone = await phoneOf('auth0|żółw.*>');
    const { body } = await phone.api.submit({ text: 'an apple', client_id: 'a.b/c>*' });
    expect(await phone.outcome('a.b/c>*')).toMatchObject({ type: 'meal_log.completed' });
    const read = await phone.api.get(`/api/v1/meal-logs/${encodeURIComponent(String(body['id']))}`);
    expect(read.body).toMatchObject({ id: 'a.b/c>*' });
  });

  test('several in quick succession arrive in the order of the feed', async () => {
    const phone = await phoneOf('erin');
    const ids = await Promise.all(
      Array.from({ length: 10 }, async () =>
        String((await phone.api.submit({ text: 'an egg' })).body['id']),
      ),
    );
    const frames = await Promise.all(ids.map((id) => phone.outcome(id)));
    expect(new Set(frames.map(({ meal_log_id }) => meal_log_id)).size).toBe(10);
    const inOrder = phone.frames.filter(isOutcomeFrame);
    expect(inOrder.map(({ prev }) => prev)).toEqual([
      null,
      ...inOrder.slice(0, -1).map(({ cursor }) => cursor),
    ]);
  });
});

describe('submitting twice is submitting once', () => {
  test('the same text under the same client_id is the same meal', async () => {
    const phone = await phoneOf('frank');
    const clientId = randomUUID();
    const submission = { text: 'a bowl of oatmeal with banana', client_id: clientId };
    const answers = await Promise.all([phone.api.submit(submission), phone.api.submit(submission)]);
    await phone.outcome(clientId);
    answers.push(await phone.api.submit(submission));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers.map(({ body }) => body['id'])).toEqual([clientId, clientId, clientId]);
    expect(
      answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'false'),
    ).toHaveLength(1);
    expect(answers.at(-1)?.body).toMatchObject({ status: 'completed' });
    expect(phone.outcomesOf(clientId)).toHaveLength(1);
  });

  test('another text under it is a conflict, a header does as well as the field', async () => {
    const phone = await phoneOf('frank');
    const key = randomUUID();
    const first = await phone.api.submit({ text: 'an apple' }, { 'idempotency-key': key });
    expect(first.body['id']).toBe(key);
    const second = await phone.api.submit({ text: 'a pear', client_id: key });
    expect(second.status).toBe(409);
    expect(second.headers.get('content-type')).toContain('application/problem+json');
    expect(second.body).toMatchObject({
      code: 'client_id_taken',
      errors: [{ field: 'client_id' }],
    });
  });
});

describe('bad input gets a clear error', () => {
  test.each([
    [{}, 'text'],
    [{ text: '   ' }, 'text'],
    [{ text: 42 }, 'text'],
    [{ text: 'x'.repeat(2001) }, 'text'],
    [{ text: 'nul\u0000' }, 'text'],
    [{ text: 'an egg', meal_type: 'brunch' }, 'meal_type'],
    [{ text: 'an egg', eaten_at: 'yesterday' }, 'eaten_at'],
    [{ text: 'an egg', eaten_at: '2999-01-01T00:00:00Z' }, 'eaten_at'],
    [{ text: 'an egg', client_id: 'with space' }, 'client_id'],
    [{ text: 'an egg', client_id: 'x'.repeat(129) }, 'client_id'],
  ])('%j names the field %s', async (submission, field) => {
    const api = apiClient(origin, await devToken(origin, 'grace'));
    const { status, headers, body } = await api.submit(submission);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'validation_failed', errors: [{ field }] });
  });

  test('an id of any allowed length is read back under its Location; a step in a path is none', async () => {
    const api = apiClient(origin, await devToken(origin, 'grace'));
    const id = `${'%/'.repeat(60)}12345678`;
    const { status, headers } = await api.submit({ text: 'an egg', client_id: id });
    expect(status).toBe(201);
    expect((await api.get(String(headers.get('location')))).body).toMatchObject({ id });
    expect((await api.submit({ text: 'an egg', client_id: '..' })).status).toBe(400);
    const long = await api.get(`/api/v1/meal-logs/${encodeURIComponent('ż'.repeat(90))}`);
    expect(long.body).toMatchObject({ status: 404 });
  });

  test('so do a broken body, a huge one, an unknown meal and a bad query', async () => {
    const api = apiClient(origin, await devToken(origin, 'grace'));
    expect((await api.submit('{"text":')).status).toBe(400);
    expect((await api.submit({ text: 'an egg', more: 'x'.repeat(100_000) })).status).toBe(413);
    expect((await api.get('/api/v1/meal-logs/none')).body).toMatchObject({
      code: 'meal_log_not_found',
    });
    expect((await api.get('/api/v1/meal-logs?limit=0')).body).toMatchObject({
      errors: [{ field: 'limit' }],
    });
    expect((await api.get('/api/v1/meal-logs?date=today')).body).toMatchObject({
      errors: [{ field: 'date' }],
    });
  });

  test('and nobody gets in without a valid token', async () => {
    const none = await fetch(new URL('/api/v1/meal-logs', origin));
    expect(none.status).toBe(401);
    expect(none.headers.get('www-authenticate')).toBe('Bearer');
    expect((await apiClient(origin, 'a.b.c').get('/api/v1/meal-logs')).status).toBe(401);
    await expect(openAppPhone({ origin, user: 'x', token: 'a.b.c' })).rejects.toThrow('401');
    await expect(openAppPhone({ origin, user: 'x', query: { device_id: '' } })).rejects.toThrow(
      '400',
    );
  });
});

describe('a socket', () => {
  test('answers a ping with its clock in RFC 3339 UTC and the head of the feed', async () => {
    const phone = await phoneOf('heidi');
    const { cursor } = await phone.frame('welcome');
    phone.ping();
    const pong = await phone.frame('pong');
    expect(pong.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Math.abs(Date.parse(pong.timestamp) - Date.now())).toBeLessThan(60_000);
    expect(pong.head).toBe(cursor);
  });

  test('survives what it does not understand, and says so', async () => {
    const phone = await phoneOf('heidi');
    phone.socket.send('what?');
    phone.socket.send('{"type":"dance"}');
    phone.socket.send(Buffer.from([1, 2, 3]));
    phone.ping();
    await phone.frame('pong');
    const errors = phone.frames.filter((frame) => frame.type === 'error').map(({ code }) => code);
    expect(errors).toEqual(['malformed_frame', 'unknown_type', 'binary_unsupported']);
  });

  test('that sends too large a frame is closed with 1009', async () => {
    const phone = await phoneOf('heidi');
    const closed = new Promise((resolve) => phone.socket.once('close', resolve));
    phone.socket.send('x'.repeat(5_000));
    expect(await closed).toBe(1009);
  });
});

describe('NATS that does not answer', () => {
  test('makes a POST answer 503 with Retry-After; a retry afterwards stores it once', async () => {
    const phone = await phoneOf('ivan');
    const submission = { text: 'an orange', client_id: randomUUID() };
    const nats = stack.process('nats').pid() as number;
    process.kill(nats, 'SIGSTOP');
    try {
      const refused = await phone.api.submit(submission);
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused.body).toMatchObject({ code: 'store_unavailable' });
    } finally {
      process.kill(nats, 'SIGCONT');
    }
    await eventually(async () => expect((await phone.api.submit(submission)).status).toBe(201));
    await phone.outcome(submission.client_id);
    expect(phone.outcomesOf(submission.client_id)).toHaveLength(1);
  });
});
