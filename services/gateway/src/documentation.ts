import { createHealth, operatorRoutes } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { devTokenRoute } from './auth/dev-token.js';
import { qualityRoute } from './quality/quality-route.js';
import { sseRoute } from './sse/sse-route.js';

const unused = (): never => {
  throw new Error('these routes are there to be described, not called');
};

/** The routes of the gateway without anything behind them: what the API's document is made from. */
export const describedRoutes: FastifyPluginAsyncZod = async (server) => {
  const tokens = { verify: unused };
  const admission = { admit: unused, requireOpen: unused };
  await server.register(
    sseRoute({ tokens, admission, sessions: { open: unused }, heartbeatMs: 0 }),
  );
  await server.register(qualityRoute({ tokens, record: unused }));
  await server.register(devTokenRoute({ secret: '', issuer: undefined, audience: undefined }));
  await server.register(operatorRoutes({ health: createHealth(), handleMetrics: unused }));
};
