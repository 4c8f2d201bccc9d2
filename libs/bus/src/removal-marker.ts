import type { JetStreamClient } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';

const KV_OPERATION = 'KV-Operation';
const TTL_S = 60;

/** Tells whoever follows a bucket that a key is gone; only for buckets with markers. */
export async function publishRemovalMarker(js: JetStreamClient, subject: string): Promise<void> {
  const marker = headers();
  marker.set(KV_OPERATION, 'PURGE');
  await js.publish(subject, '', { headers: marker, ttl: `${TTL_S}s` });
}

/** Whether a message of a bucket says that its key is gone. */
export function isRemovalMarker(message: {
  readonly header?: { has(name: string): boolean } | undefined;
}): boolean {
  return message.header?.has(KV_OPERATION) === true;
}
