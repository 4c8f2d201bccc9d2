import { describe, expect, test, vi } from 'vitest';
import { createMealLogApi } from './meal-log-api.js';

function apiAnswering(answer: () => Promise<Response>) {
  const fetch = vi.fn<typeof globalThis.fetch>(answer);
  const api = createMealLogApi({
    origin: 'https://meals.example',
    token: async () => 'jwt',
    fetch,
  });
  return { api, fetch };
}

function lastRequest(fetch: ReturnType<typeof apiAnswering>['fetch']) {
  const [url, init] = fetch.mock.lastCall ?? [];
  return { url: String(url), method: init?.method, headers: new Headers(init?.headers), init };
}

describe('the REST side', () => {
  test('submits a meal with the token and the caller’s headers', async () => {
    const { api, fetch } = apiAnswering(async () => Response.json({ id: 'm1' }, { status: 201 }));
    const resource = await api.submit(
      { text: 'two eggs', client_id: 'c1' },
      { headers: { traceparent: '00-a-b-01' } },
    );
    const { url, method, headers, init } = lastRequest(fetch);
    expect(resource.id).toBe('m1');
    expect(url).toBe('https://meals.example/api/v1/meal-logs/natural');
    expect(method).toBe('POST');
    expect(headers.get('authorization')).toBe('Bearer jwt');
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('traceparent')).toBe('00-a-b-01');
    expect(init?.body).toBe('{"text":"two eggs","client_id":"c1"}');
  });

  test('reads one meal and pages of them', async () => {
    const { api, fetch } = apiAnswering(async () => Response.json({}));
    await api.get('a/b');
    expect(lastRequest(fetch).url).toBe('https://meals.example/api/v1/meal-logs/a%2Fb');
    await api.list();
    expect(lastRequest(fetch).url).toBe('https://meals.example/api/v1/meal-logs');
    await api.list({ page: 2, limit: 10 });
    expect(lastRequest(fetch).url).toBe('https://meals.example/api/v1/meal-logs?page=2&limit=10');
  });

  test('throws the problem that the server reports', async () => {
    const errors = [{ field: 'text', message: 'is empty' }, { unexpected: true }];
    const problem = { status: 422, code: 'invalid', detail: 'Say what you ate.', errors };
    const { api } = apiAnswering(async () =>
      Response.json(problem, { status: 422, headers: { 'retry-after': '7' } }),
    );
    await expect(api.submit({ text: '' })).rejects.toMatchObject({
      name: 'MealwireError',
      status: 422,
      code: 'invalid',
      detail: 'Say what you ate.',
      errors: [{ field: 'text', message: 'is empty' }],
      retryAfterS: 7,
    });
  });

  test('throws the same kind of error for a page of a proxy and for no answer', async () => {
    const proxy = apiAnswering(async () => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    await expect(proxy.api.list()).rejects.toMatchObject({
      status: 502,
      code: 'unexpected_response',
      errors: [],
    });
    const offline = apiAnswering(async () => Promise.reject(new TypeError('fetch failed')));
    await expect(offline.api.list()).rejects.toMatchObject({ status: 0, code: 'network_error' });
  });
});
