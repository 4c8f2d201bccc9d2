import type { EventHistory } from '@mealwire/bus';
import type { RecordedEvent } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { fold } from '../meal-log/domain/evolve.js';
import { live } from '../meal-log/domain/meal-log.js';
import { readArchivedEvents } from './archived-events.js';
import { inTime } from './in-time.js';
import { unavailable } from './unavailable.js';

export interface MealLogHistoryDependencies {
  readonly database: Database;
  readonly history: EventHistory;
  readonly isStoreReachable: () => boolean;
  /** False: the archive is not of this stream, and counts only where the stream has nothing. */
  readonly isProjected: () => boolean;
  readonly logger: Logger;
}

/**
 * Everything that happened to a meal log, oldest first. Undefined: the user has no such meal log;
 * a deleted one is one that the user does not have.
 * @throws Problem 503 when neither store can be asked.
 */
export type GetMealLogHistory = (
  userId: string,
  mealLogId: string,
) => Promise<readonly RecordedEvent[] | undefined>;

/**
 * The archive knows what the stream may have forgotten, the stream what the archive does not have
 * yet. The stream is read from the first archived event on, not from the last one: two projecting
 * processes may archive a later event before an earlier one. It costs nothing to speak of, because
 * a meal log has a handful of events, and the server skips what is not the meal log's.
 */
export function createMealLogHistory(dependencies: MealLogHistoryDependencies): GetMealLogHistory {
  const { database, history, isStoreReachable, isProjected, logger } = dependencies;
  return async (userId, mealLogId) => {
    const archived = await inDatabase(readArchivedEvents(database, userId, mealLogId)).catch(
      (error: unknown) => {
        logger.warn({ err: error }, 'no archive, reading the events');
        return [];
      },
    );
    const [first] = archived;
    const isComparable = isProjected();
    const recorded = await readStream(isComparable ? (first?.sequence ?? 1) : 1);
    // Sequences of two streams say nothing about each other.
    const sources = isComparable || recorded.length === 0 ? [...archived, ...recorded] : recorded;
    const all = new Map(sources.map((event) => [event.sequence, event]));
    const events = [...all.values()].sort((a, b) => a.sequence - b.sequence);
    return live(fold(events)) === undefined ? undefined : events;

    async function readStream(from: number): Promise<readonly RecordedEvent[]> {
      if (!isStoreReachable()) {
        if (first !== undefined) return [];
        throw unavailable(new Error('no events'));
      }
      const reading = history.eventsOf(userId, mealLogId, from);
      return (first === undefined ? reading : inTime(reading)).catch((error: unknown) => {
        if (first === undefined) throw unavailable(error);
        logger.warn({ err: error }, 'no events, answering from the archive');
        return [];
      });
    }
  };
}
