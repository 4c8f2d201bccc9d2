import { STATUS_CODES } from 'node:http';
import type { Logger, MetricsHandler } from '@mealwire/telemetry';
import { type FastifyError, fastify, LogController } from 'fastify';
import type { Health } from './health.js';
import { Problem, problemBody } from './problem.js';

export interface HttpServerOptions {
  readonly logger: Logger;
  readonly health: Health;
  readonly handleMetrics: MetricsHandler;
}

/** Many times what any of our requests needs. */
export const BODY_LIMIT_BYTES = 64 * 1024;

export type HttpServer = ReturnType<typeof createHttpServer>;

/** Headers that RFC 9110 requires with a status (§15.5.2, §15.5.22). */
const STATUS_HEADERS: Readonly<Record<number, readonly [string, string]>> = {
  401: ['www-authenticate', 'Bearer'],
  426: ['upgrade', 'websocket'],
};

/** A Fastify server with the operators' routes and RFC 9457 errors; features add their own. */
export function createHttpServer(options: HttpServerOptions) {
  const server = fastify({
    loggerInstance: options.logger,
    // Fastify's own request lines carry the URL and come twice per request; traces say it better.
    logController: new LogController({ disableRequestLogging: true }),
    // An id of 128 bytes, percent-encoded.
    routerOptions: { maxParamLength: 384 },
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: 'idle',
  });
  server.setErrorHandler(async (error, request, reply) => {
    const problem = toProblem(error);
    if (problem.status >= 500) request.log.error({ err: problem.cause ?? error }, problem.message);
    if (problem.retryAfterS !== undefined) reply.header('retry-after', problem.retryAfterS);
    const [name, value] = STATUS_HEADERS[problem.status] ?? [];
    if (name !== undefined) reply.header(name, value);
    return reply.code(problem.status).type('application/problem+json').send(bodyOf(problem));
  });
  server.setNotFoundHandler(async (_request, reply) => {
    const problem = new Problem(404, 'not_found', 'There is nothing at this address.');
    return reply.code(404).type('application/problem+json').send(bodyOf(problem));
  });
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const { ready, checks } = await options.health.check();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks });
  });
  server.get('/metrics', (request, reply) => {
    reply.hijack();
    options.handleMetrics(request.raw, reply.raw);
  });
  return server;
}

function bodyOf(problem: Problem): Record<string, unknown> {
  return problemBody(problem, STATUS_CODES[problem.status] ?? 'Error');
}

/** Fastify's own errors (body too large, malformed JSON) are the client's; the rest is ours. */
function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { validation, validationContext } = error as Partial<FastifyError>;
  if (validation !== undefined) {
    return new Problem(400, 'validation_failed', 'The request is not valid.', {
      errors: validation.map(({ instancePath, message }) => ({
        field: instancePath.slice(1).replaceAll('/', '.') || (validationContext ?? 'request'),
        message: message ?? 'is not valid',
      })),
    });
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  const code = (error as { code?: string }).code ?? 'internal_error';
  if (status >= 400 && status < 500 && error instanceof Error) {
    return new Problem(status, code.toLowerCase(), error.message);
  }
  return new Problem(500, 'internal_error', 'Something went wrong on our side.', { cause: error });
}
