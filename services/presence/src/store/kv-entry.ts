import type { MsgHdrs } from '@nats-io/transport-node';

/**
 * What a message of a KV bucket says of its key, read from its headers. The client of nats.js hides
 * the headers of a KV entry, and two of ours decide here: who wrote it, and whether a removal was a
 * goodbye. So presence speaks to the stream behind the bucket, in the layout that every KV client
 * uses (`$KV.<bucket>.<key>`, `KV-Operation`).
 */
export type KvOperation =
  | 'put'
  /** Closed by its gateway. */
  | 'closed'
  /** Expired, or removed by hand. */
  | 'removed';

export const KV_OPERATION = 'KV-Operation';
/** Set by the server when it removes a key because of its age. */
const MARKER_REASON = 'Nats-Marker-Reason';
/** Set by us: instance id of the presence process that wrote this. */
export const PRESENCE_WRITER = 'presence-writer';
/** Set by us on a removal that is final. */
export const PRESENCE_CLOSED = 'presence-closed';

export function operationOf(headers: MsgHdrs | undefined): KvOperation {
  if (headers === undefined) return 'put';
  if (headers.has(MARKER_REASON)) return 'removed';
  const operation = headers.get(KV_OPERATION);
  if (operation !== 'PURGE' && operation !== 'DEL') return 'put';
  return headers.has(PRESENCE_CLOSED) ? 'closed' : 'removed';
}

/** Undefined: the server itself, an operator or another program. */
export function writerOf(headers: MsgHdrs | undefined): string | undefined {
  return headers?.get(PRESENCE_WRITER) || undefined;
}
