import { eventIn } from '@mealwire/bus';
import { parseEventSubject } from '@mealwire/contracts';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { DeadLetter } from './dead-letter.js';
import { messageOfLetter } from './stored-message.js';

/** A dead letter and the message it is about, as operators see them. */
export interface DescribedDeadLetter extends DeadLetter {
  /** As the subject says it, also for a message that is no event of ours. */
  readonly meal_log_id: string | null;
  /** Null: it is not in MEAL_LOG any more. */
  readonly message: DescribedMessage | null;
}

interface DescribedMessage {
  readonly subject: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly bytes: number;
  readonly is_event: boolean;
  /** Personal data: only for whoever asks for it. */
  readonly payload?: string;
}

export async function describeDeadLetter(
  jsm: JetStreamManager,
  letter: DeadLetter,
  { withPayload = false }: { readonly withPayload?: boolean } = {},
): Promise<DescribedDeadLetter> {
  const message = await messageOfLetter(jsm, letter);
  if (message === undefined) return { ...letter, meal_log_id: null, message: null };
  const { subject, headers, data } = message;
  return {
    ...letter,
    meal_log_id: mealLogIdIn(subject),
    message: {
      subject,
      headers: Object.fromEntries(headers.keys().map((name) => [name, headers.values(name)])),
      bytes: data.length,
      is_event: eventIn(message) !== undefined,
      ...(withPayload ? { payload: new TextDecoder().decode(data) } : {}),
    },
  };
}

function mealLogIdIn(subject: string): string | null {
  try {
    return parseEventSubject(subject).mealLogId;
  } catch {
    return null;
  }
}
