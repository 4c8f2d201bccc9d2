import { and, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { mealLogs } from '../database/schema.js';
import { dayAfter, daysOf } from './days/days.js';
import { startOfDayIn } from './days/time-zone.js';
import { NUTRIENTS, type Nutrients } from './nutrients.js';
import { unavailable } from './unavailable.js';
import { visibleMealsOf } from './visible-meals.js';

/** The meals of one day. */
export interface DaySummary {
  /** Such as 2026-01-31. */
  readonly day: string;
  readonly startsAt: Date;
  /** Where the next day starts: after 23 or 25 hours when the clocks change. */
  readonly endsAt: Date;
  /** All of them, however they ended. */
  readonly meals: number;
  readonly processing: number;
  readonly failed: number;
  readonly needsReview: number;
  readonly partial: number;
  /** Of the meals that are completed. */
  readonly totals: Nutrients;
}

/** Every day from the first to the last one, also those without meals. */
export type GetDailySummary = (
  userId: string,
  days: { readonly from: string; readonly to: string; readonly timeZone: string },
) => Promise<readonly DaySummary[]>;

/** @throws Problem 503 without a database. */
export function createDailySummary(database: Database): GetDailySummary {
  return async (userId, { from, to, timeZone }) => {
    const startOfDay = startOfDayIn(timeZone);
    const days = daysOf(from, to).map((day) => ({ day, startsAt: startOfDay(day) }));
    const ends = [...days.slice(1).map(({ startsAt }) => startsAt), startOfDay(dayAfter(to))];
    const spans = days.map((day, i) => ({ ...day, endsAt: ends[i] ?? day.startsAt }));
    const sums = await inDatabase(sumUp(database, userId, spans)).catch((error: unknown) => {
      throw unavailable(error);
    });
    return spans.flatMap((span, i) => {
      const sum = sums[i];
      return sum === undefined ? [] : { ...span, ...sum };
    });
  };
}

type DaySpan = Pick<DaySummary, 'day' | 'startsAt' | 'endsAt'>;

/** One statement: all days are of one moment. Exact decimal sums, which floats would not be. */
async function sumUp(
  { db }: Database,
  userId: string,
  spans: readonly DaySpan[],
): Promise<readonly Omit<DaySummary, keyof DaySpan>[]> {
  const places = spans.map(({ startsAt, endsAt }, place) => ({ place, startsAt, endsAt }));
  const nutrients = NUTRIENTS.map(
    (name) =>
      sql`coalesce(sum((${mealLogs.result} #>> ${`{totals,${name}}`}::text[])::numeric), 0)::float8 as ${sql.identifier(name)}`,
  );
  const where = and(
    ...visibleMealsOf(userId),
    sql`${mealLogs.eatenAt} >= day."startsAt" and ${mealLogs.eatenAt} < day."endsAt"`,
  );
  const rows = await db.execute<Record<string, number>>(sql`
    select
      count(${mealLogs.id})::int as meals,
      ${countOf(sql`${mealLogs.status} = 'processing'`)} as processing,
      ${countOf(sql`${mealLogs.status} = 'failed'`)} as failed,
      ${countOf(isMarked('needs_review'))} as needs_review,
      ${countOf(isMarked('total_is_partial'))} as partial,
      ${sql.join(nutrients, sql`, `)}
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as day(place int, "startsAt" timestamptz, "endsAt" timestamptz)
    left join ${mealLogs} on ${where}
    group by day.place
    order by day.place`);
  return rows.map((row) => ({
    meals: row['meals'] ?? 0,
    processing: row['processing'] ?? 0,
    failed: row['failed'] ?? 0,
    needsReview: row['needs_review'] ?? 0,
    partial: row['partial'] ?? 0,
    totals: Object.fromEntries(NUTRIENTS.map((name) => [name, row[name] ?? 0])) as Nutrients,
  }));
}

function countOf(condition: SQL): SQL {
  return sql`(count(*) filter (where ${condition}))::int`;
}

/** Only a completed meal has a result. */
function isMarked(mark: 'needs_review' | 'total_is_partial'): SQL {
  return sql`(${mealLogs.result} ->> ${mark}) = 'true'`;
}
