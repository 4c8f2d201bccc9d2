import { randomUUID } from 'node:crypto';
import { authenticated, Problem, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { toResource } from '../meal-log/resource.js';
import { submitMealLog } from './documentation.js';
import type { SubmitMealLog } from './submit-meal-log.js';

export interface SubmissionRoutes {
  readonly tokens: TokenVerifier;
  readonly submit: SubmitMealLog;
}

/** `POST /api/v1/meal-logs/natural`: a meal in plain words. */
export function submissionRoutes({ tokens, submit }: SubmissionRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    const identityOf = authenticated(server, tokens);
    server.post('/api/v1/meal-logs/natural', { schema: submitMealLog }, async (request, reply) => {
      const { userId } = identityOf(request);
      const { text, client_id, eaten_at, meal_type } = request.body;
      const clientId = oneKey(client_id, request.headers['idempotency-key']);
      const { mealLog, replayed } = await submit({
        userId,
        mealLogId: clientId ?? randomUUID(),
        clientId: clientId ?? '',
        text,
        mealType: meal_type ?? '',
        eatenAt: eaten_at,
      });
      request.log.info(
        { meal_log_id: mealLog.id, replayed },
        replayed ? 'meal was stored before' : 'meal stored',
      );
      // A retry gets the answer that the first try got, and can tell by the header.
      return reply
        .code(201)
        .header('location', `/api/v1/meal-logs/${encodeURIComponent(mealLog.id)}`)
        .header('idempotent-replayed', String(replayed))
        .send(toResource(mealLog));
    });
  };
}

/** `client_id` and `Idempotency-Key` mean the same; both at once must agree. */
function oneKey(clientId: string | undefined, header: string | undefined): string | undefined {
  if (clientId !== undefined && header !== undefined && clientId !== header) {
    throw new Problem(400, 'validation_failed', 'client_id and Idempotency-Key differ.', {
      errors: [{ field: 'client_id', message: 'must equal the Idempotency-Key header' }],
    });
  }
  return clientId ?? header;
}
