import { create } from '@bufbuild/protobuf';
import { ConcurrencyError, type EventStore, eventId } from '@mealwire/bus';
import { type MealLogEvent, MealLogFailedSchema } from '@mealwire/contracts';
import { type OpenAnalysis, openAnalysis } from '../meal-log/domain/open-analysis.js';

export interface MealLogKey {
  readonly userId: string;
  readonly mealLogId: string;
}

/** Why a meal ends without a result: a code for programs, a sentence for its user. */
export interface Failure {
  readonly reason: 'analysis_timeout' | 'analysis_error';
  readonly message: string;
}

/**
 * Ends a meal as failed, if it waits for an analysis and `isHopeless` says so of it. It and any other
 * outcome of this analysis exclude each other, whoever else tries to end it meanwhile: it has to
 * follow the last event, and its id is the one that the outcome of `ai` would have.
 * @returns whether this call has ended it.
 */
export type GiveUpMeal = (
  meal: MealLogKey,
  failure: Failure,
  isHopeless: (open: OpenAnalysis) => boolean,
) => Promise<boolean>;

export interface GiveUpDependencies {
  readonly events: EventStore;
  readonly now: () => Date;
}

export function createGiveUpMeal({ events, now }: GiveUpDependencies): GiveUpMeal {
  return async ({ userId, mealLogId }, failure, isHopeless) => {
    const open = openAnalysis(await events.lastEvents(userId, mealLogId));
    if (open === undefined || !isHopeless(open)) return false;
    try {
      const { duplicate } = await events.append(
        failedEvent(open, failure, now()),
        open.lastSequence,
      );
      return !duplicate;
    } catch (error) {
      if (error instanceof ConcurrencyError) return false;
      throw error;
    }
  };
}

function failedEvent({ request }: OpenAnalysis, failure: Failure, now: Date): MealLogEvent {
  const { userId, mealLogId } = request.metadata;
  return {
    type: 'meal_log.failed',
    data: create(MealLogFailedSchema, { userId, mealLogId, ...failure, analyzer: 'none' }),
    metadata: {
      id: eventId('outcome', userId, mealLogId, request.sequence),
      source: 'ingest',
      time: now.toISOString(),
      userId,
      mealLogId,
    },
  };
}
