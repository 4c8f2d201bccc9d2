import { createHealth, operatorRoutes } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { apiRoutes } from './router.js';

const unused = (): never => {
  throw new Error('these routes are there to be described, not called');
};

/** The routes of the gateway without anything behind them: what the API's document is made from. */
export const describedRoutes: FastifyPluginAsyncZod = async (server) => {
  await server.register(
    apiRoutes({
      tokens: { verify: unused },
      admission: { admit: unused, requireOpen: unused },
      sessions: { open: unused },
      heartbeatMs: 0,
      record: unused,
      devToken: { secret: '', issuer: undefined, audience: undefined },
    }),
  );
  await server.register(operatorRoutes({ health: createHealth(), handleMetrics: unused }));
};
