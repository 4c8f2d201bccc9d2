import type { JsonSchema } from './json-schema.js';

/** A message as the document has it; `key` names it in `components.messages`. */
export interface Message {
  readonly key: string;
  readonly summary: string;
  readonly payload: JsonSchema;
  readonly headers?: JsonSchema;
}

export interface Channel {
  readonly key: string;
  /** Null: known only when it happens, as the subject of a reply. */
  readonly address: string | null;
  readonly description: string;
  readonly messages: readonly Message[];
  /** Further fields of the AsyncAPI object. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A NATS subject. */
export interface NatsChannel extends Channel {
  /** Where its messages are stored. */
  readonly stream?: string;
  /** How a request is answered. */
  readonly reply?: Channel;
  /** Each message goes to one member of the queue group. */
  readonly queue?: string;
}

export interface Operation {
  readonly action: 'send' | 'receive';
  readonly channel: Channel;
  readonly messages: readonly Message[];
  readonly more?: Readonly<Record<string, unknown>>;
}

export type Operations = Readonly<Record<string, Operation>>;
