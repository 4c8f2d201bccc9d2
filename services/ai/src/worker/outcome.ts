import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventId } from '@mealwire/bus';
import {
  MealLogCompletedSchema,
  type MealLogEvent,
  MealLogFailedSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import { itemInit } from '../item-init.js';
import type { AttributedAnalysis } from './analyse-meal.js';

export interface OutcomeContext {
  /** The event that was analysed. */
  readonly analysed: RecordedEvent;
  readonly startedAt: Date;
  readonly endedAt: Date;
}

/** The outcome event of an analysis. Pure: the same input gives the same event. */
export function outcomeEvent(
  { analysis, analyzer, tableVersion }: AttributedAnalysis,
  { analysed, startedAt, endedAt }: OutcomeContext,
): MealLogEvent {
  const { userId, mealLogId } = analysed.metadata;
  const metadata = {
    // One per analysed event, whatever the outcome and whoever tries.
    id: eventId('outcome', userId, mealLogId, analysed.sequence),
    source: 'ai',
    time: endedAt.toISOString(),
    userId,
    mealLogId,
  };
  const common = {
    userId,
    mealLogId,
    analyzer,
    analysisStartedAt: timestampFromDate(startedAt),
  };
  if (analysis.outcome === 'failed') {
    const { reason, message } = analysis;
    return {
      type: 'meal_log.failed',
      metadata,
      data: create(MealLogFailedSchema, { ...common, reason, message }),
    };
  }
  const { items, totals, mealType, needsReview, totalIsPartial } = analysis;
  return {
    type: 'meal_log.completed',
    metadata,
    data: create(MealLogCompletedSchema, {
      ...common,
      tableVersion,
      items: items.map(itemInit),
      totals,
      mealType,
      needsReview,
      totalIsPartial,
    }),
  };
}
