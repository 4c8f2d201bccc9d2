import {
  type DirectBatchOptions,
  type DirectLastFor,
  JetStreamApiCodes,
  type JetStreamApiError,
  type JetStreamManager,
  type StoredMsg,
} from '@nats-io/jetstream';
import type { MsgHdrs } from '@nats-io/transport-node';
import type { EventMessage } from './event-codec.js';

/** Direct Get answers "nothing there" with 404 on the batch, not with an empty batch. */
const NOT_FOUND_STATUS = 404;

/** Messages of a stream from a sequence or time on, or the last ones of some subjects. */
export type BatchRequest = DirectBatchOptions | DirectLastFor;

/**
 * All messages of one Direct Get batch; none when there is nothing to return. Uses the callback
 * form: the iterator of nats.js 3.3 never unsubscribes from the batch's reply subject.
 * @throws Error when the server does not answer within nats.js' 5 s.
 */
export function readBatch(
  jsm: JetStreamManager,
  stream: string,
  request: BatchRequest,
): Promise<readonly StoredMsg[]> {
  return new Promise((resolve, reject) => {
    const messages: StoredMsg[] = [];
    const callback = (done: { err?: Error } | null, message: StoredMsg): void => {
      if (done === null) messages.push(message);
      else if (done.err === undefined || isNotFound(done.err)) resolve(messages);
      else reject(done.err);
    };
    const answered =
      'multi_last' in request
        ? jsm.direct.getLastMessagesFor(stream, { ...request, callback })
        : jsm.direct.getBatch(stream, { ...request, callback });
    answered.catch(reject);
  });
}

/** The last message of each of these subjects, wildcards included, as far as it is newer. */
export function readLast(
  jsm: JetStreamManager,
  stream: string,
  subjects: string[],
  after: number,
): Promise<readonly StoredMsg[]> {
  // The server takes `seq` as the start for `multi_last` too; nats.js 3.3 does not declare it.
  const request: DirectLastFor & { readonly seq: number } = {
    multi_last: subjects,
    seq: after + 1,
  };
  return readBatch(jsm, stream, request);
}

/** Whether the server says that there is no such message. */
export function isNotFound(error: unknown): boolean {
  const { code, status } = error as Partial<JetStreamApiError>;
  return (
    code === JetStreamApiCodes.NoMessageFound ||
    code === NOT_FOUND_STATUS ||
    status === NOT_FOUND_STATUS
  );
}

/** A stored message as an event's, with all of its headers. */
export type StoredEventMessage = EventMessage & { readonly headers: MsgHdrs };

export function messageOf(stored: StoredMsg): StoredEventMessage {
  return { subject: stored.subject, seq: stored.seq, headers: stored.header, data: stored.data };
}
