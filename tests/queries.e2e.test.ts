import { execFileSync } from 'node:child_process';
import type { Stack } from '@mealwire/stack';
import {
  type ApiClient,
  type AppPhone,
  eventually,
  openAppPhone,
  startTestStack,
} from '@mealwire/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** What a phone reads over REST, on everything real. */

let stack: Stack;
let phone: AppPhone;
let api: ApiClient;

beforeAll(async () => {
  stack = await startTestStack();
  phone = await openAppPhone({ origin: stack.info().origin, user: 'alice' });
  api = phone.api;
});

afterAll(async () => {
  phone?.close();
  await stack?.stop();
});

const MEALS = '/api/v1/meal-logs';

/** @returns the version of its outcome. */
async function eaten(client_id: string, eaten_at: string, text = 'an apple'): Promise<number> {
  expect((await api.submit({ text, client_id, eaten_at })).status).toBe(201);
  await phone.outcome(client_id);
  return eventually(async () => {
    const { body } = await api.get(`${MEALS}/${client_id}`);
    expect(body['status']).not.toBe('processing');
    return Number(body['version']);
  });
}

/** Again where the projection was behind for longer than a read waits for it. */
const read = (path: string) =>
  eventually(async () => {
    const answer = await api.get(path);
    expect(answer.status).toBe(200);
    return answer;
  });

const idsOf = (body: Record<string, unknown>): readonly string[] =>
  (body['items'] as { id: string }[]).map(({ id }) => id);

test('a list and a summary have what the user has just written, if they say so', async () => {
  for (let i = 0; i < 5; i += 1) {
    const version = await eaten(`own-${i}`, '2026-01-31T12:00:00Z');
    const query = `date=2026-01-31&status=completed&min_version=${version}`;
    const list = await read(`${MEALS}?${query}`);
    expect(idsOf(list.body)[0]).toBe(`own-${i}`);
    expect(list.body['as_of_version']).toBeGreaterThanOrEqual(version);
    const { body } = await read(`/api/v1/summary?date=2026-01-31&min_version=${version}`);
    expect(body).toMatchObject({ tz: 'UTC', days: [{ date: '2026-01-31', meals: i + 1 }] });
  }
  const far = await api.get(`${MEALS}?min_version=1000000`);
  expect(far).toMatchObject({ status: 503, body: { code: 'read_model_behind' } });
  expect(far.headers.get('retry-after')).toBe('1');
});

test('days are those of the user, in the list as in the summary', async () => {
  // Berlin, on the day on which the clocks go back: 25 hours from 22:00 to 23:00 UTC.
  await eaten('late-supper', '2025-10-25T22:00:00Z');
  await eaten('nail', '2025-10-26T10:00:00Z', 'a rusty nail and two tires');
  const version = await eaten('next-day', '2025-10-26T23:00:00Z');
  const berlin = `tz=Europe/Berlin&min_version=${version}`;
  const list = await read(`${MEALS}?date=2025-10-26&${berlin}`);
  expect(idsOf(list.body)).toEqual(['nail', 'late-supper']);
  const { body } = await read(`/api/v1/summary?from=2025-10-25&to=2025-10-27&${berlin}`);
  const supper = await api.get(`${MEALS}/late-supper`);
  expect(body['days']).toMatchObject([
    { date: '2025-10-25', meals: 0, totals: { calories: 0 } },
    {
      date: '2025-10-26',
      starts_at: '2025-10-25T22:00:00.000Z',
      ends_at: '2025-10-26T23:00:00.000Z',
      meals: 2,
      failed: 1,
      totals: supper.body['totals'],
    },
    { date: '2025-10-27', meals: 1 },
  ]);
});

test('a cursor leads through the whole list, and pages are as they were', async () => {
  const all = idsOf((await api.get(`${MEALS}?limit=100`)).body);
  const seen: string[] = [];
  for (let cursor: unknown = ''; cursor !== null; ) {
    const { status, body } = await api.get(
      `${MEALS}?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`,
    );
    expect(status).toBe(200);
    seen.push(...idsOf(body));
    cursor = body['next_cursor'];
  }
  expect(seen).toEqual(all);
  const page = await api.get(`${MEALS}?limit=3&page=2`);
  expect(page.body).toMatchObject({ page: 2, limit: 3, total: all.length });
  expect(idsOf(page.body)).toEqual(all.slice(3, 6));
});

test('what happened to a meal is told, up to the receipt', async () => {
  await eaten('told', '2026-01-30T12:00:00Z');
  const items = await eventually(async () => {
    const { body } = await api.get(`${MEALS}/told/history`);
    expect(body['items']).toHaveLength(3);
    return body['items'];
  });
  expect(items).toMatchObject([
    { type: 'meal_log.created' },
    { type: 'meal_log.completed', analyzer: 'embedded', items: [expect.stringMatching(/apple/i)] },
    { type: 'meal_log.delivered', channel: 'websocket', delivery_ms: expect.any(Number) },
  ]);
});

test.each([
  ['date=2026-01-31&from=2026-01-01', 'date'],
  ['from=2026-01-31&to=2026-01-30', 'to'],
  ['date=2026-02-30', 'date'],
  ['date=today', 'date'],
  ['date=0001-01-01', 'date'],
  ['tz=Mars', 'tz'],
  ['tz=%2B02:00', 'tz'],
  ['cursor=x', 'cursor'],
  ['min_version=-1', 'min_version'],
])('the list says what is wrong: %s', async (query, field) => {
  const { status, body } = await api.get(`${MEALS}?${query}`);
  expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

test.each([
  ['', 'date'],
  ['from=2026-01-01', 'date'],
  ['from=2025-01-01&to=2026-01-02', 'to'],
])('the summary says what is wrong: %j', async (query, field) => {
  const { status, body } = await api.get(`/api/v1/summary?${query}`);
  expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

/** The server and the processes of its connections: all hang, none answers. */
function stopPostgres(): () => void {
  const server = stack.process('postgres').pid() as number;
  // Stopped first, it starts no others, and those that end stay known until it goes on.
  process.kill(server, 'SIGSTOP');
  const children = execFileSync('pgrep', ['-P', String(server)], { encoding: 'utf8' });
  const all = [...children.trim().split('\n').map(Number), server];
  for (const pid of all) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of all) process.kill(pid, 'SIGCONT');
  };
}

test('without PostgreSQL a meal and its history can be read, lists and sums cannot', async () => {
  await eaten('before', '2026-01-29T12:00:00Z');
  const goOn = stopPostgres();
  try {
    const [meal, history, list, summary] = await Promise.all(
      [`${MEALS}/before`, `${MEALS}/before/history`, MEALS, '/api/v1/summary?date=2026-01-31'].map(
        (path) => api.get(path),
      ),
    );
    expect(meal).toMatchObject({ status: 200, body: { status: 'completed' } });
    expect(history?.status).toBe(200);
    for (const answer of [list, summary]) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'read_model_unavailable' } });
      expect(answer?.headers.get('retry-after')).toBe('5');
    }
  } finally {
    goOn();
  }
  await eventually(async () => expect((await api.get(MEALS)).status).toBe(200));
});
