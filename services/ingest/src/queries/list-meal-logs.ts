import { and, count, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { fromRow } from '../database/meal-log-rows.js';
import { mealLogs } from '../database/schema.js';
import { type LiveMealLog, live } from '../meal-log/domain/meal-log.js';
import type { TimeSpan } from './days/time-span.js';
import type { ListPosition } from './list-cursor.js';
import { unavailable } from './unavailable.js';
import { eatenIn, visibleMealsOf } from './visible-meals.js';

export interface ListFilter {
  readonly eaten: TimeSpan;
  readonly status: LiveMealLog['status'] | undefined;
  readonly limit: number;
  /** Where to begin: behind a meal that was shown, or with a page, 1 being the first. */
  readonly begin: { readonly behind: ListPosition } | { readonly page: number };
}

export interface ListedMealLogs {
  readonly mealLogs: readonly LiveMealLog[];
  /** Of all pages. */
  readonly total: number;
  /** Where the next page begins; undefined: this is the last one. */
  readonly next: ListPosition | undefined;
}

/** Newest meal first. @throws Problem 503 without a database. */
export type ListMealLogs = (userId: string, filter: ListFilter) => Promise<ListedMealLogs>;

export function createListMealLogs(database: Database): ListMealLogs {
  return (userId, filter) =>
    inDatabase(listRows(database, userId, filter)).catch((error: unknown) => {
      throw unavailable(error);
    });
}

async function listRows(
  { db }: Database,
  userId: string,
  { eaten, status, limit, begin }: ListFilter,
): Promise<ListedMealLogs> {
  const where = and(
    ...visibleMealsOf(userId),
    ...eatenIn(eaten),
    status === undefined ? undefined : eq(mealLogs.status, status),
  );
  const total = db.select({ total: count() }).from(mealLogs).where(where);
  // Rows and total in one statement: two would see two different moments.
  const found = await db
    .select({ row: mealLogs, total: sql<number>`(${total})::int` })
    .from(mealLogs)
    .where('behind' in begin ? and(where, isBehind(begin.behind)) : where)
    .orderBy(desc(mealLogs.eatenAt), desc(mealLogs.id))
    // One more than is shown says whether there is another page.
    .limit(limit + 1)
    .offset('page' in begin ? (begin.page - 1) * limit : 0);
  const rows = found.slice(0, limit).map(({ row }) => row);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return {
    mealLogs: rows.flatMap((row) => live(fromRow(row)) ?? []),
    // A page behind the last one has no rows to carry the total.
    total: found[0]?.total ?? (await total)[0]?.total ?? 0,
    next: last === undefined ? undefined : { eatenAt: last.eatenAt, id: last.id },
  };
}

/** In the order of the list, and of its index: whatever is added meanwhile, nothing shifts. */
function isBehind({ eatenAt, id }: ListPosition): SQL {
  return sql`(${mealLogs.eatenAt}, ${mealLogs.id}) < (${eatenAt.toISOString()}::timestamptz, ${id})`;
}
