import type { NatsConnection } from '@nats-io/transport-node';
import { expect, test } from 'vitest';
import { SnapshotError, snapshotStream } from './stream-snapshot.js';

/** A server that sends one chunk and is gone. */
function goingAway(): { readonly nc: NatsConnection; readonly isSubscribed: () => boolean } {
  let subscribed = true;
  async function* chunks() {
    yield { data: new Uint8Array([1]), respond: () => true };
    await new Promise(() => undefined);
  }
  const subscription = Object.assign(chunks(), {
    unsubscribe: () => {
      subscribed = false;
    },
  });
  const nc = {
    subscribe: () => subscription,
    request: async () => ({ json: () => ({ config: {}, state: {} }) }),
  };
  return { nc: nc as unknown as NatsConnection, isSubscribed: () => subscribed };
}

test('a snapshot whose server goes away in the middle ends', async () => {
  const { nc, isSubscribed } = goingAway();
  const taken: Uint8Array[] = [];
  const snapshot = snapshotStream(nc, 'FEED', async (chunk) => void taken.push(chunk), 20);
  await expect(snapshot).rejects.toThrow(SnapshotError);
  expect(taken).toHaveLength(1);
  expect(isSubscribed()).toBe(false);
});
