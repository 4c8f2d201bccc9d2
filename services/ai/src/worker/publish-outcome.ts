import { ConcurrencyError, type EventStore } from '@mealwire/bus';
import type { MealLogEvent, RecordedEvent } from '@mealwire/contracts';

/** A receipt may come in between, once; more than that is nothing that we know of. */
const MAX_TRIES = 4;

/**
 * Appends the outcome of an analysis unless there is nothing to say any more: docs/guarantees.md, 3.
 * Something else of the meal may have been stored since it was taken up. A receipt of an earlier
 * outcome changes nothing, so the outcome is appended behind it.
 * @throws whatever the store says otherwise: the event will be delivered again.
 */
export async function publishOutcome(
  events: EventStore,
  outcome: MealLogEvent,
  analysed: RecordedEvent,
  attempt: number,
): Promise<'published' | 'not needed'> {
  const { userId, mealLogId } = analysed.metadata;
  let expected = analysed.sequence;
  for (let tries = 1; ; tries++) {
    try {
      await events.append(outcome, expected);
      return 'published';
    } catch (error) {
      if (!(error instanceof ConcurrencyError)) throw error;
      const last = await events.lastEvents(userId, mealLogId);
      if (needsNoOutcome(last, analysed, attempt)) return 'not needed';
      const newest = last.at(-1)?.sequence ?? 0;
      if (newest <= expected || tries === MAX_TRIES) throw error;
      expected = newest;
    }
  }
}

/**
 * Whether the analysis has its outcome, by us before an acknowledgement got lost or by another
 * process, or the meal was deleted, or erased: then nothing is left of it. A replica that lags behind
 * knows nothing either, so that is believed at a second delivery only. What else follows an analysis
 * follows its outcome. Pure.
 * @param last the last event of each type.
 */
export function needsNoOutcome(
  last: readonly RecordedEvent[],
  analysed: RecordedEvent,
  attempt: number,
): boolean {
  if (last.length === 0) return attempt > 1;
  return last.some(
    ({ type, sequence }) => sequence > analysed.sequence && type !== 'meal_log.delivered',
  );
}
