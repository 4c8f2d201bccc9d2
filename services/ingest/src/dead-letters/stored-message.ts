import { isNotFound, MEAL_LOG, messageOf, type StoredEventMessage } from '@mealwire/bus';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { DeadLetter } from './dead-letter.js';

/** Two servers of a cluster have said when. */
const CLOCKS_AGREE_MS = 1_000;

/**
 * The message of MEAL_LOG that a dead letter is about. Undefined: it is not there any more, because
 * it was erased, or because the stream was made anew and has another one at its sequence.
 */
export async function messageOfLetter(
  jsm: JetStreamManager,
  { sequence, at }: DeadLetter,
): Promise<StoredEventMessage | undefined> {
  try {
    const stored = await jsm.direct.getMessage(MEAL_LOG, { seq: sequence });
    // Nothing is given up before it is stored.
    const isOlder = stored !== null && Date.parse(at) + CLOCKS_AGREE_MS < stored.time.getTime();
    return stored === null || isOlder ? undefined : messageOf(stored);
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
