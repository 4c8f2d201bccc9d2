import type { JsMsg } from '@nats-io/jetstream';
import { parseConnectionSubject } from '../store/keys.js';
import { operationOf, writerOf } from '../store/kv-entry.js';
import type { RosterEntry } from './roster.js';

/** A message of the bucket `presence`; undefined when its key is not one of ours. */
export function toRosterEntry(message: JsMsg): RosterEntry | undefined {
  try {
    return {
      ...parseConnectionSubject(message.subject),
      operation: operationOf(message.headers),
      revision: message.seq,
      timeMs: message.time.getTime(),
      writer: writerOf(message.headers),
    };
  } catch {
    return undefined;
  }
}
