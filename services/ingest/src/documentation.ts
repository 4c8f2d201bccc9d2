import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { queryRoutes } from './queries/routes.js';
import { submissionRoutes } from './submission/routes.js';

const unused = (): never => {
  throw new Error('these routes are there to be described, not called');
};

/** The routes of ingest without anything behind them: what the API's document is made from. */
export const describedRoutes: FastifyPluginAsyncZod = async (server) => {
  const tokens = { verify: unused };
  await server.register(submissionRoutes({ tokens, submit: unused }));
  await server.register(queryRoutes({ tokens, reader: { get: unused, list: unused } }));
};
