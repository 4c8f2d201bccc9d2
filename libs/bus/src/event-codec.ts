import {
  CE_ID,
  CE_SOURCE,
  CE_SPECVERSION,
  CE_SUBJECT,
  CE_TIME,
  CE_TYPE,
  CE_VERSION,
  CONTENT_TYPE,
  decodeJson,
  encodeJson,
  eventSchemas,
  eventSubject,
  isEventType,
  JSON_CONTENT_TYPE,
  type MealLogEvent,
  NATS_MSG_ID,
  parseEventSubject,
  type RecordedEvent,
} from '@mealwire/contracts';
import { headers, type MsgHdrs } from '@nats-io/transport-node';

export interface EncodedEvent {
  readonly subject: string;
  readonly headers: MsgHdrs;
  readonly payload: string;
}

/** What every kind of NATS message has in common, as far as an event needs it. */
export interface EventMessage {
  readonly subject: string;
  readonly seq: number;
  readonly headers?: Pick<MsgHdrs, 'get'> | undefined;
  readonly data: Uint8Array;
}

/** A message that is no event of ours: redelivering it will not help. */
export class MalformedEventError extends Error {
  override readonly name = 'MalformedEventError';
}

/** CloudEvents 1.0, binary mode: metadata as headers, data as ProtoJSON. */
export function encodeEvent(event: MealLogEvent): EncodedEvent {
  const { metadata, type } = event;
  const h = headers();
  h.set(CE_SPECVERSION, CE_VERSION);
  h.set(CE_ID, metadata.id);
  h.set(NATS_MSG_ID, metadata.id);
  h.set(CE_TYPE, type);
  h.set(CE_SOURCE, metadata.source);
  h.set(CE_TIME, metadata.time);
  h.set(CE_SUBJECT, metadata.mealLogId);
  h.set(CONTENT_TYPE, JSON_CONTENT_TYPE);
  return {
    subject: eventSubject(type, metadata.userId, metadata.mealLogId),
    headers: h,
    payload: encodeJson(eventSchemas[type], event.data),
  };
}

/** @throws MalformedEventError */
export function decodeEvent(message: EventMessage): RecordedEvent {
  try {
    const { type, userId, mealLogId } = parseEventSubject(message.subject);
    if (!isEventType(type)) throw new RangeError(`unknown event type ${type}`);
    const schema = eventSchemas[type];
    const data = decodeJson(schema, payloadText(message));
    if (data.userId !== userId || data.mealLogId !== mealLogId) {
      throw new RangeError('payload and subject name different meal logs');
    }
    const metadata = {
      id: header(message, CE_ID),
      source: header(message, CE_SOURCE),
      time: header(message, CE_TIME),
      userId,
      mealLogId,
    };
    if (Number.isNaN(Date.parse(metadata.time))) throw new RangeError(`${CE_TIME} is no time`);
    return { type, data, metadata, sequence: message.seq } as RecordedEvent;
  } catch (error) {
    // The parser's message may quote the payload; only its kind is safe to log.
    const reason = error instanceof RangeError ? error.message : 'the payload does not fit';
    throw new MalformedEventError(`message ${message.seq} is not a meal-log event: ${reason}`);
  }
}

/**
 * The payload as text that encodes to the very same bytes again.
 * @throws TypeError when it is not UTF-8.
 */
export function payloadText({ data }: Pick<EventMessage, 'data'>): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
}

/** What is no event of ours says nothing about a meal log, and must not hide what is: undefined. */
export function eventIn(message: EventMessage): RecordedEvent | undefined {
  try {
    return decodeEvent(message);
  } catch (error) {
    if (error instanceof MalformedEventError) return undefined;
    throw error;
  }
}

function header(message: EventMessage, name: string): string {
  const value = message.headers?.get(name);
  if (value === undefined || value === '') throw new RangeError(`header ${name} is missing`);
  return value;
}
