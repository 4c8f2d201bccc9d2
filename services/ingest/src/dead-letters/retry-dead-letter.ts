import { AI_CONSUMER, type EventStore, eventId, eventIn } from '@mealwire/bus';
import type { MealLogEvent } from '@mealwire/contracts';
import type { JetStreamManager } from '@nats-io/jetstream';
import { changeEvent } from '../commands/change-event.js';
import { fold } from '../meal-log/domain/evolve.js';
import type { LiveMealLog } from '../meal-log/domain/meal-log.js';
import { openAnalysis } from '../meal-log/domain/open-analysis.js';
import type { DeadLetter } from './dead-letter.js';
import { messageOfLetter } from './stored-message.js';

export type RetryResult =
  /** The meal is analysed again. */
  | { readonly kind: 'retried'; readonly mealLogId: string }
  /** It needs no other analysis: it has a result, is being analysed, or is deleted. */
  | { readonly kind: 'settled'; readonly mealLogId: string; readonly status: string }
  /** The message is not in the store any more: it was erased, or the stream made anew. */
  | { readonly kind: 'gone' }
  /** Nothing that an operator can do here will help; why, in words. */
  | { readonly kind: 'impossible'; readonly why: string };

export interface RetryDependencies {
  readonly jsm: JetStreamManager;
  readonly events: EventStore;
  readonly now: () => Date;
}

export type RetryDeadLetter = (letter: DeadLetter) => Promise<RetryResult>;

/**
 * Asks for another analysis of a dead letter's meal. The message itself is not published again: it
 * is in the event store, and everybody else has had it.
 * @throws ConcurrencyError when something else happens to the meal at this moment.
 */
export function createRetryDeadLetter(dependencies: RetryDependencies): RetryDeadLetter {
  const { jsm, events, now } = dependencies;
  return async (letter) => {
    const { consumer, sequence } = letter;
    const message = await messageOfLetter(jsm, letter);
    if (message === undefined) return { kind: 'gone' };
    if (consumer !== AI_CONSUMER) {
      return impossible(
        `only an analysis can be asked for again; ${consumer} has to read event ${sequence} itself`,
      );
    }
    const event = eventIn(message);
    if (event === undefined) return impossible('the message is no event of a meal log');
    const { userId, mealLogId } = event.metadata;
    const all = await events.lastEvents(userId, mealLogId);
    const mealLog = fold(all);
    if (mealLog === undefined) return impossible('the meal log was never created');
    const isStuck = openAnalysis(all)?.request.sequence === sequence;
    if (mealLog.status === 'deleted' || (mealLog.status !== 'failed' && !isStuck)) {
      return { kind: 'settled', mealLogId, status: mealLog.status };
    }
    const last = all.at(-1)?.sequence ?? 0;
    await events.append(retriedEvent(mealLog, last, now()), last);
    return { kind: 'retried', mealLogId };
  };
}

function impossible(why: string): RetryResult {
  return { kind: 'impossible', why };
}

function retriedEvent(mealLog: LiveMealLog, lastSequence: number, now: Date): MealLogEvent {
  const { userId, id: mealLogId } = mealLog;
  return changeEvent(
    { type: 'meal_log.retried', submission: mealLog },
    {
      id: eventId('retried', userId, mealLogId, lastSequence),
      source: 'mealctl',
      time: now.toISOString(),
      userId,
      mealLogId,
    },
  );
}
