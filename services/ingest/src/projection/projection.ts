import {
  type EventBatches,
  type EventStore,
  PROJECTION_ACK_WAIT_MS,
  startEventBatches,
} from '@mealwire/bus';
import type { RecordedEvent } from '@mealwire/contracts';
import type { Logger } from '@mealwire/telemetry';
import type { Consumer } from '@nats-io/jetstream';
import type { Database } from '../database/connection.js';
import { DatabaseError, inDatabase } from '../database/database-error.js';
import { project } from './project.js';

export interface ProjectionOptions {
  readonly database: Database;
  readonly events: EventStore;
  readonly consumer: () => Promise<Consumer>;
  readonly logger: Logger;
}

export interface Projection {
  stop(): Promise<void>;
}

/** Events that go into one transaction at most. */
const MAX_BATCH = 200;
const RETRY_DELAY_MS = 1_000;
const MIGRATION_TIMEOUT_MS = 60_000;

/**
 * Keeps the read model up with the events for as long as the service runs. Without PostgreSQL it
 * waits: meals are taken all the same, and the events are there when the database is back.
 */
export async function startProjection(options: ProjectionOptions): Promise<Projection> {
  const { logger } = options;
  let batches: EventBatches | undefined;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  async function attempt(): Promise<void> {
    try {
      await inDatabase(options.database.migrate(), MIGRATION_TIMEOUT_MS);
      const consumer = await options.consumer();
      if (stopped) return;
      batches = startEventBatches({
        consumer,
        maxBatch: MAX_BATCH,
        ackWaitMs: PROJECTION_ACK_WAIT_MS,
        retryDelayMs: RETRY_DELAY_MS,
        handle: (events) => projectOrSkip(options, events),
        logger,
      });
      logger.info('projection running');
    } catch (error) {
      if (stopped) return;
      logger.warn({ err: error }, 'the projection cannot start yet');
      retry = setTimeout(() => void attempt(), RETRY_DELAY_MS);
    }
  }

  await attempt();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      await batches?.stop();
    },
  };
}

/**
 * An event with a value that PostgreSQL cannot store (SQLSTATE class 22) will never get in. It is
 * found by halving the batch, and left out: it must not stop the read model for everybody. It stays
 * in the event store.
 */
async function projectOrSkip(
  options: ProjectionOptions,
  events: readonly RecordedEvent[],
): Promise<void> {
  try {
    await project(options.database, options.events, events);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code.startsWith('22'))) throw error;
    const [event] = events;
    if (events.length === 1 && event !== undefined) {
      options.logger.error(
        { err: error, sequence: event.sequence },
        'an event cannot be projected',
      );
      return;
    }
    const half = Math.ceil(events.length / 2);
    await projectOrSkip(options, events.slice(0, half));
    await projectOrSkip(options, events.slice(half));
  }
}
