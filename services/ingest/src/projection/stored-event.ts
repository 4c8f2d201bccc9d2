import { decodeEvent, type EventMessage, payloadText } from '@mealwire/bus';
import type { RecordedEvent } from '@mealwire/contracts';

/** An event, and its payload as it stands in the stream: what goes into the archive. */
export interface StoredEvent {
  readonly event: RecordedEvent;
  readonly payload: string;
}

/** @throws MalformedEventError */
export function storedEvent(message: EventMessage): StoredEvent {
  return { event: decodeEvent(message), payload: payloadText(message) };
}
