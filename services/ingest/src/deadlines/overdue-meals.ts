import { and, asc, lte, sql } from 'drizzle-orm';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { mealLogs } from '../database/schema.js';
import type { MealLogKey } from '../giving-up/give-up-meal.js';

/** A place among them, in order. */
interface Place extends MealLogKey {
  readonly createdAt: Date;
}

const PAGE = 100;

/**
 * The meals that were submitted by then and are still being analysed, as far as the rows say; what
 * is true of them their events say. Page by page, so that those which the rows are wrong about do
 * not hide the others.
 */
export async function* mealsInProcess(
  database: Database,
  submittedBy: Date,
): AsyncGenerator<MealLogKey> {
  for (let behind: Place | undefined; ; ) {
    const page: readonly Place[] = await inDatabase(readPage(database, submittedBy, behind));
    yield* page;
    behind = page.at(-1);
    if (behind === undefined || page.length < PAGE) return;
  }
}

/** By the index that has just the meals in process. */
function readPage({ db }: Database, submittedBy: Date, behind: Place | undefined) {
  const { createdAt, userId, id } = mealLogs;
  return db
    .select({ createdAt, userId, mealLogId: id })
    .from(mealLogs)
    .where(
      and(
        // Not a parameter: the index is a partial one.
        sql`${mealLogs.status} = 'processing'`,
        lte(createdAt, submittedBy),
        behind === undefined
          ? undefined
          : sql`(${createdAt}, ${userId}, ${id}) > (${behind.createdAt.toISOString()}::timestamptz, ${behind.userId}, ${behind.mealLogId})`,
      ),
    )
    .orderBy(asc(createdAt), asc(userId), asc(id))
    .limit(PAGE);
}
