import type { EventStore } from '@mealwire/bus';
import { Problem } from '@mealwire/runtime';
import type { Logger } from '@mealwire/telemetry';
import { and, count, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { fromRow } from '../database/meal-log-rows.js';
import { mealLogs } from '../database/schema.js';
import { fold, type MealLog } from '../meal-log/domain/meal-log.js';

export interface ListFilter {
  /** Start of a UTC day. */
  readonly day?: Date | undefined;
  readonly status?: MealLog['status'] | undefined;
  readonly limit: number;
  /** 1 is the first. */
  readonly page: number;
}

export interface MealLogReader {
  /** Undefined: the user has no such meal log. */
  get(userId: string, mealLogId: string): Promise<MealLog | undefined>;
  /** Newest meal first. @throws Problem 503 without a database. */
  list(
    userId: string,
    filter: ListFilter,
  ): Promise<{ readonly mealLogs: readonly MealLog[]; readonly total: number }>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const RETRY_AFTER_S = 5;

export interface MealLogReaderOptions {
  readonly database: Database;
  readonly events: EventStore;
  readonly logger: Logger;
}

export function createMealLogReader({
  database,
  events,
  logger,
}: MealLogReaderOptions): MealLogReader {
  return {
    get: async (userId, mealLogId) => {
      const row = await inDatabase(findRow(database, userId, mealLogId)).catch((error: unknown) => {
        logger.warn({ err: error }, 'no read model, reading the events');
        return undefined;
      });
      if (row !== undefined && row.status !== 'processing') return row;
      // The projection may be behind: right after a POST, or right after the outcome.
      return events.lastEvents(userId, mealLogId).then(fold, (error: unknown) => {
        if (row !== undefined) return row;
        throw unavailable(error);
      });
    },
    list: (userId, filter) =>
      inDatabase(listRows(database, userId, filter)).catch((error: unknown) => {
        throw unavailable(error);
      }),
  };
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

async function listRows({ db }: Database, userId: string, filter: ListFilter) {
  const { day, status, limit, page } = filter;
  const conditions: SQL[] = [eq(mealLogs.userId, userId)];
  if (status !== undefined) conditions.push(eq(mealLogs.status, status));
  if (day !== undefined) {
    conditions.push(gte(mealLogs.eatenAt, day));
    conditions.push(lt(mealLogs.eatenAt, new Date(day.getTime() + DAY_MS)));
  }
  const where = and(...conditions);
  // Rows and total in one statement: two would see two different moments.
  const found = await db
    .select({ row: mealLogs, total: sql<number>`(count(*) over ())::int` })
    .from(mealLogs)
    .where(where)
    .orderBy(desc(mealLogs.eatenAt), desc(mealLogs.id))
    .limit(limit)
    .offset((page - 1) * limit);
  const [first] = found;
  if (first !== undefined) {
    return { mealLogs: found.map(({ row }) => fromRow(row)), total: first.total };
  }
  // A page behind the last one has no rows to carry the total.
  const [counted] =
    page === 1 ? [] : await db.select({ total: count() }).from(mealLogs).where(where);
  return { mealLogs: [], total: counted?.total ?? 0 };
}

function unavailable(cause: unknown): Problem {
  return new Problem(503, 'read_model_unavailable', 'Meals cannot be read right now. Try again.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
}
