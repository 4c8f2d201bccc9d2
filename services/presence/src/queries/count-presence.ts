import { create } from '@bufbuild/protobuf';
import { RequestError } from '@mealwire/bus';
import { encodeJson, PresenceCountResponseSchema } from '@mealwire/contracts';
import type { Roster } from '../roster/roster.js';

/**
 * The answer to `presence.count`, from the roster: counting costs nothing, however many they are.
 * @throws RequestError while the roster is not complete.
 */
export function countPresence(roster: Roster): string {
  if (!roster.isComplete()) throw new RequestError(503, 'presence is not complete yet');
  return encodeJson(
    PresenceCountResponseSchema,
    create(PresenceCountResponseSchema, {
      users: roster.userCount(),
      connections: roster.connectionCount(),
    }),
  );
}
