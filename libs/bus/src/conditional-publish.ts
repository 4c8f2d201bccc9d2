import { setTimeout as sleep } from 'node:timers/promises';
import {
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamClient,
  type JetStreamPublishOptions,
  type PubAck,
} from '@nats-io/jetstream';
import { redeliveryDelayMs } from './redelivery.js';

/**
 * Refusals of a leader that has compared nothing, because another publish is on its way to the
 * replicas: docs/adr/0024. In the order of nats-server's errors.json: a message id in process, a new
 * leader that still applies its log, a subject in process.
 */
const UNDECIDED: ReadonlySet<number> = new Set([
  10_158,
  10_163,
  JetStreamApiCodes.StreamWrongLastSequenceUnknown,
]);
const PATIENCE_MS = 3_000;
const PAUSES = { firstDelayMs: 5, maxDelayMs: 200 };

/** A stream in which what was expected stays: a server that does not have it is behind. */
export interface ConditionalPublishOptions extends Partial<JetStreamPublishOptions> {
  readonly isAppendOnly?: boolean;
}

/**
 * Publishes on the condition of `expect`, and waits until the server can say whether it holds.
 * @returns undefined when it does not, or does not any more: without a message id, an earlier try of
 * this very call may have been what was stored.
 * @throws Error when it is unknown whether it was stored.
 */
export async function publishOnCondition(
  js: JetStreamClient,
  subject: string,
  payload: Uint8Array | string,
  { isAppendOnly = false, ...options }: ConditionalPublishOptions,
): Promise<PubAck | undefined> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await js.publish(subject, payload, options);
    } catch (error) {
      if (!(error instanceof JetStreamApiError)) throw error;
      const expected = options.expect?.lastSubjectSequence ?? 0;
      const isBehind = isAppendOnly && lastSequenceIn(error) < expected;
      if (error.code === JetStreamApiCodes.StreamWrongLastSequence && !isBehind) return undefined;
      const isUndecided = isBehind || UNDECIDED.has(error.code);
      if (!isUndecided || Date.now() > deadline) throw error;
    }
    await sleep(redeliveryDelayMs(PAUSES, attempt));
  }
}

/** Of `wrong last sequence: 17`; NaN of anything else. */
function lastSequenceIn({ message }: JetStreamApiError): number {
  return Number(/^wrong last sequence: (\d+)$/.exec(message)?.[1] ?? Number.NaN);
}
