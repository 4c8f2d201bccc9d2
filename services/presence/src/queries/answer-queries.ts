import { answer, type Bus, type Subscription, subscribe } from '@mealwire/bus';
import { PRESENCE_COUNT, PRESENCE_GET_ALL } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import { PRESENCE_QUEUE } from '../queue.js';
import type { Roster } from '../roster/roster.js';
import { countPresence } from './count-presence.js';
import { findPresence, type PresenceStore } from './find-presence.js';

export interface QueriesOptions extends PresenceStore {
  readonly bus: Bus;
  readonly roster: Roster;
  readonly logger: Logger;
}

/** The questions of other services: `presence.get.<user>` and `presence.count`. */
export function answerQueries(options: QueriesOptions): Subscription {
  const { bus, roster, logger } = options;
  const get = subscribe(bus, {
    subject: PRESENCE_GET_ALL,
    queue: PRESENCE_QUEUE,
    handle: (message) =>
      answer(message, 'presence.get.{user}', logger, () => findPresence(options, message.subject)),
  });
  const count = subscribe(bus, {
    subject: PRESENCE_COUNT,
    queue: PRESENCE_QUEUE,
    handle: (message) => answer(message, PRESENCE_COUNT, logger, async () => countPresence(roster)),
  });
  return {
    stop: async () => {
      await Promise.all([get.stop(), count.stop()]);
    },
  };
}
