import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type CommandRoutes, commandRoutes } from './commands/routes.js';
import { type UserRoutes, userRoutes } from './erasure/routes.js';
import { type QueryRoutes, queryRoutes } from './queries/routes.js';
import { type SubmissionRoutes, submissionRoutes } from './submission/routes.js';

/** Every entrance of ingest; /healthz, /readyz and /metrics come with the HTTP server. */
export function apiRoutes(
  options: CommandRoutes & QueryRoutes & SubmissionRoutes & UserRoutes,
): FastifyPluginAsyncZod {
  return async (server) => {
    await server.register(submissionRoutes(options));
    await server.register(commandRoutes(options));
    await server.register(queryRoutes(options));
    await server.register(userRoutes(options));
  };
}
