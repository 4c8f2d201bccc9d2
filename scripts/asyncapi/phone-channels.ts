import { BEARER_SUBPROTOCOL_PREFIX, CLOSE, FEED_TYPES, SUBPROTOCOL } from '@mealwire/contracts';
import { clientFrameMessages, frameRef, serverFrameMessages, summaryOf } from './frame-messages.js';
import type { JsonSchema } from './json-schema.js';
import type { Channel, Message, Operations } from './model.js';

/** What the gateway and phones say to each other: docs/protocol.md in a form for programs. */

const device: JsonSchema = {
  type: 'string',
  minLength: 1,
  maxLength: 128,
  description: 'Which device this is, the same over restarts of the app.',
};
const cursor: JsonSchema = { type: 'string', description: 'The last position that is stored.' };
const authorization: JsonSchema = { type: 'string', description: 'Bearer <jwt>' };
const query: JsonSchema = { type: 'object', properties: { device_id: device, cursor } };

const webSocketHeaders: JsonSchema = {
  type: 'object',
  properties: {
    Authorization: authorization,
    'Sec-WebSocket-Protocol': {
      type: 'string',
      description: `For browsers: ${SUBPROTOCOL}, ${BEARER_SUBPROTOCOL_PREFIX}<jwt>`,
    },
  },
};

export const webSocket: Channel = {
  key: 'webSocket',
  address: '/ws/meal-logs',
  description: 'One connection of one device. Frames are text messages, each one JSON object.',
  messages: [...Object.values(clientFrameMessages), ...Object.values(serverFrameMessages)],
  more: {
    servers: [{ $ref: '#/servers/webSocket' }],
    bindings: { ws: { method: 'GET', query, headers: webSocketHeaders, bindingVersion: '0.1.0' } },
    'x-close-codes': Object.values(CLOSE),
  },
};

/** What an event stream carries: no answers, for nothing can be asked. */
const SSE_FRAMES = ['welcome', ...FEED_TYPES, 'reconnect', 'error'];

function sseFrame(type: string): Message {
  const isFeedEvent = type.startsWith('meal_log.');
  return {
    key: `sse.${type}`,
    summary: summaryOf(type),
    payload: frameRef(type),
    headers: sseFields(type, isFeedEvent),
  };
}

/** The fields of a server-sent event beside `data`, which is the payload. */
function sseFields(type: string, hasId: boolean): JsonSchema {
  const id = { id: { type: 'string', description: 'The cursor, for Last-Event-ID.' } };
  const properties = { event: { const: type }, ...(hasId ? id : {}) };
  return { type: 'object', properties, required: Object.keys(properties) };
}

const sseClose: Message = {
  key: 'sse.close',
  summary: 'What a WebSocket would be closed with; the response ends after it.',
  headers: sseFields('close', false),
  payload: {
    type: 'object',
    properties: {
      code: { enum: Object.values(CLOSE).map(({ code }) => code) },
      reason: { type: 'string' },
    },
    required: ['code', 'reason'],
  },
};

export const eventStream: Channel = {
  key: 'eventStream',
  address: '/api/v1/meal-logs/stream',
  description:
    'The same feed as server-sent events. The headers of a message are the fields of the event, the payload is its data.',
  messages: [...SSE_FRAMES.map(sseFrame), sseClose],
  more: { servers: [{ $ref: '#/servers/http' }] },
};

const sent = (types: readonly string[]): readonly Message[] =>
  types.flatMap((type) => serverFrameMessages[type] ?? []);
const received = (type: string): readonly Message[] => [clientFrameMessages[type] ?? []].flat();

/** From the gateway's point of view. */
export const phoneOperations: Operations = {
  'webSocket.ping': receive('ping', ['pong', 'error']),
  'webSocket.auth': receive('auth', ['authenticated', 'error']),
  'webSocket.sync': receive('sync', [...FEED_TYPES, 'error']),
  'webSocket.ack': receive('ack', ['error']),
  'webSocket.push': {
    action: 'send',
    channel: webSocket,
    messages: sent(['welcome', ...FEED_TYPES, 'reconnect', 'error']),
  },
  'eventStream.push': {
    action: 'send',
    channel: eventStream,
    messages: eventStream.messages,
    more: {
      bindings: { http: { method: 'GET', query, bindingVersion: '0.3.0' } },
    },
  },
};

function receive(type: string, answers: readonly string[]): Operations[string] {
  const reply = { channel: webSocket, messages: sent(answers) };
  return { action: 'receive', channel: webSocket, messages: received(type), more: { reply } };
}
