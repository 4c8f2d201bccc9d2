import { ERASED, LAST_SEEN, PRESENCE, RECEIPTS } from '@mealwire/bus';
import {
  LastSeenSchema,
  PRESENCE_COUNT,
  PresenceChangedSchema,
  PresenceConnectionSchema,
  PresenceCountResponseSchema,
  PresenceGetResponseSchema,
  PresenceSeenSchema,
  presenceChangedSubject,
  presenceGetSubject,
  presenceSeenSubject,
} from '@mealwire/contracts';
import { addressOf } from './event-channels.js';
import type { Channel, Message, NatsChannel } from './model.js';
import {
  connectionHeaders,
  errorHeaders,
  expiryHeaders,
  removalHeaders,
  requestHeaders,
  revisionHeaders,
} from './nats-headers.js';
import { schemaRef } from './proto-schemas.js';

/** Core NATS subjects of presence, and the KV buckets. */

const EMPTY = { type: 'null', description: 'No bytes.' } as const;
/** The queue group of all presence processes. */
const QUEUE = 'presence';

const failure: Message = {
  key: 'presence.error',
  summary: 'The question could not be answered, or names no user.',
  headers: errorHeaders,
  payload: EMPTY,
};

function question(key: string, address: string, description: string, answer: Message): NatsChannel {
  const reply: Channel = {
    key: `${key}.reply`,
    address: null,
    description: `The reply subject of a request to ${address}.`,
    messages: [answer, failure],
  };
  const summary = 'A request without content.';
  const request = { key: `${key}.request`, summary, headers: requestHeaders, payload: EMPTY };
  return { key, address, description, messages: [request], reply, queue: QUEUE };
}

export const presenceChannels: readonly NatsChannel[] = [
  {
    key: 'presence.seen',
    address: addressOf(presenceSeenSubject),
    description:
      'Signs of life of one user, batched. Core NATS: a lost one costs accuracy, no meal.',
    messages: [
      {
        key: 'presence.seen',
        summary: 'What the connections of one user did since the last batch.',
        payload: schemaRef(PresenceSeenSchema),
      },
    ],
    queue: QUEUE,
  },
  question(
    'presence.get',
    addressOf(presenceGetSubject),
    'Is this user there, and when last seen?',
    {
      key: 'presence.get.reply',
      summary: 'The connections of one user.',
      payload: schemaRef(PresenceGetResponseSchema),
    },
  ),
  question('presence.count', PRESENCE_COUNT, 'How many users and connections are there?', {
    key: 'presence.count.reply',
    summary: 'Counts of the whole system.',
    payload: schemaRef(PresenceCountResponseSchema),
  }),
  {
    key: 'presence.changed',
    address: addressOf(presenceChangedSubject),
    description: 'Core NATS: ask presence.get after a reconnect.',
    messages: [
      {
        key: 'presence.changed',
        summary: 'The first connection of a user came, or the last one went.',
        payload: schemaRef(PresenceChangedSchema),
      },
    ],
  },
];

/** Keys of KV buckets are subjects. A user's token has `=` here where it has `~` elsewhere. */
export const bucketChannels: readonly NatsChannel[] = [
  {
    key: `kv.${PRESENCE}`,
    address: `$KV.${PRESENCE}.{user}.{connection_id}`,
    description: 'Live connections.',
    messages: [
      {
        key: 'kv.presence.connection',
        summary: 'A connection; every sign of life writes it anew.',
        headers: connectionHeaders,
        payload: schemaRef(PresenceConnectionSchema),
      },
      {
        key: 'kv.presence.removal',
        summary: 'The connection was closed, or its expiry has been announced.',
        headers: removalHeaders,
        payload: EMPTY,
      },
      {
        key: 'kv.presence.expiry',
        summary: 'No sign of life for as long as the bucket keeps keys.',
        headers: expiryHeaders,
        payload: EMPTY,
      },
    ],
    stream: `KV_${PRESENCE}`,
  },
  {
    key: `kv.${LAST_SEEN}`,
    address: `$KV.${LAST_SEEN}.{user}`,
    description: "When a user's phone last gave a sign of life.",
    messages: [
      {
        key: 'kv.last_seen',
        summary: 'The last sign of life, and of which device.',
        headers: revisionHeaders,
        payload: schemaRef(LastSeenSchema),
      },
    ],
    stream: `KV_${LAST_SEEN}`,
  },
  {
    key: `kv.${RECEIPTS}`,
    address: `$KV.${RECEIPTS}.{user}.{device}`,
    description: 'Up to where each device has proved to have its feed.',
    messages: [
      {
        key: 'kv.receipts',
        summary: 'A position in FEED: incarnation of the stream and sequence.',
        payload: {
          type: 'object',
          properties: {
            epoch: { type: 'integer', minimum: 0 },
            sequence: { type: 'integer', minimum: 0 },
          },
          required: ['epoch', 'sequence'],
        },
      },
    ],
    stream: `KV_${RECEIPTS}`,
  },
  {
    key: `kv.${ERASED}`,
    address: `$KV.${ERASED}.{digest}`,
    description: 'Who was forgotten, by a digest of the id: docs/adr/0022.',
    messages: [
      {
        key: 'kv.erased',
        summary: 'A tombstone.',
        headers: revisionHeaders,
        payload: {
          type: 'object',
          properties: {
            state: { enum: ['erasing', 'erased'] },
            erased_at: { type: 'string', format: 'date-time' },
            counts: { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } },
          },
          required: ['state', 'erased_at', 'counts'],
        },
      },
    ],
    stream: `KV_${ERASED}`,
  },
];
