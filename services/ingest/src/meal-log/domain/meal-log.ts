import type { MealLogCompleted, RecordedEvent } from '@mealwire/contracts';

/** What the user submitted. */
interface Submission {
  readonly id: string;
  readonly userId: string;
  readonly text: string;
  /** breakfast | lunch | dinner | snack, empty where the user did not say. */
  readonly mealType: string;
  /** RFC 3339 UTC, like every time here. */
  readonly eatenAt: string;
  readonly createdAt: string;
}

/** The state of a meal log: everything that its events have said so far. */
export type MealLog = Submission & {
  /** Sequence of the last event that is in this state. */
  readonly version: number;
} & (
    | { readonly status: 'processing' }
    | {
        readonly status: 'completed';
        readonly completedAt: string;
        readonly result: MealLogCompleted;
      }
    | {
        readonly status: 'failed';
        readonly completedAt: string;
        readonly failure: { readonly reason: string; readonly message: string };
      }
  );

/**
 * The next state. An event that is in the state already changes nothing, so that redelivery and
 * replay are harmless; one that cannot follow (an outcome of a meal log that was never created)
 * changes nothing either.
 */
export function evolve(state: MealLog | undefined, event: RecordedEvent): MealLog | undefined {
  if (state !== undefined && event.sequence <= state.version) return state;
  if (event.type === 'meal_log.created') return state ?? createdState(event);
  if (state === undefined) return undefined;
  const version = event.sequence;
  switch (event.type) {
    case 'meal_log.completed':
      return {
        ...submissionOf(state),
        version,
        status: 'completed',
        completedAt: event.metadata.time,
        result: event.data,
      };
    case 'meal_log.failed': {
      const { reason, message } = event.data;
      return {
        ...submissionOf(state),
        version,
        status: 'failed',
        completedAt: event.metadata.time,
        failure: { reason, message },
      };
    }
    case 'meal_log.delivered':
      return { ...state, version };
  }
}

/** The state after all these events; undefined when the meal log does not exist. */
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

function submissionOf(state: MealLog): Submission {
  const { id, userId, text, mealType, eatenAt, createdAt } = state;
  return { id, userId, text, mealType, eatenAt, createdAt };
}

/** Milliseconds are all that a phone sends and PostgreSQL rows are compared by. */
function timestampIso({ seconds, nanos }: { readonly seconds: bigint; readonly nanos: number }) {
  return new Date(Number(seconds) * 1000 + Math.floor(nanos / 1_000_000)).toISOString();
}
