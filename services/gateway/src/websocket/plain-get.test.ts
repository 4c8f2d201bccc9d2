import { createHealth, createHttpServer, Problem, type TokenVerifier } from '@mealwire/runtime';
import { silentLogger } from '@mealwire/testkit';
import { afterEach, expect, test } from 'vitest';
import { createAdmission } from '../limits/admission.js';
import { plainGet } from './plain-get.js';

const servers: ReturnType<typeof createHttpServer>[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const tokens: TokenVerifier = {
  verify: async (token) => {
    if (token !== 'good') throw new Problem(401, 'unauthorized', 'The token is not valid.');
    return {
      userId: 'alice',
      deviceId: undefined,
      issuedAtMs: 0,
      expiresAtMs: Number.POSITIVE_INFINITY,
    };
  },
};

async function answerOf(token: string | undefined, admits: { isOpen: boolean; perSecond: number }) {
  const { isOpen, perSecond } = admits;
  const server = createHttpServer({
    logger: silentLogger,
    health: createHealth(),
    handleMetrics: async () => undefined,
  });
  servers.push(server);
  const admission = createAdmission({ perSecond, isOpen: () => isOpen });
  await server.register(plainGet({ tokens, admission }));
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await server.inject({ url: '/ws/meal-logs', headers });
  return { ...response, code: response.json<{ code: string }>().code };
}

const OPEN = { isOpen: true, perSecond: 10 };

test('all is well but the missing upgrade', async () => {
  const { statusCode, headers, code } = await answerOf('good', OPEN);
  expect({ statusCode, code }).toEqual({ statusCode: 426, code: 'upgrade_required' });
  expect(headers).toMatchObject({
    upgrade: 'websocket',
    'content-type': expect.stringContaining('application/problem+json'),
  });
});

test.each([undefined, 'dead'])('a token that no handshake would pass with: %s', async (token) => {
  const { statusCode, code } = await answerOf(token, OPEN);
  expect({ statusCode, code }).toEqual({ statusCode: 401, code: 'unauthorized' });
});

test.each([
  { isOpen: false, perSecond: 10 },
  { isOpen: true, perSecond: 0 },
])('a gateway that lets nobody in: %o', async (admits) => {
  const { statusCode, headers, code } = await answerOf('dead', admits);
  expect({ statusCode, code }).toEqual({ statusCode: 503, code: 'unavailable' });
  expect(Number(headers['retry-after'])).toBeGreaterThan(0);
});
