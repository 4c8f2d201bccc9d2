import { authenticated, Problem, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Admission } from '../limits/admission.js';
import { diagnoseConnection } from './documentation.js';
import { WEBSOCKET_PATH } from './upgrade.js';

export interface PlainGetOptions {
  readonly tokens: TokenVerifier;
  readonly admission: Admission;
}

/**
 * `GET /ws/meal-logs` without an upgrade. Browsers hide from a page why a handshake failed, so the
 * page asks here: whatever would refuse the handshake refuses this too, and says why.
 */
export function plainGet({ tokens, admission }: PlainGetOptions): FastifyPluginAsyncZod {
  return async (server) => {
    // Counted like a connection, and before the token is looked at: a rush may not hide in here.
    server.addHook('onRequest', async () => admission.admit());
    authenticated(server, tokens);
    server.get(WEBSOCKET_PATH, { schema: diagnoseConnection }, async () => {
      throw new Problem(426, 'upgrade_required', 'This address speaks WebSocket.');
    });
  };
}
