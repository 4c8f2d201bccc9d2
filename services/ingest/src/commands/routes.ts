import { authenticated, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { ignoreBody } from '../ignore-body.js';
import { live } from '../meal-log/domain/meal-log.js';
import { isMealLogId } from '../meal-log/domain/meal-log-id.js';
import { toResource } from '../meal-log/resource.js';
import type { Changed, ChangeRequest } from './change-meal-log.js';
import type { CorrectMealLog } from './correct-meal-log.js';
import type { DeleteMealLog } from './delete-meal-log.js';
import { correctMealLog, deleteMealLog, retryMealLog } from './documentation.js';
import { tagOf } from './precondition.js';
import { notFound } from './problems.js';
import type { RetryMealLog } from './retry-meal-log.js';

export interface CommandRoutes {
  readonly tokens: TokenVerifier;
  readonly retry: RetryMealLog;
  readonly correct: CorrectMealLog;
  readonly remove: DeleteMealLog;
}

interface CommandHeaders {
  readonly 'idempotency-key'?: string | undefined;
  readonly 'if-match'?: string | undefined;
}

const MEAL_LOG_PATH = '/api/v1/meal-logs/:id';

/** What a user does to a meal that is there. */
export function commandRoutes(options: CommandRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    await server.register(correctionRoute(options));
    await server.register(routesWithoutBody(options));
  };
}

function correctionRoute({ tokens, correct }: CommandRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, tokens);
    server.patch(MEAL_LOG_PATH, { schema: correctMealLog }, async (request, reply) => {
      const { userId } = identityOf(request);
      const { items } = request.body;
      const changed = await correct({ ...requestOf(userId, request), items });
      logChange(request, changed, 'meal corrected');
      return sendResource(reply.code(200), changed);
    });
  };
}

function routesWithoutBody({ tokens, retry, remove }: CommandRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, tokens);
    ignoreBody(server);

    server.post(`${MEAL_LOG_PATH}/retry`, { schema: retryMealLog }, async (request, reply) => {
      const { userId } = identityOf(request);
      const changed = await retry(requestOf(userId, request));
      logChange(request, changed, 'meal to be analysed again');
      return sendResource(reply.code(202), changed);
    });

    server.delete(MEAL_LOG_PATH, { schema: deleteMealLog }, async (request, reply) => {
      const { userId } = identityOf(request);
      const changed = await remove(requestOf(userId, request));
      logChange(request, changed, 'meal deleted');
      return reply.code(204).header('idempotent-replayed', String(changed.replayed)).send();
    });
  };
}

function requestOf(
  userId: string,
  { params: { id }, headers }: { params: { readonly id: string }; headers: CommandHeaders },
): ChangeRequest {
  if (!isMealLogId(id)) throw notFound();
  return {
    userId,
    mealLogId: id,
    key: headers['idempotency-key'],
    ifMatch: headers['if-match'],
  };
}

function logChange(
  { log }: { readonly log: { info(fields: object, message: string): void } },
  { mealLog, replayed }: Changed,
  message: string,
): void {
  log.info({ meal_log_id: mealLog.id, replayed }, message);
}

function sendResource(reply: FastifyReply, { mealLog, replayed }: Changed) {
  const shown = live(mealLog);
  if (shown === undefined) throw notFound();
  return reply
    .header('etag', tagOf(shown))
    .header('idempotent-replayed', String(replayed))
    .send(toResource(shown));
}
