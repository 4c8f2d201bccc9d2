import type { Bus } from '@mealwire/bus';
import type { Msg } from '@nats-io/transport-node';

/** Every process of this service is a member: each message goes to one of them. */
const QUEUE_GROUP = 'presence';

export interface Subscription {
  /** Takes no more messages and waits for the handlers. */
  stop(): Promise<void>;
}

/** @param handle never rejects. */
export function subscribe(
  bus: Bus,
  subject: string,
  handle: (message: Msg) => Promise<void>,
): Subscription {
  const running = new Set<Promise<void>>();
  const subscription = bus.nc.subscribe(subject, {
    queue: QUEUE_GROUP,
    callback: (error, message) => {
      // A refused subscription; the connection's status has logged it.
      if (error !== null) return;
      const work = handle(message).finally(() => running.delete(work));
      running.add(work);
    },
  });
  return {
    stop: async () => {
      // Draining needs the server's answer; without one there is nothing to wait for.
      if (bus.isConnected()) await subscription.drain();
      else subscription.unsubscribe();
      await Promise.all(running);
    },
  };
}
