import {
  CE_ID,
  CE_SUBJECT,
  CE_TIME,
  CE_TYPE,
  NATS_LAST_SEQUENCE,
  NATS_SEQUENCE,
  NATS_STREAM_SOURCE,
} from '@mealwire/contracts';
import type { StoredMsg } from '@nats-io/jetstream';
import type { Msg, MsgHdrs } from '@nats-io/transport-node';
import type { Sequenced } from './delivery.js';

/** An event of a feed on its way: what the frame says of it comes from headers, the payload stays bytes. */
export interface FeedEvent extends Sequenced {
  readonly id: string;
  readonly type: string;
  readonly mealLogId: string;
  /** Its sequence in MEAL_LOG, which is the meal log's version after it; NaN: it does not say. */
  readonly version: number;
  readonly occurredAt: string;
  readonly payload: Uint8Array;
  readonly headers: MsgHdrs;
}

/** From a republished message on `live.<user>`; undefined when it is none of ours. */
export function fromLive({ headers, data }: Msg): FeedEvent | undefined {
  if (headers === undefined) return undefined;
  const sequence = Number(headers.get(NATS_SEQUENCE));
  const previous = Number(headers.get(NATS_LAST_SEQUENCE));
  return feedEvent(sequence, previous, headers, data);
}

/** From FEED itself. Direct Get does not say the predecessor within a batch, the reader does. */
export function fromStored(stored: StoredMsg, previous: number): FeedEvent | undefined {
  return feedEvent(stored.seq, previous, stored.header, stored.data);
}

function feedEvent(
  sequence: number,
  previous: number,
  headers: MsgHdrs,
  payload: Uint8Array,
): FeedEvent | undefined {
  const id = headers.get(CE_ID);
  const type = headers.get(CE_TYPE);
  // `!(x > 0)` also catches NaN.
  if (!(sequence > 0) || !(previous >= 0) || id === '' || type === '') return undefined;
  return {
    sequence,
    previous,
    id,
    type,
    mealLogId: headers.get(CE_SUBJECT),
    version: sequenceAtSource(headers),
    occurredAt: headers.get(CE_TIME),
    payload,
    headers,
  };
}

function sequenceAtSource(headers: MsgHdrs): number {
  const [, sequence] = headers.get(NATS_STREAM_SOURCE).split(' ', 2);
  return Number(sequence ?? Number.NaN);
}
