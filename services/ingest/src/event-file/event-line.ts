import { decodeEvent, encodeEvent, payloadText } from '@mealwire/bus';
import { eventSubject } from '@mealwire/contracts';
import { z } from 'zod';
import type { StoredEvent } from '../projection/stored-event.js';

/** One event as a line of JSON: what it says of itself, and the payload as text, as it was. */
const eventLine = z.object({
  sequence: z.int().positive(),
  subject: z.string(),
  id: headerValue(),
  source: headerValue(),
  time: headerValue(),
  payload: z.string(),
});

function headerValue() {
  return z
    .string()
    .min(1)
    .regex(/^[^\p{Cc}]+$/u);
}

/** A line that is no event; says why, and nothing of what is in it. */
export class EventLineError extends Error {
  override readonly name = 'EventLineError';
}

export function toLine({ event, payload }: StoredEvent): string {
  const { id, source, time, userId, mealLogId } = event.metadata;
  const subject = eventSubject(event.type, userId, mealLogId);
  return JSON.stringify({ sequence: event.sequence, subject, id, source, time, payload });
}

/** @throws EventLineError */
export function fromLine(line: string): StoredEvent {
  const parsed = eventLine.safeParse(parseJson(line));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new EventLineError(`${issue?.path.join('.') || 'it'} is not as it should be`);
  }
  const { sequence, subject, id, source, time, payload } = parsed.data;
  const fields: Readonly<Record<string, string>> = {
    'ce-id': id,
    'ce-source': source,
    'ce-time': time,
  };
  const data = new TextEncoder().encode(payload);
  try {
    const headers = { get: (name: string): string => fields[name] ?? '' };
    const event = decodeEvent({ subject, seq: sequence, headers, data });
    // A payload that is no well-formed text would come out as another one.
    if (payloadText({ data }) !== payload) throw new RangeError('not UTF-8');
    return { event, payload };
  } catch {
    throw new EventLineError('subject and payload are not those of a meal-log event');
  }
}

/** As it is published: the headers made anew, the payload as it was. */
export function toMessage({ event, payload }: StoredEvent) {
  const { subject, headers } = encodeEvent(event);
  return { subject, headers, payload };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new EventLineError('it is no JSON');
  }
}
