import { eq, gte, lt, ne, type SQL } from 'drizzle-orm';
import { mealLogs } from '../database/schema.js';
import type { TimeSpan } from './days/time-span.js';

/** The user's meals that are not deleted: what the list shows is what the summary counts. */
export function visibleMealsOf(userId: string): readonly SQL[] {
  return [eq(mealLogs.userId, userId), ne(mealLogs.status, 'deleted')];
}

/** Of a time span. */
export function eatenIn({ start, end }: TimeSpan): readonly SQL[] {
  return [
    ...(start === undefined ? [] : [gte(mealLogs.eatenAt, start)]),
    ...(end === undefined ? [] : [lt(mealLogs.eatenAt, end)]),
  ];
}
