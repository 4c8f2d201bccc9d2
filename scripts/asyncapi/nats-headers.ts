import {
  CE_ID,
  CE_SOURCE,
  CE_SPECVERSION,
  CE_SUBJECT,
  CE_TIME,
  CE_TYPE,
  CE_VERSION,
  CONTENT_TYPE,
  type EventType,
  JSON_CONTENT_TYPE,
  NATS_LAST_SEQUENCE,
  NATS_MSG_ID,
  NATS_SEQUENCE,
  TRACEPARENT,
  TRACESTATE,
} from '@mealwire/contracts';
import type { JsonSchema } from './json-schema.js';

/** The headers of each kind of NATS message. Header names are case-sensitive. */

const text = { type: 'string', minLength: 1 } as const;
const decimal = { type: 'string', pattern: '^[0-9]+$' } as const;

function headers(required: Readonly<Record<string, JsonSchema>>, optional = {}): JsonSchema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
  };
}

function cloudEvent(type: EventType): Readonly<Record<string, JsonSchema>> {
  return {
    [CE_SPECVERSION]: { const: CE_VERSION },
    [CE_ID]: { ...text, description: 'Unique; the same for every retry. Handle each id once.' },
    [CE_TYPE]: { const: type },
    [CE_SOURCE]: { ...text, description: 'The service that says it happened.' },
    [CE_TIME]: { type: 'string', format: 'date-time', description: 'When it happened, UTC.' },
    [CE_SUBJECT]: { ...text, description: 'Id of the meal log.' },
    [CONTENT_TYPE]: { const: JSON_CONTENT_TYPE },
    [NATS_MSG_ID]: { ...text, description: `Equals ${CE_ID}: JetStream's deduplication.` },
  };
}

const traceContext = {
  [TRACEPARENT]: { ...text, description: 'W3C Trace Context; continue it.' },
  [TRACESTATE]: { type: 'string' },
};

/** As published, and as stored in MEAL_LOG. */
export function eventHeaders(type: EventType): JsonSchema {
  const expectations = {
    'Nats-Expected-Stream': { const: 'MEAL_LOG' },
    'Nats-Expected-Last-Subject-Sequence': decimal,
    'Nats-Expected-Last-Subject-Sequence-Subject': text,
  };
  return headers({ ...cloudEvent(type), ...expectations }, traceContext);
}

const source = {
  'Nats-Stream-Source': { ...text, description: 'Set by the server: where it was sourced from.' },
};

/** In a stream that sources MEAL_LOG: the server has taken the expectations off. */
export function sourcedHeaders(type: EventType): JsonSchema {
  return headers({ ...cloudEvent(type), ...source }, traceContext);
}

/** Stamped by the server on what FEED republishes. */
export function liveHeaders(type: EventType): JsonSchema {
  const stamps = {
    'Nats-Stream': { const: 'FEED' },
    'Nats-Subject': { ...text, description: 'Its subject in FEED.' },
    [NATS_SEQUENCE]: { ...decimal, description: 'Its sequence in FEED.' },
    [NATS_LAST_SEQUENCE]: {
      ...decimal,
      description: 'Sequence of the message before it on the same subject, 0 for the first.',
    },
    'Nats-Time-Stamp': { type: 'string', format: 'date-time' },
  };
  return headers({ ...cloudEvent(type), ...source, ...stamps }, traceContext);
}

/** Of a request; whoever answers continues the trace. */
export const requestHeaders = headers({}, traceContext);

/** ADR-32 of NATS; the body is empty. */
export const errorHeaders = headers({
  'Nats-Service-Error-Code': decimal,
  'Nats-Service-Error': { ...text, description: 'For the engineer who reads it.' },
});

const revision = { 'Nats-Expected-Last-Subject-Sequence': decimal };
const writer = { 'presence-writer': { ...text, description: 'Which presence process wrote it.' } };

export const connectionHeaders = headers({ ...writer, ...revision });

/** A removal: the key and its history are gone, and watchers see it. */
export const removalHeaders = headers(
  {
    'KV-Operation': { const: 'PURGE' },
    'Nats-Rollup': { const: 'sub' },
    'Nats-TTL': { const: '60s', description: 'How long the removal itself is kept.' },
    ...writer,
  },
  {
    ...revision,
    'presence-closed': { const: 'true', description: 'Closed by its gateway: final.' },
  },
);

/** Made by the server when a key reaches the age of its bucket. */
export const expiryHeaders = headers({
  'Nats-Marker-Reason': { const: 'MaxAge' },
  'Nats-Rollup': { const: 'sub' },
  'Nats-TTL': { const: '1m0s', description: 'How long the marker itself is kept.' },
});

export const revisionHeaders = headers(revision);
