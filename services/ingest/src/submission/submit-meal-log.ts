import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ConcurrencyError, type EventStore, eventId } from '@mealwire/bus';
import { MealLogCreatedSchema, type MealLogEvent } from '@mealwire/contracts';
import { Problem } from '@mealwire/runtime';
import { evolve, fold } from '../meal-log/domain/evolve.js';
import type { LiveMealLog } from '../meal-log/domain/meal-log.js';
import { decideRepeatedSubmission } from '../meal-log/domain/submit.js';

export interface Submission {
  readonly userId: string;
  /** The meal log's id: the phone's own, or a new one. */
  readonly mealLogId: string;
  /** Empty where the phone sent none. */
  readonly clientId: string;
  readonly text: string;
  readonly mealType: string;
  /** The time of submission where the user did not say. */
  readonly eatenAt?: Date | undefined;
}

export interface SubmitDependencies {
  readonly events: EventStore;
  /** False: a publish would wait in the client's buffer and might be stored after our answer. */
  readonly isStoreReachable: () => boolean;
  readonly now: () => Date;
}

export interface Submitted {
  readonly mealLog: LiveMealLog;
  /** True when an earlier submission had created it. */
  readonly replayed: boolean;
}

export type SubmitMealLog = (submission: Submission) => Promise<Submitted>;

/** What a client should wait before it tries again, in seconds. */
const RETRY_AFTER_S = 2;

/**
 * Stores the submission and only then returns: docs/guarantees.md, 1 and 2.
 * @throws Problem 409 when the id belongs to another text; 503 when the store cannot be reached, in
 * which case a retry under the same id is safe.
 */
export function createSubmitMealLog(dependencies: SubmitDependencies): SubmitMealLog {
  const { events, isStoreReachable, now } = dependencies;
  return async (submission) => {
    if (!isStoreReachable()) throw storeUnavailable(undefined);
    const event = createdEvent(submission, now());
    try {
      const { sequence, duplicate } = await events.append(event, 0);
      if (!duplicate) return { mealLog: firstState(event, sequence), replayed: false };
    } catch (error) {
      if (!(error instanceof ConcurrencyError)) throw storeUnavailable(error);
    }
    return replay(events, submission);
  };
}

async function replay(events: EventStore, submission: Submission): Promise<Submitted> {
  const { userId, mealLogId } = submission;
  const existing = await events.lastEvents(userId, mealLogId).then(fold, (error: unknown) => {
    throw storeUnavailable(error);
  });
  // Refused as a second one, and yet the first cannot be read: a replica that lags behind.
  if (existing === undefined) throw storeUnavailable(undefined);
  const decision = decideRepeatedSubmission(submission, existing);
  if (decision.kind === 'deleted') {
    throw new Problem(409, 'meal_log_deleted', 'The meal with this client_id was deleted.', {
      errors: [{ field: 'client_id', message: 'was used for a meal that has been deleted' }],
    });
  }
  if (decision.kind === 'conflict') {
    throw new Problem(409, 'client_id_taken', 'This client_id was used for another meal.', {
      errors: [{ field: 'client_id', message: 'was used for a meal with a different text' }],
    });
  }
  return { mealLog: decision.mealLog, replayed: true };
}

function createdEvent(submission: Submission, now: Date): MealLogEvent {
  const { userId, mealLogId, clientId, text, mealType, eatenAt } = submission;
  return {
    type: 'meal_log.created',
    data: create(MealLogCreatedSchema, {
      mealLogId,
      userId,
      text,
      mealType,
      clientId,
      eatenAt: timestampFromDate(eatenAt ?? now),
    }),
    metadata: {
      // One per meal log, whoever tries however often.
      id: eventId('created', userId, mealLogId),
      source: 'ingest',
      time: now.toISOString(),
      userId,
      mealLogId,
    },
  };
}

function firstState(event: MealLogEvent, sequence: number): LiveMealLog {
  return evolve(undefined, { ...event, sequence }) as LiveMealLog;
}

function storeUnavailable(cause: unknown): Problem {
  return new Problem(503, 'store_unavailable', 'Meals cannot be stored right now. Try again.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
}
