import type { MealLogCompleted, MealLogCorrected, RecordedEvent } from '@mealwire/contracts';
import type { MealLog, Submission } from './meal-log.js';

/**
 * The next state. An event that is in the state already changes nothing, so that redelivery and
 * replay are harmless; one that cannot follow (an outcome of a meal log that was never created,
 * anything after its deletion) changes nothing either.
 */
export function evolve(state: MealLog | undefined, event: RecordedEvent): MealLog | undefined {
  if (event.type === 'meal_log.created') return state ?? createdState(event);
  if (state === undefined || state.status === 'deleted') return state;
  if (event.sequence <= state.version) return state;
  const next = { ...submissionOf(state), version: event.sequence };
  const { time } = event.metadata;
  switch (event.type) {
    case 'meal_log.completed':
      return {
        ...next,
        status: 'completed',
        completedAt: time,
        result: event.data,
        correctedAt: undefined,
      };
    case 'meal_log.failed': {
      const { reason, message } = event.data;
      return { ...next, status: 'failed', completedAt: time, failure: { reason, message } };
    }
    case 'meal_log.retried':
      return { ...next, status: 'processing' };
    case 'meal_log.corrected':
      return { ...next, ...corrected(state, event.data, time) };
    case 'meal_log.deleted':
      return { ...next, text: '', mealType: '', status: 'deleted', deletedAt: time };
    case 'meal_log.delivered':
      return state;
  }
}

/**
 * The state after these events; undefined when the meal log does not exist. All of them, or the last
 * one of each type, oldest first: each event says all that its kind has to say.
 */
export function fold(events: readonly RecordedEvent[]): MealLog | undefined {
  return events.reduce<MealLog | undefined>(evolve, undefined);
}

function createdState(event: RecordedEvent & { readonly type: 'meal_log.created' }): MealLog {
  const { data, metadata, sequence } = event;
  return {
    id: metadata.mealLogId,
    userId: metadata.userId,
    text: data.text,
    mealType: data.mealType,
    eatenAt: data.eatenAt === undefined ? metadata.time : timestampIso(data.eatenAt),
    createdAt: metadata.time,
    version: sequence,
    status: 'processing',
  };
}

/** A correction has items and sums; who analysed the text, and when it ended, stay as they were. */
function corrected(state: MealLog, data: MealLogCorrected, time: string) {
  const { $typeName: _type, ...change } = data;
  const { totals: _totals, ...before } =
    state.status === 'completed' ? state.result : NEVER_ANALYSED;
  return {
    status: 'completed',
    completedAt:
      state.status === 'completed' || state.status === 'failed' ? state.completedAt : time,
    result: { ...before, ...change },
    correctedAt: time,
  } as const;
}

const NEVER_ANALYSED: Pick<MealLogCompleted, '$typeName' | 'analyzer' | 'totals'> = {
  $typeName: 'meal_log.v1.MealLogCompleted',
  analyzer: 'none',
};

function submissionOf(state: MealLog): Submission {
  const { id, userId, text, mealType, eatenAt, createdAt } = state;
  return { id, userId, text, mealType, eatenAt, createdAt };
}

/** Milliseconds are all that a phone sends and PostgreSQL rows are compared by. */
function timestampIso({ seconds, nanos }: { readonly seconds: bigint; readonly nanos: number }) {
  return new Date(Number(seconds) * 1000 + Math.floor(nanos / 1_000_000)).toISOString();
}
