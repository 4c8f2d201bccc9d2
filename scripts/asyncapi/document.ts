import {
  CorrectionRequestSchema,
  CorrectionResponseSchema,
  eventSchemas,
  LastSeenSchema,
  PresenceChangedSchema,
  PresenceConnectionSchema,
  PresenceCountResponseSchema,
  PresenceGetResponseSchema,
  PresenceSeenSchema,
} from '@mealwire/contracts';
import { analysisChannels } from './analysis-channels.js';
import { eventChannels } from './event-channels.js';
import { frameSchemas } from './frame-messages.js';
import { jetStreamConfig } from './jetstream-config.js';
import type { Channel, Message, NatsChannel, Operation, Operations } from './model.js';
import type { NatsUser } from './nats-conf.js';
import { natsOperations } from './nats-operations.js';
import { eventStream, phoneOperations, webSocket } from './phone-channels.js';
import { bucketChannels, presenceChannels } from './presence-channels.js';
import type { ProtoComments } from './proto-comments.js';
import { protoSchemas } from './proto-schemas.js';
import { document, info, parameterOf } from './texts.js';

export interface Sources {
  readonly comments: ProtoComments;
  readonly users: ReadonlyMap<string, NatsUser>;
}

/** Every message whose payload is ProtoJSON. */
const PROTO_MESSAGES = [
  ...Object.values(eventSchemas),
  PresenceSeenSchema,
  PresenceConnectionSchema,
  LastSeenSchema,
  PresenceGetResponseSchema,
  PresenceCountResponseSchema,
  PresenceChangedSchema,
  CorrectionRequestSchema,
  CorrectionResponseSchema,
];

/** The AsyncAPI 3.0 document as plain data. */
export function asyncApiDocument({ comments, users }: Sources): Readonly<Record<string, unknown>> {
  const jetStream = jetStreamConfig();
  const subjects: readonly NatsChannel[] = [
    ...eventChannels,
    ...analysisChannels,
    ...presenceChannels,
    ...bucketChannels,
  ];
  const replies = subjects.flatMap(({ reply }) => reply ?? []);
  const nats = [...subjects, ...replies].map(onNats);
  const channels = [webSocket, eventStream, ...nats];
  const operations = { ...phoneOperations, ...natsOperations(users, subjects, jetStream) };
  return {
    asyncapi: '3.0.0',
    info,
    ...document,
    channels: Object.fromEntries(channels.map((channel) => [channel.key, channelObject(channel)])),
    operations: operationObjects(operations),
    components: {
      messages: messageObjects(channels.flatMap(({ messages }) => messages)),
      schemas: { ...frameSchemas(), ...protoSchemas(PROTO_MESSAGES, comments) },
    },
    'x-jetstream': jetStream,
    'x-nats-users': Object.fromEntries(users),
  };
}

function onNats(channel: NatsChannel): Channel {
  const { stream } = channel;
  const stored = stream === undefined ? {} : { 'x-jetstream': { stream } };
  return { ...channel, more: { servers: [{ $ref: '#/servers/nats' }], ...stored } };
}

function channelObject({ address, description, messages, more }: Channel): object {
  const names = [...(address ?? '').matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const parameters = Object.fromEntries(names.map((name) => [name, parameterOf(name)]));
  return {
    address,
    description,
    messages: Object.fromEntries(
      messages.map(({ key }) => [key, { $ref: `#/components/messages/${key}` }]),
    ),
    ...(names.length === 0 ? {} : { parameters }),
    ...more,
  };
}

/** Sorted by key, so that a change of the code moves no more of the file than it has to. */
function messageObjects(messages: readonly Message[]): object {
  const sorted = [...messages].sort((a, b) => (a.key < b.key ? -1 : 1));
  return Object.fromEntries(sorted.map(({ key, ...message }) => [key, { name: key, ...message }]));
}

function operationObjects(operations: Operations): object {
  return Object.fromEntries(
    Object.entries(operations).map(([key, operation]) => [key, operationObject(operation)]),
  );
}

function operationObject({ action, channel, messages, more = {} }: Operation): object {
  const { reply, ...others } = more as { readonly reply?: Pick<Operation, 'channel' | 'messages'> };
  const answered = reply === undefined ? {} : { reply: references(reply) };
  return { action, ...references({ channel, messages }), ...answered, ...others };
}

function references({ channel, messages }: Pick<Operation, 'channel' | 'messages'>): object {
  const ref = `#/channels/${channel.key}`;
  return {
    channel: { $ref: ref },
    messages: messages.map(({ key }) => ({ $ref: `${ref}/messages/${key}` })),
  };
}
