import type { IncomingHttpHeaders } from 'node:http';
import httpProxy from '@fastify/http-proxy';
import { BODY_LIMIT_BYTES, type HttpServer, Problem } from '@mealwire/runtime';

export interface Upstreams {
  readonly ingestUrl: string;
  readonly consoleUrl: string | undefined;
}

const RETRY_AFTER_S = 2;
const TIMEOUT_MS = 10_000;

/** A phone knows one origin: `/api` is ingest, everything else the console. */
export async function proxyUpstreams(http: HttpServer, upstreams: Upstreams): Promise<void> {
  await http.register(httpProxy, {
    ...proxyTo(upstreams.ingestUrl),
    prefix: '/api',
    rewritePrefix: '/api',
  });
  if (upstreams.consoleUrl !== undefined) {
    await http.register(httpProxy, { ...proxyTo(upstreams.consoleUrl), prefix: '/' });
  }
}

function proxyTo(upstream: string) {
  return {
    upstream,
    // It logs each request twice; the trace has them.
    logLevel: 'warn' as const,
    // No second tries: reply-from would make ten of them of every 503, and leak their sockets.
    retryMethods: [],
    // Node's own client, so that the HTTP instrumentation passes the trace on.
    http: { requestOptions: { timeout: TIMEOUT_MS } },
    preHandler: refuseLargeBody,
    replyOptions: {
      // Sent, not thrown: this runs in a callback that nobody catches for.
      onError: (reply: { send(error: Error): unknown }, { error }: { error: Error }) => {
        reply.send(
          new Problem(503, 'upstream_unavailable', 'Not available right now. Try again.', {
            retryAfterS: RETRY_AFTER_S,
            cause: error,
          }),
        );
      },
    },
  };
}

/**
 * Said here: an upstream that refuses a body while it is still being sent looks like one that has
 * gone. @throws Problem 413.
 */
async function refuseLargeBody(request: { readonly headers: IncomingHttpHeaders }): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) <= BODY_LIMIT_BYTES) return;
  throw new Problem(413, 'body_too_large', `A request has at most ${BODY_LIMIT_BYTES} bytes.`);
}
