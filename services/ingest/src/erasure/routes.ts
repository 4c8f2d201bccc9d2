import { authenticated, Problem, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { ignoreBody } from '../ignore-body.js';
import { eraseMe, exportMe } from './documentation.js';
import type { Erasure } from './erasure.js';
import type { UserExport } from './export-user.js';

export interface UserRoutes {
  readonly tokens: TokenVerifier;
  /** Accepts the tokens of users who were forgotten: they may ask whether it is done. */
  readonly anyTokens: TokenVerifier;
  readonly requestErasure: Erasure['request'];
  readonly exportUser: (userId: string) => Promise<UserExport>;
}

const RETRY_AFTER_S = 5;

/** `DELETE /api/v1/users/me` and `GET /api/v1/users/me/export`. */
export function userRoutes(options: UserRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    await server.register(eraseRoute(options));
    await server.register(exportRoute(options));
  };
}

function eraseRoute({ anyTokens, requestErasure }: UserRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, anyTokens);
    ignoreBody(server);
    server.delete('/api/v1/users/me', { schema: eraseMe }, async (request, reply) => {
      const state = await requestErasure(identityOf(request));
      if (state === 'erased') return reply.code(204).send();
      return reply.code(202).header('retry-after', RETRY_AFTER_S).send({ state });
    });
  };
}

function exportRoute({ tokens, exportUser }: UserRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, tokens);
    server.get('/api/v1/users/me/export', { schema: exportMe }, async (request, reply) => {
      const { userId } = identityOf(request);
      const found = await exportUser(userId).catch((cause: unknown) => {
        throw new Problem(503, 'store_unavailable', 'Nothing can be exported now. Try again.', {
          retryAfterS: RETRY_AFTER_S,
          cause,
        });
      });
      return reply.header('cache-control', 'no-store').send(found);
    });
  };
}
