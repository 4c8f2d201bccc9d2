import { authenticated, Problem, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { isMealLogId } from '../meal-log/domain/meal-log-id.js';
import { toResource } from '../meal-log/resource.js';
import { getMealLog, listMealLogs } from './documentation.js';
import { entityTag, isKnown } from './entity-tag.js';
import type { MealLogReader } from './meal-log-reader.js';

export interface QueryRoutes {
  readonly tokens: TokenVerifier;
  readonly reader: MealLogReader;
}

/** `GET /api/v1/meal-logs/:id` and `GET /api/v1/meal-logs`. */
export function queryRoutes({ tokens, reader }: QueryRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, tokens);

    server.get('/api/v1/meal-logs/:id', { schema: getMealLog }, async (request, reply) => {
      const { userId } = identityOf(request);
      const { id } = request.params;
      const mealLog = isMealLogId(id) ? await reader.get(userId, id) : undefined;
      if (mealLog === undefined) {
        throw new Problem(404, 'meal_log_not_found', 'You have no meal log with this id.');
      }
      const resource = toResource(mealLog);
      const tag = entityTag(JSON.stringify(resource));
      // Whoever caches it must ask each time, and must not show it to another user.
      reply
        .header('etag', tag)
        .header('cache-control', 'private, no-cache')
        .header('vary', 'Authorization');
      return isKnown(request.headers['if-none-match'], tag)
        ? reply.code(304).send()
        : reply.code(200).send(resource);
    });

    server.get('/api/v1/meal-logs', { schema: listMealLogs }, async (request) => {
      const { userId } = identityOf(request);
      const { date, status, limit, page } = request.query;
      const { mealLogs, total } = await reader.list(userId, { day: date, status, limit, page });
      return { items: mealLogs.map(toResource), page, limit, total };
    });
  };
}
