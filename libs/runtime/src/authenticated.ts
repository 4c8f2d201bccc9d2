import type { FastifyInstance } from 'fastify';
import { bearerToken, type Identity, type TokenVerifier } from './token-verifier.js';

/**
 * Lets only requests with a valid bearer token reach the routes of this Fastify scope; it is
 * checked before anything else of the request is read.
 * @returns who sent a request.
 */
export function authenticated(
  server: Pick<FastifyInstance, 'addHook'>,
  tokens: TokenVerifier,
): (request: object) => Identity {
  const identities = new WeakMap<object, Identity>();
  server.addHook('onRequest', async (request) => {
    identities.set(request, await tokens.verify(bearerToken(request.headers.authorization)));
  });
  return (request) => {
    const identity = identities.get(request);
    if (identity === undefined) throw new Error('this request did not pass the token check');
    return identity;
  };
}
