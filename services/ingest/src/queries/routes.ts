import { authenticated, Problem, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { isMealLogId } from '../meal-log/domain/meal-log-id.js';
import { toResource } from '../meal-log/resource.js';
import { getMealLog, getMealLogHistory, getSummary, listMealLogs } from './documentation.js';
import { entityTag, isKnown } from './entity-tag.js';
import type { GetMealLog } from './get-meal-log.js';
import { toHistoryEntry } from './history-entry.js';
import { type AnswerList, answerList } from './list-route.js';
import type { GetMealLogHistory } from './meal-log-history.js';
import { type AnswerSummary, answerSummary } from './summary-route.js';

export interface Queries extends AnswerList, AnswerSummary {
  readonly getMealLog: GetMealLog;
  readonly getMealLogHistory: GetMealLogHistory;
}

export interface QueryRoutes {
  readonly tokens: TokenVerifier;
  readonly queries: Queries;
}

/** What a user can read: one meal log, its history, the list, the sums of days. */
export function queryRoutes({ tokens, queries }: QueryRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, tokens);

    server.get('/api/v1/meal-logs/:id', { schema: getMealLog }, async (request, reply) => {
      const { userId } = identityOf(request);
      const { id } = request.params;
      const mealLog = isMealLogId(id) ? await queries.getMealLog(userId, id) : undefined;
      if (mealLog === undefined) throw notFound();
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

    server.get('/api/v1/meal-logs/:id/history', { schema: getMealLogHistory }, async (request) => {
      const { userId } = identityOf(request);
      const { id } = request.params;
      const events = isMealLogId(id) ? await queries.getMealLogHistory(userId, id) : undefined;
      if (events === undefined) throw notFound();
      return { items: events.map(toHistoryEntry) };
    });

    server.get('/api/v1/meal-logs', { schema: listMealLogs }, (request) =>
      answerList(queries, identityOf(request).userId, request.query),
    );

    server.get('/api/v1/summary', { schema: getSummary }, (request) =>
      answerSummary(queries, identityOf(request).userId, request.query),
    );
  };
}

/** Somebody else's and a deleted one, too. */
function notFound(): Problem {
  return new Problem(404, 'meal_log_not_found', 'You have no meal log with this id.');
}
