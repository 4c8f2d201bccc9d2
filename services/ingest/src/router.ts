import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type QueryRoutes, queryRoutes } from './queries/routes.js';
import { type SubmissionRoutes, submissionRoutes } from './submission/routes.js';

/** Every entrance of ingest; /healthz, /readyz and /metrics come with the HTTP server. */
export function apiRoutes(options: QueryRoutes & SubmissionRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    await server.register(submissionRoutes(options));
    await server.register(queryRoutes(options));
  };
}
