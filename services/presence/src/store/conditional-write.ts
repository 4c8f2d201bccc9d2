import { publishOnCondition } from '@mealwire/bus';
import type { JetStreamClient, JetStreamPublishOptions } from '@nats-io/jetstream';
import type { MsgHdrs } from '@nats-io/transport-node';

const WRITE_TIMEOUT_MS = 3_000;

export interface WriteOptions {
  readonly headers: MsgHdrs;
  /** Revision that the key must still have, 0 for none; left out: whatever it has. */
  readonly expectedRevision?: number;
  /** How long the message itself stays, in seconds; left out: as long as the bucket says. */
  readonly ttlS?: number;
}

/**
 * Writes a key of a bucket.
 * @returns its new revision; undefined when the key has another one than was expected: read again.
 * @throws Error when it is unknown whether it was written.
 */
export async function writeKey(
  js: JetStreamClient,
  subject: string,
  value: string,
  { headers, expectedRevision, ttlS }: WriteOptions,
): Promise<number | undefined> {
  const options: Partial<JetStreamPublishOptions> = {
    timeout: WRITE_TIMEOUT_MS,
    headers,
    ...(expectedRevision === undefined
      ? {}
      : { expect: { lastSubjectSequence: expectedRevision } }),
    ...(ttlS === undefined ? {} : { ttl: `${ttlS}s` }),
  };
  return (await publishOnCondition(js, subject, value, options))?.seq;
}
