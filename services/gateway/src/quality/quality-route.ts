import { QUALITY_LIMITS } from '@mealwire/contracts';
import { authenticated, Problem, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { createRateLimit } from '../limits/rate-limit.js';
import type { RecordReport } from './client-metrics.js';
import { reportQuality } from './documentation.js';

export interface QualityRoute {
  readonly tokens: TokenVerifier;
  readonly record: RecordReport;
}

const INTERVAL_S = QUALITY_LIMITS.minIntervalMs / 1000;

/**
 * `POST /api/v1/quality`: what a client has seen of its connection. The token is required, so that
 * strangers cannot fill the metrics, and forgotten: what is recorded names nobody.
 */
export function qualityRoute({ tokens, record }: QualityRoute): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, tokens);
    const limit = createRateLimit(1, 1 / INTERVAL_S);
    // Before the body is read: it is not worth parsing.
    server.addHook('onRequest', async (request) => {
      if (limit.take(identityOf(request).userId, performance.now())) return;
      throw new Problem(429, 'rate_limited', `Report at most once in ${INTERVAL_S} s.`, {
        retryAfterS: INTERVAL_S,
      });
    });
    server.post(
      '/api/v1/quality',
      { schema: reportQuality, bodyLimit: QUALITY_LIMITS.maxBodyBytes },
      async (request, reply) => {
        record(request.body);
        return reply.code(202).send();
      },
    );
  };
}
