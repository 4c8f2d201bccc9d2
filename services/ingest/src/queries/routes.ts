import { authenticated, Problem, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isMealLogId } from '../meal-log/domain/meal-log-id.js';
import { toResource } from '../meal-log/resource.js';
import type { MealLogReader } from './meal-log-reader.js';

export interface QueryRoutes {
  readonly tokens: TokenVerifier;
  readonly reader: MealLogReader;
}

const byId = z.object({ id: z.string().min(1) });

const listQuery = z.object({
  date: z.iso
    .date({ error: 'must be a day such as 2026-01-31' })
    .transform((day) => new Date(`${day}T00:00:00Z`))
    .optional(),
  status: z
    .enum(['processing', 'completed', 'failed'], {
      error: 'must be one of processing, completed, failed',
    })
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** `GET /api/v1/meal-logs/:id` and `GET /api/v1/meal-logs`. */
export function queryRoutes({ tokens, reader }: QueryRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, tokens);

    server.get('/api/v1/meal-logs/:id', { schema: { params: byId } }, async (request) => {
      const { userId } = identityOf(request);
      const { id } = request.params;
      const mealLog = isMealLogId(id) ? await reader.get(userId, id) : undefined;
      if (mealLog === undefined) {
        throw new Problem(404, 'meal_log_not_found', 'You have no meal log with this id.');
      }
      return toResource(mealLog);
    });

    server.get('/api/v1/meal-logs', { schema: { querystring: listQuery } }, async (request) => {
      const { userId } = identityOf(request);
      const { date, status, limit, page } = request.query;
      const { mealLogs, total } = await reader.list(userId, { day: date, status, limit, page });
      return { items: mealLogs.map(toResource), page, limit, total };
    });
  };
}
