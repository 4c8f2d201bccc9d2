import {
  connectBus,
  createEventLog,
  createEventStore,
  DEAD_LETTERS,
  DEAD_LETTERS_CONSUMER,
  followErasedUsers,
  MEAL_LOG,
  PROJECTION_CONSUMER,
  startSourceWatch,
} from '@mealwire/bus';
import { createTokenVerifier, refuseForgottenUsers, type ServiceContext } from '@mealwire/runtime';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { createApplyChange } from './commands/change-meal-log.js';
import { createCorrectMealLog } from './commands/correct-meal-log.js';
import { createCorrectionClient } from './commands/correction-client.js';
import { createDeleteMealLog } from './commands/delete-meal-log.js';
import { createPastChanges } from './commands/past-changes.js';
import { createRetryMealLog } from './commands/retry-meal-log.js';
import type { Config } from './config.js';
import { createDatabase } from './database/connection.js';
import { observeDeadLetters } from './dead-letters/dead-letter-metrics.js';
import { startDeadLetterWatch } from './dead-letters/dead-letter-watch.js';
import { createEndDeadMeal } from './dead-letters/end-dead-meal.js';
import { startDeadlineSweep, sweepIntervalMs } from './deadlines/deadline-sweep.js';
import { startErasure } from './erasure/erasure.js';
import { exportUser } from './erasure/export-user.js';
import { createGiveUpMeal } from './giving-up/give-up-meal.js';
import { createGiveUpMetrics } from './giving-up/give-up-metrics.js';
import { readLag } from './projection/lag.js';
import { startProjection } from './projection/projection.js';
import { observeProjection } from './projection/projection-metrics.js';
import { createQueries } from './queries/queries.js';
import { apiRoutes } from './router.js';
import { createSourceMetrics } from './sources/source-metrics.js';
import { createSubmitMealLog } from './submission/submit-meal-log.js';

const ERASURE_SWEEP_MS = 5_000;

/** Everything that ingest is made of, from the outside in. */
export async function start(context: ServiceContext<Config>): Promise<void> {
  const { config, health, http, shutdown, telemetry } = context;
  const { logger } = telemetry;
  const now = (): Date => new Date();

  const bus = await connectBus({
    url: config.NATS_URL,
    user: config.NATS_USER,
    password: config.NATS_PASSWORD,
    onLost: context.fail,
    name: 'ingest',
    logger,
  });
  shutdown.onStop('NATS', () => bus.close());
  health.require('nats', async () => {
    if (!bus.isConnected()) throw new Error('not connected');
  });
  const js = jetstream(bus.nc);
  const jsm = await jetstreamManager(bus.nc, { checkAPI: false });
  const events = createEventStore(js, jsm);
  const log = createEventLog(jsm);
  const erased = await followErasedUsers({ jsm, logger });
  shutdown.onStop('erased users', () => erased.stop());
  // Not at the next poll: until then no meal is taken.
  bus.onReconnect(() => void erased.refresh().catch(() => undefined));
  // Whoever may not know of an erasure yet takes nothing for anybody; reads make do with rows.
  const isStoreReachable = (): boolean => bus.isConnected() && erased.isCurrent();

  const database = createDatabase(config.DATABASE_URL);
  shutdown.onStop('PostgreSQL', () => database.close());

  const projection = await startProjection({
    database,
    log,
    consumer: () => js.consumers.get(MEAL_LOG, PROJECTION_CONSUMER),
    logger,
  });
  shutdown.onStop('projection', () => projection.stop());
  observeProjection({
    state: projection.state,
    read: async () => readLag(database, log),
    isConnected: bus.isConnected,
    now,
    logger,
  });

  const change = createApplyChange({
    events,
    pastChanges: createPastChanges(jsm),
    isStoreReachable,
    now,
  });
  const giveUp = createGiveUpMeal({ events, now });
  const metrics = createGiveUpMetrics();
  const sweep = startDeadlineSweep({
    database,
    giveUp,
    metrics,
    deadlineMs: config.MEAL_DEADLINE_MS,
    intervalMs: sweepIntervalMs(config.MEAL_DEADLINE_MS),
    isStoreReachable: bus.isConnected,
    now,
    logger,
  });
  shutdown.onStop('deadline sweep', () => sweep.stop());

  const deadLetters = startDeadLetterWatch({
    consumer: () => js.consumers.get(DEAD_LETTERS, DEAD_LETTERS_CONSUMER),
    end: createEndDeadMeal({ jsm, giveUp, metrics, logger }),
    logger,
  });
  shutdown.onStop('dead letters', () => deadLetters.stop());
  observeDeadLetters({ jsm, isStoreReachable: bus.isConnected, logger });

  const sources = await startSourceWatch({
    bus,
    onRestart: createSourceMetrics().restarted,
    logger,
  });
  shutdown.onStop('sources', () => sources.stop());

  const stores = { js, jsm, database, now, logger, settleMs: config.ERASURE_SETTLE_MS };
  const erasure = startErasure({
    ...stores,
    erased,
    isStoreReachable,
    sweepIntervalMs: ERASURE_SWEEP_MS,
  });
  shutdown.onStop('erasure', () => erasure.stop());

  const anyTokens = createTokenVerifier(config);
  const tokens = refuseForgottenUsers(anyTokens, erased.isForgotten);
  http.setValidatorCompiler(validatorCompiler);
  await http.register(
    apiRoutes({
      tokens,
      submit: createSubmitMealLog({
        events,
        isStoreReachable,
        now,
      }),
      retry: createRetryMealLog(change),
      correct: createCorrectMealLog(change, createCorrectionClient(bus)),
      remove: createDeleteMealLog(change),
      queries: createQueries({
        database,
        events,
        jsm,
        isStoreReachable,
        isProjected: () => projection.state() !== 'refused',
        logger,
      }),
      anyTokens,
      requestErasure: erasure.request,
      exportUser: (userId) => exportUser(stores, userId),
    }),
  );
}
