import { toResource } from '../meal-log/resource.js';
import { timeSpanOf } from './days/time-span.js';
import { decodeListCursor, encodeListCursor } from './list-cursor.js';
import type { ListFilter, ListMealLogs } from './list-meal-logs.js';
import type { ReadModelPosition } from './read-model-position.js';
import { dayRangeOf, type ListQuery } from './request.js';

export interface AnswerList {
  readonly position: ReadModelPosition;
  readonly listMealLogs: ListMealLogs;
}

/** The answer of `GET /api/v1/meal-logs`. */
export async function answerList(
  { position, listMealLogs }: AnswerList,
  userId: string,
  query: ListQuery,
) {
  const { status, limit, tz, min_version } = query;
  const as_of_version = await position.reached(min_version);
  const eaten = timeSpanOf(dayRangeOf(query), tz);
  const begin = beginOf(query);
  const { mealLogs, total, next } = await listMealLogs(userId, { eaten, status, limit, begin });
  return {
    items: mealLogs.map(toResource),
    page: 'page' in begin ? begin.page : null,
    limit,
    total,
    next_cursor: next === undefined ? null : encodeListCursor(next),
    as_of_version,
  };
}

function beginOf({ cursor, page }: ListQuery): ListFilter['begin'] {
  const behind = cursor === undefined ? undefined : decodeListCursor(cursor);
  return behind === undefined ? { page: page ?? 1 } : { behind };
}
