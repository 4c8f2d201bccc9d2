import type { MetricsHandler } from '@mealwire/telemetry';
import type { FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import type { Health } from './health.js';

export interface OperatorRoutes {
  readonly health: Health;
  readonly handleMetrics: MetricsHandler;
}

const readiness = z.object({
  status: z.enum(['ready', 'not ready']),
  checks: z
    .record(z.string(), z.string())
    .meta({ description: 'What is checked → `ok`, or what is wrong.' }),
});

const liveness = {
  operationId: 'getLiveness',
  summary: 'Whether the process serves requests',
  tags: ['Operations'],
  security: [],
  response: {
    200: {
      description: 'It does.',
      content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } },
    },
  },
};

const readinessProbe = {
  operationId: 'getReadiness',
  summary: 'Whether traffic is welcome',
  description: 'No during a shutdown, and while something that the service needs is away.',
  tags: ['Operations'],
  security: [],
  response: {
    200: { description: 'Yes.', content: { 'application/json': { schema: readiness } } },
    503: { description: 'No.', content: { 'application/json': { schema: readiness } } },
  },
};

/** `/healthz`, `/readyz` and `/metrics`: every service has them. */
export function operatorRoutes({ health, handleMetrics }: OperatorRoutes): FastifyPluginAsync {
  return async (server) => {
    server.get('/healthz', { schema: liveness }, async () => ({ status: 'ok' }));
    server.get('/readyz', { schema: readinessProbe }, async (_request, reply) => {
      const { ready, checks } = await health.check();
      return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks });
    });
    server.get('/metrics', (request, reply) => {
      reply.hijack();
      handleMetrics(request.raw, reply.raw);
    });
  };
}
