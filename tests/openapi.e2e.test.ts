import { randomUUID } from 'node:crypto';
import type { Stack } from '@mealwire/stack';
import { devToken, eventually, startTestStack, whileAnalysisIsHeld } from '@mealwire/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationsOf, readApiDocument } from './openapi/api-document.js';
import { type DocumentedApi, documentedApi } from './openapi/documented-api.js';

/** What the running system answers is what docs/openapi.json says: every operation, every status. */

const document = readApiDocument();

let stack: Stack;
let api: DocumentedApi;

beforeAll(async () => {
  // Long enough to see a meal before and after its analysis.
  stack = await startTestStack({
    env: { AI_ARTIFICIAL_DELAY_MS: '300', ERASURE_SETTLE_MS: '1000' },
  });
  const { origin } = stack.info();
  api = documentedApi(document, origin, await devToken(origin, 'alice'));
});

afterAll(() => stack.stop());

const call: DocumentedApi['call'] = (...request) => api.call(...request);

const NATURAL = '/api/v1/meal-logs/natural';
const WRONG_TOKEN = 'a.b.c';
const LARGE = { text: 'an egg', more: 'x'.repeat(100_000) };

async function submitted(text: string): Promise<string> {
  const { body } = await call('submitMealLog', NATURAL, { body: { text } });
  return `/api/v1/meal-logs/${String(body['id'])}`;
}

describe('a meal', () => {
  test('is submitted', async () => {
    const body = { text: 'two eggs', client_id: randomUUID(), meal_type: 'breakfast' };
    const first = await call('submitMealLog', NATURAL, { body });
    expect(first.status).toBe(201);
    expect(first.headers.get('idempotent-replayed')).toBe('false');
    const again = await call('submitMealLog', NATURAL, { body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  test.each([
    [201, { body: { text: 'an egg' }, headers: { 'idempotency-key': randomUUID() } }],
    [400, { body: { text: '' } }],
    [400, { body: '{"text":' }],
    [400, { body: '' }],
    [401, { body: { text: 'an egg' }, token: null }],
    [401, { body: { text: 'an egg' }, token: WRONG_TOKEN }],
    [413, { body: LARGE }],
    [415, { body: 'an egg', headers: { 'content-type': 'text/csv' } }],
  ] as const)('case %#: %i', async (status, options) => {
    expect((await call('submitMealLog', NATURAL, options)).status).toBe(status);
  });

  test('under an id that is taken is refused', async () => {
    const client_id = randomUUID();
    await call('submitMealLog', NATURAL, { body: { text: 'an egg', client_id } });
    const other = await call('submitMealLog', NATURAL, { body: { text: 'a pear', client_id } });
    expect(other.status).toBe(409);
  });

  test.each([
    ['two eggs and a slice of toast', 'completed'],
    ['a rusty nail and two tires', 'failed'],
  ])('is read: %s', async (text, status) => {
    const path = await submitted(text);
    await eventually(async () => {
      const { body } = await call('getMealLog', path);
      expect(body).toMatchObject({ status });
    });
  });

  test.each([
    ['getMealLog', '/api/v1/meal-logs/none', 404],
    ['getMealLog', '/api/v1/meal-logs/', 400],
    ['listMealLogs', '/api/v1/meal-logs?date=2026-01-31&status=completed&limit=5&page=1', 200],
    ['listMealLogs', '/api/v1/meal-logs?limit=0', 400],
    ['getMealLogHistory', '/api/v1/meal-logs/none/history', 404],
    ['getMealLogHistory', '/api/v1/meal-logs//history', 400],
    ['getSummary', '/api/v1/summary?date=2026-01-31&tz=Europe/Berlin', 200],
    ['getSummary', '/api/v1/summary?from=2026-01-31', 400],
  ])('%s %s: %i', async (operationId, path, status) => {
    expect((await call(operationId, path)).status).toBe(status);
    expect((await call(operationId, path, { token: WRONG_TOKEN })).status).toBe(401);
  });

  test.each([
    ['two eggs and a slice of toast', 'meal_log.completed'],
    ['a rusty nail and two tires', 'meal_log.failed'],
  ])('has a history: %s', async (text, type) => {
    const path = await submitted(text);
    await eventually(async () => {
      const { body } = await call('getMealLogHistory', `${path}/history`);
      expect(body['items']).toMatchObject([{ type: 'meal_log.created' }, { type }]);
    });
  });

  test('has an address that can be read', async () => {
    expect((await call('getMealLog', '/api/v1/meal-logs/%zz')).status).toBe(400);
  });

  test('is in the list', async () => {
    await submitted('an apple');
    await eventually(async () => {
      const { body } = await call('listMealLogs', '/api/v1/meal-logs?status=completed');
      expect(body['items']).not.toEqual([]);
    });
  });
});

describe('a meal that has ended', () => {
  async function endedMeal(text = 'two eggs and a slice of toast'): Promise<string> {
    const path = await submitted(text);
    await eventually(async () => {
      expect((await call('getMealLog', path)).body['status']).not.toBe('processing');
    });
    return path;
  }

  const more = { body: { items: [{ op: 'change', index: 0, quantity: 3 }] } };

  test('is corrected', async () => {
    const path = await endedMeal();
    expect((await call('correctMealLog', path, more)).status).toBe(200);
    const unknown = { body: { items: [{ op: 'change', index: 0, food_id: 'stone' }] } };
    expect((await call('correctMealLog', path, unknown)).status).toBe(422);
  });

  test('is analysed again, and cannot be corrected meanwhile', async () => {
    const path = await endedMeal();
    await whileAnalysisIsHeld(stack, async () => {
      expect((await call('retryMealLog', `${path}/retry`)).status).toBe(202);
      expect((await call('correctMealLog', path, more)).status).toBe(409);
    });
  });

  test('is deleted, and then there is none', async () => {
    const path = await endedMeal();
    expect((await call('deleteMealLog', path)).status).toBe(204);
    expect((await call('deleteMealLog', path)).status).toBe(204);
    expect((await call('getMealLog', path)).status).toBe(404);
    expect((await call('correctMealLog', path, more)).status).toBe(404);
    expect((await call('retryMealLog', `${path}/retry`)).status).toBe(404);
    expect((await call('deleteMealLog', '/api/v1/meal-logs/none')).status).toBe(404);
  });

  test.each([
    [400, { body: { items: [] } }],
    [400, { body: { items: [{ op: 'change', index: 0 }] } }],
    [400, { body: '{' }],
    [413, { body: LARGE }],
    [415, { body: 'an egg', headers: { 'content-type': 'text/csv' } }],
    [401, { ...more, token: WRONG_TOKEN }],
    [412, { ...more, headers: { 'if-match': '"0"' } }],
  ] as const)('is not corrected: %i', async (status, options) => {
    const path = await endedMeal();
    expect((await call('correctMealLog', path, options)).status).toBe(status);
  });

  test.each([
    ['retryMealLog', '/retry'],
    ['deleteMealLog', ''],
  ])('%s: 400, 401, 412', async (operationId, suffix) => {
    const path = `${await endedMeal()}${suffix}`;
    const badKey = { headers: { 'idempotency-key': 'two words' } };
    expect((await call(operationId, path, badKey)).status).toBe(400);
    expect((await call(operationId, path, { token: null })).status).toBe(401);
    const stale = { headers: { 'if-match': '"0"' } };
    expect((await call(operationId, path, stale)).status).toBe(412);
    // A content type without a body is no mistake here.
    const typed = { headers: { 'content-type': 'application/json' }, body: '' };
    expect((await call(operationId, path, typed)).status).toBeLessThan(300);
  });
});

describe('a conditional request', () => {
  const ended = (path: string) =>
    eventually(async () => {
      const answer = await call('getMealLog', path);
      expect(answer.body['status']).toBe('completed');
      return answer;
    });

  test('gets 304 and no body while nothing has changed', async () => {
    const path = await submitted('a banana');
    const { headers, body } = await ended(path);
    const tag = String(headers.get('etag'));
    expect(tag).toMatch(/^"[\w-]+"$/);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toBe('Authorization');
    for (const condition of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const { status, headers } = await call('getMealLog', path, {
        headers: { 'if-none-match': condition },
      });
      expect(status, condition).toBe(304);
      expect(headers.get('etag')).toBe(tag);
    }
    const other = await call('getMealLog', path, { headers: { 'if-none-match': '"other"' } });
    expect(other).toMatchObject({ status: 200, body });
  });

  test('gets the meal log once it has changed', async () => {
    const { path, headers } = await whileAnalysisIsHeld(stack, async () => {
      const submittedPath = await submitted('a bowl of porridge');
      return { path: submittedPath, headers: (await call('getMealLog', submittedPath)).headers };
    });
    const condition = { headers: { 'if-none-match': String(headers.get('etag')) } };
    const changed = await eventually(async () => {
      const answer = await call('getMealLog', path, condition);
      expect(answer.status).toBe(200);
      return answer;
    });
    expect(changed.headers.get('etag')).not.toBe(headers.get('etag'));
  });

  test('of somebody else is none', async () => {
    const path = await submitted('a plum');
    const stranger = await devToken(stack.info().origin, 'mallory');
    const { status } = await call('getMealLog', path, {
      token: stranger,
      headers: { 'if-none-match': '*' },
    });
    expect(status).toBe(404);
  });
});

describe('the event stream', () => {
  const STREAM = '/api/v1/meal-logs/stream';

  test('begins with the welcome', async () => {
    const { text } = await call('streamOutcomes', `${STREAM}?device_id=d1`);
    expect(text).toContain('event: welcome');
  });

  test('is refused without a token, and to a device without a name', async () => {
    expect((await call('streamOutcomes', STREAM, { token: null })).status).toBe(401);
    expect((await call('streamOutcomes', `${STREAM}?device_id=`)).status).toBe(400);
    const twice = await call('streamOutcomes', `${STREAM}?cursor=a&cursor=b`);
    expect(twice.body).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
  });
});

describe('the address of the WebSocket', () => {
  test.each([
    [426, {}],
    [401, { token: WRONG_TOKEN }],
    [401, { token: null }],
  ])('asked without an upgrade: %i', async (status, options) => {
    expect((await call('diagnoseConnection', '/ws/meal-logs', options)).status).toBe(status);
  });
});

describe('a token for development', () => {
  test.each([
    [200, { body: { user: 'alice' } }],
    [400, { body: { user: '' } }],
    [400, { body: { user: 'x'.repeat(129) } }],
    [400, { body: '{' }],
    [413, { body: LARGE }],
    [415, { body: 'alice', headers: { 'content-type': 'text/csv' } }],
  ])('case %#: %i', async (status, options) => {
    expect((await call('issueDevToken', '/dev/token', { ...options, token: null })).status).toBe(
      status,
    );
  });
});

describe('a probe', () => {
  test.each([
    ['getLiveness', '/healthz'],
    ['getReadiness', '/readyz'],
  ])('%s', async (operationId, path) => {
    expect((await call(operationId, path, { token: null })).status).toBe(200);
  });
});

describe('a quality report', () => {
  const QUALITY = '/api/v1/quality';
  const report = { client: 'e2e', version: '0.1.0', strategy: 'patient', verified_ms: [120, 80] };
  /** Each report of a user of its own: there may be one in ten seconds. */
  const post = async (body: unknown, headers = {}) =>
    call('reportQuality', QUALITY, {
      body,
      headers,
      token: await devToken(stack.info().origin, randomUUID()),
    });

  test.each([
    [400, { ...report, reconnects: { sunspots: 1 } }, {}],
    [400, '{', {}],
    [413, { ...report, more: 'x'.repeat(20_000) }, {}],
    [415, 'bad', { 'content-type': 'text/csv' }],
  ])('case %#: %i', async (status, body, headers) => {
    expect((await post(body, headers)).status).toBe(status);
  });

  test('needs a token', async () => {
    const { status } = await call('reportQuality', QUALITY, { body: report, token: null });
    expect(status).toBe(401);
  });

  test('is taken once in ten seconds, user by user', async () => {
    const user = await devToken(stack.info().origin, randomUUID());
    const options = { body: { client: 'e2e', version: '0.1.0' }, token: user };
    const [first, second] = [
      await call('reportQuality', QUALITY, options),
      await call('reportQuality', QUALITY, options),
    ];
    expect([first.status, second.status]).toEqual([202, 429]);
    expect(second.headers.get('retry-after')).toBe('10');
  });

  test('shows in the metrics, without anybody it could be of', async () => {
    const user = `somebody-${randomUUID()}`;
    const { status } = await call('reportQuality', QUALITY, {
      token: await devToken(stack.info().origin, user),
      body: {
        ...report,
        user_id: user,
        handshakes: { succeeded: 2, failed: 1 },
        round_trip_ms: [20],
        outcome_delay_ms: [-5, 40],
        reconnects: { network_lost: 3 },
        outcomes: { socket: 4, polling: 0 },
      },
    });
    expect(status).toBe(202);
    const metrics = await (await fetch(new URL('/metrics', stack.info().origin))).text();
    const figureOf = (name: string, ...labels: string[]): string | undefined =>
      metrics
        .split('\n')
        .find(
          (line) =>
            line.startsWith(`${name}{`) &&
            ['client="e2e"', 'strategy="patient"', ...labels].every((label) =>
              line.includes(label),
            ),
        )
        ?.split(' ')[1];
    expect(figureOf('mealwire_client_handshakes_total', 'result="succeeded"')).toBe('2');
    expect(figureOf('mealwire_client_handshakes_total', 'result="failed"')).toBe('1');
    expect(figureOf('mealwire_client_reconnects_total', 'cause="network_lost"')).toBe('3');
    expect(figureOf('mealwire_client_outcomes_total', 'how="socket"')).toBe('4');
    expect(figureOf('mealwire_client_outcomes_total', 'how="polling"')).toBeUndefined();
    expect(figureOf('mealwire_client_verified_duration_count')).toBe('2');
    expect(figureOf('mealwire_client_verified_duration_sum')).toBe('0.2');
    expect(figureOf('mealwire_client_round_trip_duration_count')).toBe('1');
    expect(figureOf('mealwire_client_outcome_delay_sum')).toBe('0.04');
    expect(metrics).not.toContain(user);
  });
});

describe('a user who is forgotten', () => {
  const ME = '/api/v1/users/me';

  test('needs a token', async () => {
    expect((await call('eraseUser', ME, { token: null })).status).toBe(401);
    expect((await call('exportUser', `${ME}/export`, { token: null })).status).toBe(401);
  });

  test('has everything exported, is erased, and is gone everywhere', async () => {
    const token = await devToken(stack.info().origin, `leaving-${randomUUID()}`);
    await call('submitMealLog', NATURAL, { body: { text: 'a plum' }, token });
    const { body } = await call('exportUser', `${ME}/export`, { token });
    expect(body['events']).not.toEqual([]);
    const request = { token };
    expect((await call('eraseUser', ME, request)).status).toBe(202);
    for (const [operation, path, options] of [
      ['submitMealLog', NATURAL, { body: { text: 'a plum' } }],
      ['getMealLog', '/api/v1/meal-logs/any', {}],
      ['getMealLogHistory', '/api/v1/meal-logs/any/history', {}],
      ['retryMealLog', '/api/v1/meal-logs/any/retry', {}],
      [
        'correctMealLog',
        '/api/v1/meal-logs/any',
        { body: { items: [{ op: 'remove', index: 0 }] } },
      ],
      ['deleteMealLog', '/api/v1/meal-logs/any', {}],
      ['listMealLogs', '/api/v1/meal-logs', {}],
      ['getSummary', '/api/v1/summary?date=2026-01-31', {}],
      ['diagnoseConnection', '/ws/meal-logs', {}],
      ['exportUser', `${ME}/export`, {}],
      ['streamOutcomes', '/api/v1/meal-logs/stream', {}],
      ['reportQuality', '/api/v1/quality', { body: { client: 'e2e', version: '1' } }],
    ] as const) {
      // The gateway hears of it within a second.
      await eventually(async () => {
        const answer = await call(operation, path, { ...options, token });
        expect(answer).toMatchObject({ status: 410, body: { code: 'user_erased' } });
      });
    }
    await eventually(async () => expect((await call('eraseUser', ME, request)).status).toBe(204), {
      timeoutMs: 20_000,
    });
  });
});

describe('an outage', () => {
  test('of NATS is said', async () => {
    const nats = stack.process('nats').pid() as number;
    const path = await submitted('a plum');
    process.kill(nats, 'SIGSTOP');
    try {
      const changes = await Promise.all([
        call('retryMealLog', `${path}/retry`),
        call('correctMealLog', path, { body: { items: [{ op: 'remove', index: 0 }] } }),
        call('deleteMealLog', path),
      ]);
      expect(changes.map(({ body }) => body['code'])).toEqual(
        changes.map(() => 'store_unavailable'),
      );
      const me = '/api/v1/users/me';
      const [submission, read, history, erasure, exported] = await Promise.all([
        call('submitMealLog', NATURAL, { body: { text: 'an orange' } }),
        call('getMealLog', '/api/v1/meal-logs/not-in-the-read-model'),
        call('getMealLogHistory', '/api/v1/meal-logs/not-in-the-read-model/history'),
        call('eraseUser', me),
        call('exportUser', `${me}/export`),
      ]);
      expect(erasure.body['code']).toBe('store_unavailable');
      expect(exported.body['code']).toBe('store_unavailable');
      expect(submission.body['code']).toBe('store_unavailable');
      expect(read.body['code']).toBe('read_model_unavailable');
      expect(history.body['code']).toBe('read_model_unavailable');
    } finally {
      process.kill(nats, 'SIGCONT');
    }
  });

  test('of ingest is said', async () => {
    process.kill(stack.process('ingest-1').pid() as number, 'SIGKILL');
    const { body } = await call('listMealLogs', '/api/v1/meal-logs');
    expect(body['code']).toBe('upstream_unavailable');
    await call('getSummary', '/api/v1/summary?date=2026-01-31');
  });
});

describe('the document', () => {
  test('is served, with a page to browse it', async () => {
    const served = await fetch(new URL('/docs/openapi.json', stack.info().origin));
    expect(served.headers.get('content-type')).toContain('application/json');
    expect(await served.json()).toEqual(document);
    const page = await fetch(new URL('/docs', stack.info().origin));
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  /** Keys that cannot be fetched, a gateway without NATS: chain.e2e and faults.e2e have outages. */
  const UNSEEN = ['streamOutcomes', 'diagnoseConnection', 'reportQuality', 'getReadiness'].map(
    (id) => `${id} 503`,
  );

  test('was held against every other answer that it names', () => {
    const named = [...operationsOf(document)].flatMap(([id, { responses }]) =>
      Object.keys(responses).map((status) => `${id} ${status}`),
    );
    expect(named.filter((name) => !api.seen.has(name)).sort()).toEqual(UNSEEN.sort());
  });
});
