import { create } from '@bufbuild/protobuf';
import { encodeJson, PresenceCountResponseSchema } from '@mealwire/contracts';
import type { Roster } from '../roster/roster.js';
import { QueryError } from './query-error.js';

/**
 * The answer to `presence.count`, from the roster: counting costs nothing, however many they are.
 * @throws QueryError while the roster is not complete.
 */
export function countPresence(roster: Roster): string {
  if (!roster.isComplete()) throw new QueryError(503, 'presence is not complete yet');
  return encodeJson(
    PresenceCountResponseSchema,
    create(PresenceCountResponseSchema, {
      users: roster.userCount(),
      connections: roster.connectionCount(),
    }),
  );
}
