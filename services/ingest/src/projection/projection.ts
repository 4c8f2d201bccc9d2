import { setTimeout as sleep } from 'node:timers/promises';
import { type EventLog, PROJECTION_ACK_WAIT_MS, startEventBatches } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import type { Consumer } from '@nats-io/jetstream';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import type { DatabaseSession } from '../database/session.js';
import { awaitLeadership } from './leadership.js';
import { createProjector, HistoryInDoubtError, type Projector } from './projector.js';

export interface ProjectionOptions {
  readonly database: Database;
  readonly log: EventLog;
  readonly consumer: () => Promise<Consumer>;
  readonly logger: Logger;
}

/** What this process has to do with the read model. */
export type ProjectionState =
  /** No database, no stream, or the first attempt is still under way. */
  | 'starting'
  /** Another process writes it; this one takes over when that one goes. */
  | 'standby'
  | 'active'
  /** The read model and the stream do not fit: an operator has to decide. */
  | 'refused';

export interface Projection {
  state(): ProjectionState;
  stop(): Promise<void>;
}

/** Events that go into one transaction at most. */
const MAX_BATCH = 200;
const RETRY_DELAY_MS = 1_000;
const MIGRATION_TIMEOUT_MS = 60_000;
/** How often it is looked whether a read model that did not fit has been rebuilt. */
const REFUSED_RECHECK_MS = 2_000;

/**
 * Keeps the read model up with the events for as long as the service runs; of several processes one
 * is active. Without PostgreSQL it waits: meals are taken all the same, and the events are there
 * when the database is back.
 */
export async function startProjection(options: ProjectionOptions): Promise<Projection> {
  const { database, logger } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let state: ProjectionState = 'starting';

  async function attempt(): Promise<void> {
    const session = await awaitLeadership({
      database,
      onStandby: () => {
        state = 'standby';
        logger.info('projection on standby: another process is active');
      },
      signal,
    });
    if (session === undefined) return;
    try {
      await lead(options, session, signal, (next) => {
        state = next;
      });
    } finally {
      await session.close();
    }
  }

  let migrated = false;
  async function migrate(): Promise<void> {
    if (!migrated) await inDatabase(database.migrate(), MIGRATION_TIMEOUT_MS);
    migrated = true;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await migrate();
        await attempt();
        if (!signal.aborted) logger.warn('the projection has lost its database session');
      } catch (error) {
        if (!signal.aborted) logger.warn({ err: error }, 'the projection cannot start yet');
      }
      state = 'starting';
      await pause(RETRY_DELAY_MS, signal);
    }
  }

  // The tables are there before the first request, if there is a database.
  await migrate().catch((error: unknown) => {
    logger.warn({ err: error }, 'the projection cannot start yet');
  });
  const running = run();
  return {
    state: () => state,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

/** Until the session ends or the service stops. */
async function lead(
  options: ProjectionOptions,
  session: DatabaseSession,
  signal: AbortSignal,
  become: (state: ProjectionState) => void,
): Promise<void> {
  const { log, logger } = options;
  const over = AbortSignal.any([signal, session.ended]);
  const projector = createProjector({ session, log, signal: over, logger });
  let refusedFor: string | undefined;
  while (!over.aborted) {
    const problem = await projector.begin();
    if (problem === undefined) {
      refusedFor = undefined;
      become('active');
      logger.info('projection running');
      await follow(options, projector, over);
      continue;
    }
    become('refused');
    if (problem !== refusedFor) {
      logger.error(
        { reason: problem },
        'the read model does not fit MEAL_LOG and is left as it is: see what differs with ' +
          'mealctl verify, then rebuild it with mealctl rebuild',
      );
    }
    refusedFor = problem;
    await pause(REFUSED_RECHECK_MS, over);
  }
}

/** Projects what there is and what comes, until it is over or something does not fit. */
async function follow(
  { consumer, logger }: ProjectionOptions,
  projector: Projector,
  over: AbortSignal,
): Promise<void> {
  const doubt = new AbortController();
  const either = AbortSignal.any([over, doubt.signal]);
  const orDoubt = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (error instanceof HistoryInDoubtError) doubt.abort();
      throw error;
    }
  };
  const source = await consumer();
  try {
    await orDoubt(projector.catchUp());
  } catch (error) {
    if (doubt.signal.aborted) return;
    throw error;
  }
  const batches = startEventBatches({
    consumer: source,
    maxBatch: MAX_BATCH,
    ackWaitMs: PROJECTION_ACK_WAIT_MS,
    retryDelayMs: RETRY_DELAY_MS,
    handle: (messages) => orDoubt(projector.take(messages)),
    logger,
  });
  await aborted(either);
  await batches.stop();
  if (over.aborted) return;
  logger.info('the checkpoint is compared with MEAL_LOG again');
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}

/** Ends early when `signal` says so. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => undefined);
}
