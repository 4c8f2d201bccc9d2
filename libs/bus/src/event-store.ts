import {
  EVENT_TYPES,
  eventSubject,
  type MealLogEvent,
  mealLogSubject,
  type RecordedEvent,
} from '@mealwire/contracts';
import type { JetStreamClient, JetStreamManager, StreamExpectations } from '@nats-io/jetstream';
import { publishOnCondition } from './conditional-publish.js';
import { encodeEvent, eventIn } from './event-codec.js';
import { inMessagingSpan } from './messaging-span.js';
import { messageOf, readLast } from './stored-messages.js';
import { MEAL_LOG } from './topology.js';
import { injectTraceContext } from './trace-context.js';

/** Another event of the same meal log came first: read, decide again or give up. */
export class ConcurrencyError extends Error {
  override readonly name = 'ConcurrencyError';
}

export interface AppendResult {
  /** The event's sequence in MEAL_LOG. */
  readonly sequence: number;
  /** The server knew this event id already: an earlier try had got through. */
  readonly duplicate: boolean;
}

export interface EventStore {
  /**
   * Appends an event if the meal log's last event, of whatever type, is the expected one.
   * @param expectedVersion sequence of that event; 0: the meal log does not exist yet.
   * @throws ConcurrencyError; anything else means that it is unknown whether it was stored.
   */
  append(event: MealLogEvent, expectedVersion: number): Promise<AppendResult>;
  /**
   * Appends an event that a meal log has at most once, whatever else happens to it.
   * @throws ConcurrencyError when there is one of this type already.
   */
  appendOnce(event: MealLogEvent): Promise<AppendResult>;
  /**
   * The last event of each type of one meal log, oldest first; empty: there is no such meal log.
   * Messages under its subject that are no events of ours are left out. One request, whatever has
   * happened to the meal log.
   * @param after leaves out what is not newer than this sequence.
   */
  lastEvents(userId: string, mealLogId: string, after?: number): Promise<readonly RecordedEvent[]>;
}

const PUBLISH_TIMEOUT_MS = 3_000;

export function createEventStore(js: JetStreamClient, jsm: JetStreamManager): EventStore {
  return {
    append: (event, expectedVersion) => {
      const { userId, mealLogId } = event.metadata;
      return append(js, event, {
        lastSubjectSequence: expectedVersion,
        lastSubjectSequenceSubject: mealLogSubject(userId, mealLogId),
      });
    },
    appendOnce: (event) => {
      const { userId, mealLogId } = event.metadata;
      return append(js, event, {
        lastSubjectSequence: 0,
        lastSubjectSequenceSubject: eventSubject(event.type, userId, mealLogId),
      });
    },
    lastEvents: async (userId, mealLogId, after = 0) => {
      const messages = await readLast(jsm, MEAL_LOG, subjectsOf(userId, mealLogId), after);
      return messages
        .flatMap((message) => eventIn(messageOf(message)) ?? [])
        .sort((a, b) => a.sequence - b.sequence);
    },
  };
}

/**
 * By name, not `meal_log.*.<user>.<id>`: the server finds a subject in its index at once, and takes
 * the longer for a wildcard the more meals there are (docs/adr/0020).
 */
function subjectsOf(userId: string, mealLogId: string): string[] {
  return EVENT_TYPES.map((type) => eventSubject(type, userId, mealLogId));
}

function append(
  js: JetStreamClient,
  event: MealLogEvent,
  expect: Pick<StreamExpectations, 'lastSubjectSequence' | 'lastSubjectSequenceSubject'>,
): Promise<AppendResult> {
  const operation = {
    operation: 'send',
    destinationTemplate: `${event.type}.{user}.{meal_log}`,
    attributes: { 'messaging.message.id': event.metadata.id },
  } as const;
  return inMessagingSpan(operation, async () => {
    const { subject, headers, payload } = encodeEvent(event);
    injectTraceContext(headers);
    const ack = await publishOnCondition(js, subject, payload, {
      headers,
      timeout: PUBLISH_TIMEOUT_MS,
      isAppendOnly: true,
      expect: { streamName: MEAL_LOG, ...expect },
    });
    if (ack === undefined) throw new ConcurrencyError('the meal log has changed meanwhile');
    return { sequence: ack.seq, duplicate: ack.duplicate };
  });
}
