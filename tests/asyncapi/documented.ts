import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';

/** docs/asyncapi.yaml as tests need it: which message of which channel is this? */

type Schema = Readonly<Record<string, unknown>>;

interface Ref {
  readonly $ref: string;
}

export interface DocumentedChannel {
  readonly address: string | null;
  readonly messages: Readonly<Record<string, Ref>>;
  readonly 'x-jetstream'?: { readonly stream: string };
  readonly 'x-close-codes'?: readonly { readonly code: number; readonly reason: string }[];
}

export interface DocumentedOperation {
  readonly action: 'send' | 'receive';
  readonly channel: Ref;
  readonly bindings?: { readonly nats?: { readonly queue?: string } };
  readonly 'x-nats-user'?: string;
  readonly 'x-jetstream'?: unknown;
}

interface Stored {
  readonly stream: string;
  readonly config: Schema;
}

export interface AsyncApi {
  readonly channels: Readonly<Record<string, DocumentedChannel>>;
  readonly operations: Readonly<Record<string, DocumentedOperation>>;
  readonly components: {
    readonly messages: Readonly<Record<string, { headers?: Schema; payload: Schema }>>;
    readonly schemas: Readonly<Record<string, Schema>>;
  };
  readonly 'x-jetstream': {
    readonly streams: Readonly<Record<string, Schema>>;
    readonly consumers: Readonly<Record<string, Stored>>;
    readonly buckets: Readonly<Record<string, Stored>>;
  };
  readonly 'x-nats-users': Readonly<
    Record<string, { readonly publish: readonly string[]; readonly subscribe: readonly string[] }>
  >;
}

export const text = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'asyncapi.yaml'),
  'utf8',
);
export const asyncApi = parse(text) as AsyncApi;

/** One message as it was recorded. Without bytes the payload is null. */
export interface Recorded {
  readonly payload: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The messages of a channel that this one is; none: the document does not know it. */
export function matches(channel: string, recorded: Recorded): readonly string[] {
  return messagesOf(channel).filter((name) => problems(name, recorded) === undefined);
}

/** Why a recorded message is not that one. */
export function problems(name: string, { payload, headers = {} }: Recorded): string | undefined {
  const { payloadOf, headersOf } = validatorsOf(name);
  if (!headersOf(headers)) return `headers ${ajv.errorsText(headersOf.errors)}`;
  return payloadOf(payload) ? undefined : `payload ${ajv.errorsText(payloadOf.errors)}`;
}

export function messagesOf(channel: string): readonly string[] {
  return Object.keys(asyncApi.channels[channel]?.messages ?? {});
}

/** The channel that a NATS subject belongs to. */
export function channelOf(subject: string): string | undefined {
  return Object.entries(asyncApi.channels).find(
    ([, { address }]) => address !== null && patternOf(address).test(subject),
  )?.[0];
}

function patternOf(address: string): RegExp {
  const literal = address.replaceAll(/[$.]/g, '\\$&');
  return new RegExp(`^${literal.replaceAll(/\{[^}]+\}/g, '[^.]+')}$`);
}

const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
for (const keyword of ['x-protobuf', 'components']) ajv.addKeyword(keyword);
ajv.addSchema(
  { $id: 'document', components: { schemas: closed(asyncApi.components.schemas) } },
  'document',
);

const compiled = new Map<string, { payloadOf: ValidateFunction; headersOf: ValidateFunction }>();

function validatorsOf(name: string) {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const message = asyncApi.components.messages[name];
  if (message === undefined) throw new Error(`the document has no message ${name}`);
  const made = {
    payloadOf: ajv.compile(closed(message.payload) as Schema),
    headersOf: ajv.compile(closed(message.headers ?? { type: 'object', properties: {} }) as Schema),
  };
  compiled.set(name, made);
  return made;
}

/**
 * Readers must ignore what they do not know, so the document's objects are open. For what our own
 * services say today that would hide a field that nobody has documented.
 */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [
      key,
      key === '$ref' ? String(value).replace('#/', 'document#/') : closed(value),
    ]),
  );
  const isObjectSchema = 'type' in schema && schema.type === 'object' && 'properties' in schema;
  return isObjectSchema ? { ...inner, additionalProperties: false } : inner;
}
