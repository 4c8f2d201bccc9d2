import type { ClientFrame, ErrorCode, ServerFrame } from './frames.js';
import type { Equal, FromSchema } from './schema-type.js';

/**
 * The frames of frames.ts as JSON Schema, for documents and for tests that check what really goes
 * over the wire. Not part of `wire`: apps do not need it. The two cannot drift apart: see the end.
 */

const cursor = { type: 'string', minLength: 1, description: 'Opaque position in a feed.' } as const;
const dateTime = { type: 'string', format: 'date-time' } as const;

const ERROR_CODES = [
  'malformed_frame',
  'unknown_type',
  'binary_unsupported',
  'invalid_cursor',
  'unauthorized',
  'rate_limited',
] as const satisfies readonly ErrorCode[];

/** What the events of a feed have in common. */
const feedFields = {
  id: {
    type: 'string',
    minLength: 1,
    description: 'Id of the event, the same in each repetition.',
  },
  cursor: { ...cursor, description: 'Position of this event; store it together with the event.' },
  prev: {
    type: ['string', 'null'],
    description: 'Position of the event before it; null: the first one, or not known.',
  },
  meal_log_id: { type: 'string', minLength: 1 },
  version: {
    type: ['integer', 'null'],
    minimum: 1,
    description:
      'Of the meal log after this event, as REST says it: for If-Match. Null: not known.',
  },
  occurred_at: dateTime,
  data: { type: 'object', description: 'ProtoJSON of the event.' },
} as const;

export const clientFrameSchemas = {
  ping: {
    description: 'Every 30 s: proves that the phone is there.',
    properties: { type: { const: 'ping' } },
  },
  ack: {
    description: 'Optional: the phone has stored everything up to here.',
    properties: { type: { const: 'ack' }, cursor },
  },
  sync: {
    description: 'The phone sees a gap, and has everything up to here.',
    properties: { type: { const: 'sync' }, cursor },
  },
  auth: {
    description: 'A fresh token of the same user, before the old one expires.',
    properties: { type: { const: 'auth' }, token: { type: 'string', minLength: 1 } },
  },
} as const;

export const serverFrameSchemas = {
  pong: {
    description: 'The answer to ping.',
    properties: {
      type: { const: 'pong' },
      timestamp: { ...dateTime, description: "The gateway's clock, UTC, in whole seconds." },
      head: { ...cursor, description: 'The last position that this connection was sent.' },
    },
  },
  welcome: {
    description: 'The connection works in both directions; what was missed follows.',
    properties: {
      type: { const: 'welcome' },
      connection_id: { type: 'string', format: 'uuid' },
      cursor: { ...cursor, description: 'Where the feed stands after the replay that follows.' },
      recovered: {
        type: 'boolean',
        description: 'False: what was missed cannot be replayed, reload over REST.',
      },
      replayed: { type: 'integer', minimum: 0, description: 'How many events follow at once.' },
      pending: {
        type: 'array',
        description: 'Meals still processing, and the first 64 of those whose events follow.',
        items: {
          properties: {
            meal_log_id: { type: 'string', minLength: 1 },
            status: { enum: ['processing', 'completed', 'failed'] },
          },
        },
      },
    },
  },
  'meal_log.completed': {
    description: 'The result of a meal.',
    properties: { type: { const: 'meal_log.completed' }, ...feedFields },
  },
  'meal_log.failed': {
    description: 'Why a meal has no result.',
    properties: { type: { const: 'meal_log.failed' }, ...feedFields },
  },
  'meal_log.retried': {
    description: 'A meal that had ended is analysed again; an outcome follows.',
    properties: { type: { const: 'meal_log.retried' }, ...feedFields },
  },
  'meal_log.corrected': {
    description: 'The user put the result right; carries the whole new result.',
    properties: { type: { const: 'meal_log.corrected' }, ...feedFields },
  },
  'meal_log.deleted': {
    description: 'The user deleted the meal log.',
    properties: { type: { const: 'meal_log.deleted' }, ...feedFields },
  },
  reconnect: {
    description: 'The gateway is about to stop: come back after that time.',
    properties: {
      type: { const: 'reconnect' },
      after_ms: { type: 'integer', minimum: 0 },
    },
  },
  authenticated: {
    description: 'The answer to auth.',
    properties: {
      type: { const: 'authenticated' },
      expires_at: {
        type: ['string', 'null'],
        format: 'date-time',
        description: 'When the socket will be closed unless another token comes; null: never.',
      },
    },
  },
  error: {
    description: 'What was sent was not understood.',
    properties: {
      type: { const: 'error' },
      code: { enum: ERROR_CODES, description: 'Stable, for programs; there may be more.' },
      message: { type: 'string', minLength: 1, description: 'For the engineer who reads it.' },
    },
  },
} as const;

type FrameOf<S extends Readonly<Record<string, unknown>>> = {
  readonly [T in keyof S]: FromSchema<S[T]>;
};

/** Fails to compile when frames.ts and this file say different things, in either direction. */
type Matches<Schemas extends Readonly<Record<string, unknown>>, Frame extends { type: string }> = {
  readonly [T in Frame['type'] | keyof Schemas]: T extends keyof FrameOf<Schemas>
    ? Equal<FrameOf<Schemas>[T], Typed<Frame, T>>
    : false;
};

/** The frame of that type, with `type` narrowed: FeedFrame has several. */
type Typed<Frame extends { type: string }, T> = Frame extends unknown
  ? T extends Frame['type']
    ? { readonly [K in keyof Frame]: K extends 'type' ? T : Frame[K] }
    : never
  : never;

type AllTrue<T extends Readonly<Record<string, true>>> = T;

export type FramesMatch = AllTrue<
  Matches<typeof clientFrameSchemas, ClientFrame> & Matches<typeof serverFrameSchemas, ServerFrame>
>;
