import {
  type DirectBatchOptions,
  type DirectLastFor,
  JetStreamApiCodes,
  type JetStreamApiError,
  type JetStreamManager,
  type StoredMsg,
} from '@nats-io/jetstream';
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

/** Whether the server says that there is no such message. */
export function isNotFound(error: unknown): boolean {
  const { code, status } = error as Partial<JetStreamApiError>;
  return (
    code === JetStreamApiCodes.NoMessageFound ||
    code === NOT_FOUND_STATUS ||
    status === NOT_FOUND_STATUS
  );
}

export function messageOf(stored: StoredMsg): EventMessage {
  return { subject: stored.subject, seq: stored.seq, headers: stored.header, data: stored.data };
}
