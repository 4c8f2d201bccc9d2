import { FEED, MEAL_LOG, SUBMITTED } from '@mealwire/bus';
import {
  ANALYSIS_TYPES,
  type EventType,
  eventSchemas,
  eventSubject,
  FEED_TYPES,
  feedSubject,
  liveSubject,
  submittedSubject,
} from '@mealwire/contracts';
import type { JsonSchema } from './json-schema.js';
import type { Message, NatsChannel } from './model.js';
import { eventHeaders, liveHeaders, sourcedHeaders } from './nats-headers.js';
import { schemaRef } from './proto-schemas.js';

/** Domain events, and the streams that are made of them. */

const ALL_TYPES = Object.keys(eventSchemas) as EventType[];

/** The functions of subjects.ts, asked with placeholders. */
export function addressOf(subject: (user: string, id: string) => string): string {
  return subject('USER', 'ID').replace('USER', '{user}').replace('ID', '{meal_log_id}');
}

function eventMessage(kind: string, type: EventType, headers: JsonSchema): Message {
  return {
    key: `${kind}.${type}`,
    summary: `CloudEvents 1.0 in NATS binary mode, ${type}.`,
    headers,
    payload: schemaRef(eventSchemas[type]),
  };
}

const domainEvents = ALL_TYPES.map(
  (type): NatsChannel => ({
    key: type,
    address: addressOf((user, id) => eventSubject(type, user, id)),
    description: `Published with acknowledgement, stored in ${MEAL_LOG}.`,
    messages: [eventMessage('event', type, eventHeaders(type))],
    stream: MEAL_LOG,
  }),
);

export const eventChannels: readonly NatsChannel[] = [
  ...domainEvents,
  {
    key: 'feed',
    address: addressOf(feedSubject),
    description: `Outcomes and changes of one user in order. Exists in ${FEED} only, which sources ${MEAL_LOG}; nobody publishes or subscribes to it.`,
    messages: FEED_TYPES.map((type) => eventMessage('feed', type, sourcedHeaders(type))),
    stream: FEED,
  },
  {
    key: 'submitted',
    address: addressOf(submittedSubject),
    description: `Submissions and retries of one user in the last hour. Exists in ${SUBMITTED} only, which sources ${MEAL_LOG}.`,
    messages: ANALYSIS_TYPES.map((type) => eventMessage('submitted', type, sourcedHeaders(type))),
    stream: SUBMITTED,
  },
  {
    key: 'live',
    address: addressOf(liveSubject),
    description: `What ${FEED} has just stored for this user, republished by the server: core NATS, at most once. A gap shows in Nats-Last-Sequence and is read from ${FEED}.`,
    messages: FEED_TYPES.map((type) => eventMessage('live', type, liveHeaders(type))),
  },
];
