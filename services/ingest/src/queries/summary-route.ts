import type { z } from 'zod';
import type { DaySummary, GetDailySummary } from './daily-summary.js';
import type { summaryAnswer } from './documentation.js';
import type { ReadModelPosition } from './read-model-position.js';
import { dayRangeOf, type SummaryQuery } from './request.js';

export interface AnswerSummary {
  readonly position: ReadModelPosition;
  readonly getDailySummary: GetDailySummary;
}

/** The answer of `GET /api/v1/summary`. */
export async function answerSummary(
  { position, getDailySummary }: AnswerSummary,
  userId: string,
  query: SummaryQuery,
): Promise<z.output<typeof summaryAnswer>> {
  const { from = '', to = '' } = dayRangeOf(query);
  const as_of_version = await position.reached(query.min_version);
  const days = await getDailySummary(userId, { from, to, timeZone: query.tz });
  return { tz: query.tz, days: days.map(toDay), as_of_version };
}

function toDay(summary: DaySummary) {
  const { day, startsAt, endsAt, meals, processing, failed, needsReview, partial, totals } =
    summary;
  return {
    date: day,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    meals,
    processing,
    failed,
    needs_review: needsReview,
    partial,
    totals,
  };
}
