import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { SignJWT } from 'jose';
import { issueDevToken } from './documentation.js';

const LIFETIME_S = 12 * 60 * 60;

export interface DevTokenOptions {
  readonly secret: string;
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
}

/**
 * `POST /dev/token {"user"}`: a token for any user, without a question. Only registered with
 * DEV_AUTH=1.
 */
export function devTokenRoute(options: DevTokenOptions): FastifyPluginAsyncZod {
  const key = new TextEncoder().encode(options.secret);
  return async (server) => {
    server.post('/dev/token', { schema: issueDevToken }, async (request, reply) => {
      const { user } = request.body;
      const expiresAt = new Date(Date.now() + LIFETIME_S * 1000);
      const jwt = new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(user)
        .setIssuedAt()
        .setExpirationTime(expiresAt);
      if (options.issuer !== undefined) jwt.setIssuer(options.issuer);
      if (options.audience !== undefined) jwt.setAudience(options.audience);
      return reply.header('cache-control', 'no-store').send({
        token: await jwt.sign(key),
        user,
        expires_at: expiresAt.toISOString(),
      });
    });
  };
}
