import type { Msg } from '@nats-io/transport-node';
import type { Bus } from './connection.js';

export interface Subscription {
  /** Takes no more messages and waits for the handlers. */
  stop(): Promise<void>;
}

export interface QueueSubscription {
  readonly subject: string;
  /** Every process of a service is a member: each message goes to one of them. */
  readonly queue: string;
  /** Never rejects. */
  readonly handle: (message: Msg) => Promise<void>;
}

export function subscribe(bus: Bus, { subject, queue, handle }: QueueSubscription): Subscription {
  const running = new Set<Promise<void>>();
  const subscription = bus.nc.subscribe(subject, {
    queue,
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
