import { createLogger } from '@mealwire/telemetry';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createHealth } from './health.js';
import { createHttpServer } from './http-server.js';
import { Problem } from './problem.js';
import { problemResponses, problemSchema } from './problem-responses.js';

function server() {
  return createHttpServer({
    logger: createLogger('test', 'silent'),
    health: createHealth(),
    handleMetrics: () => undefined,
  });
}

describe('every error is a problem', () => {
  test.each([
    ['/nothing', 404, 'not_found'],
    ['/things/%zz', 400, 'fst_err_bad_url'],
    [`/things/${'x'.repeat(400)}`, 414, 'fst_err_max_param_length'],
    ['/things/refused', 503, 'closed'],
    ['/things/broken', 500, 'internal_error'],
  ])('%s', async (url, status, code) => {
    const http = server();
    http.get('/things/:id', async (request) => {
      if (request.url.endsWith('refused')) {
        throw new Problem(503, 'closed', 'Come back.', { retryAfterS: 2 });
      }
      throw new Error('the operator sees this');
    });
    const response = await http.inject(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(problemSchema.strict().parse(response.json())).toMatchObject({ status, code });
    expect(response.headers['retry-after']).toBe(status === 503 ? '2' : undefined);
    expect(response.body).not.toContain('operator');
  });
});

test('what a handler returns is sent as it is, whatever the schema of the response says', async () => {
  const http = server();
  const schema = {
    response: {
      200: { content: { 'application/json': { schema: z.object({ a: z.string() }) } } },
      ...problemResponses({ 404: ['not_found'] }),
    },
  };
  http.get('/thing', { schema }, async () => ({ a: 1, b: ['x'] }));
  expect((await http.inject('/thing')).json()).toEqual({ a: 1, b: ['x'] });
});
