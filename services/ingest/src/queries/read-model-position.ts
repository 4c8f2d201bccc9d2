import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@mealwire/runtime';
import { readCheckpoint } from '../database/checkpoint.js';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { unavailable } from './unavailable.js';

export interface ReadModelPosition {
  /**
   * Waits until the read model has every change up to `minVersion`, a sequence of MEAL_LOG.
   * @returns where it stands, at least: rows that are read afterwards are not older.
   * @throws Problem 503: `read_model_behind` when that takes too long, `read_model_unavailable`.
   */
  reached(minVersion: number): Promise<number>;
}

export interface ReadModelPositionOptions {
  readonly database: Database;
  /** How long a request may wait. */
  readonly maxWaitMs: number;
}

/** The projection is some milliseconds behind as a rule. */
const POLL_MS = 20;
const RETRY_AFTER_S = 1;

/** However many requests wait, one question at a time is asked. */
export function createReadModelPosition(options: ReadModelPositionOptions): ReadModelPosition {
  const { database, maxWaitMs } = options;
  let asking: Promise<number> | undefined;
  const stand = (): Promise<number> => {
    asking ??= inDatabase(readCheckpoint(database.db))
      .then(({ sequence }) => sequence)
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  return {
    reached: async (minVersion) => {
      const giveUpAt = performance.now() + maxWaitMs;
      for (;;) {
        const position = await stand().catch((error: unknown) => {
          throw unavailable(error);
        });
        if (position >= minVersion) return position;
        if (performance.now() >= giveUpAt) throw behind();
        await sleep(POLL_MS);
      }
    },
  };
}

function behind(): Problem {
  return new Problem(503, 'read_model_behind', 'The list does not have this change yet.', {
    retryAfterS: RETRY_AFTER_S,
  });
}
