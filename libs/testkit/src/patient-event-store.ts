import { ConcurrencyError, createEventStore, type EventStore } from '@mealwire/bus';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { eventually } from './eventually.js';

type Connection = Parameters<typeof jetstream>[0];

/**
 * An event store for what a test sets up: an append that nobody answers in time is repeated, as its
 * callers in the services do. Its event's id makes that harmless.
 */
export async function patientEventStore(nc: Connection): Promise<EventStore> {
  const store = createEventStore(jetstream(nc), await jetstreamManager(nc, { checkAPI: false }));
  return {
    append: (event, expectedVersion) => untilKnown(() => store.append(event, expectedVersion)),
    appendOnce: (event) => untilKnown(() => store.appendOnce(event)),
    lastEvents: (...query) => eventually(() => store.lastEvents(...query)),
  };
}

async function untilKnown<T>(append: () => Promise<T>): Promise<T> {
  const known = await eventually(() =>
    append().catch((error: unknown) => {
      if (error instanceof ConcurrencyError) return error;
      throw error;
    }),
  );
  if (known instanceof ConcurrencyError) throw known;
  return known;
}
