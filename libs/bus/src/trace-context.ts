import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { type Context, context, propagation } from '@opentelemetry/api';

/** Trace context in NATS headers: W3C names, lower case. */

export function injectTraceContext(target: MsgHdrs, from: Context = context.active()): void {
  propagation.inject(from, target, { set: (carrier, key, value) => carrier.set(key, value) });
}

/** The sender's context; a root one when the message carries none. */
export function extractTraceContext(source: MsgHdrs | undefined): Context {
  return propagation.extract(context.active(), source ?? headers(), {
    get: (carrier, key) => carrier.get(key) || undefined,
    keys: (carrier) => carrier.keys(),
  });
}
