import type { EventStore } from '@mealwire/bus';
import type { RecordedEvent } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { fromRow } from '../database/meal-log-rows.js';
import { mealLogs } from '../database/schema.js';
import { evolve } from '../meal-log/domain/evolve.js';
import { type LiveMealLog, live, type MealLog } from '../meal-log/domain/meal-log.js';
import { inTime } from './in-time.js';
import { unavailable } from './unavailable.js';

export interface GetMealLogDependencies {
  readonly database: Database;
  readonly events: EventStore;
  /** False: the events cannot be asked, and the row has to do. */
  readonly isStoreReachable: () => boolean;
  /** False: the rows are not of this stream, and only its events count. */
  readonly isProjected: () => boolean;
  readonly logger: Logger;
}

/** Undefined: the user has no such meal log. @throws Problem 503 when neither store can be asked. */
export type GetMealLog = (userId: string, mealLogId: string) => Promise<LiveMealLog | undefined>;

/**
 * One meal log as its events say it, not as old as the projection: docs/guarantees.md, 9. The row,
 * and whatever the stream has beyond it: one row by its key and one Direct Get that a server answers
 * from its index, with nothing while the row is up to date.
 */
export function createGetMealLog(dependencies: GetMealLogDependencies): GetMealLog {
  const { database, events, isStoreReachable, isProjected, logger } = dependencies;
  return async (userId, mealLogId) => {
    const row = await inDatabase(findRow(database, userId, mealLogId)).catch((error: unknown) => {
      logger.warn({ err: error }, 'no read model, reading the events');
      return undefined;
    });
    if (row === undefined) {
      if (!isStoreReachable()) throw unavailable(new Error('no events'));
      const all = await events.lastEvents(userId, mealLogId).catch((error: unknown) => {
        throw unavailable(error);
      });
      return live(after(undefined, all));
    }
    if (!isStoreReachable()) return live(row);
    try {
      // Sequences of another stream cannot be compared; what it does not know may still be in a row.
      if (!isProjected()) {
        return live(after(undefined, await inTime(events.lastEvents(userId, mealLogId))) ?? row);
      }
      return live(after(row, await inTime(events.lastEvents(userId, mealLogId, row.version))));
    } catch (error) {
      logger.warn({ err: error }, 'no events, answering from the read model');
      return live(row);
    }
  };
}

function after(state: MealLog | undefined, events: readonly RecordedEvent[]): MealLog | undefined {
  return events.reduce(evolve, state);
}

async function findRow(
  { db }: Database,
  userId: string,
  mealLogId: string,
): Promise<MealLog | undefined> {
  const [row] = await db
    .select()
    .from(mealLogs)
    .where(and(eq(mealLogs.userId, userId), eq(mealLogs.id, mealLogId)));
  return row === undefined ? undefined : fromRow(row);
}
