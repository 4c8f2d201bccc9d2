import { STATUS_CODES } from 'node:http';
import type { Logger } from '@mealwire/telemetry';
import { type FastifyError, type FastifyReply, fastify, LogController } from 'fastify';
import { type OperatorRoutes, operatorRoutes } from './operator-routes.js';
import { Problem, problemBody } from './problem.js';

export interface HttpServerOptions extends OperatorRoutes {
  readonly logger: Logger;
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
    // An address that is none gets no further than the router, so the error handler never sees it.
    frameworkErrors: (error, _request, reply) => sendProblem(reply as FastifyReply, error),
  });
  // The schema of a response is documentation: what a handler returns is sent as it is.
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
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
  server.register(operatorRoutes(options));
  return server;
}

function sendProblem(reply: FastifyReply, error: unknown): void {
  const problem = toProblem(error);
  reply.code(problem.status).type('application/problem+json').send(bodyOf(problem));
}

function bodyOf(problem: Problem) {
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
