import type { FastifyInstance } from 'fastify';

/**
 * For routes that take no body. Many clients name a content type all the same: whatever comes is
 * not read.
 */
export function ignoreBody(server: Pick<FastifyInstance, IgnoreBodyMethods>): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume();
    done(null);
  });
}

type IgnoreBodyMethods = 'removeAllContentTypeParsers' | 'addContentTypeParser';
