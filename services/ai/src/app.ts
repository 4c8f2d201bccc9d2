import {
  ACK_WAIT_MS,
  AI_CONSUMER,
  connectBus,
  createEventStore,
  MEAL_LOG,
  startEventWorker,
} from '@mealwire/bus';
import type { ServiceContext } from '@mealwire/runtime';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { chooseAnalysis } from './choose-analysis.js';
import type { Config } from './config.js';
import { answerCorrections } from './corrections/answer-corrections.js';
import { createAnalysisMetrics } from './worker/analysis-metrics.js';
import { readBacklog } from './worker/backlog.js';
import { observeBacklog } from './worker/backlog-metrics.js';
import { createEarlierMeals } from './worker/earlier-meals.js';
import { createMealHandler } from './worker/meal-handler.js';
import { createSubmissionOrder } from './worker/submission-order.js';
import { withDelay } from './worker/with-delay.js';

/** Longer than a killed process costs a meal, and than the model takes until somebody takes over. */
const MAX_ORDER_WAIT_MS = 30_000;

/** Everything that the AI service is made of, from the outside in. */
export async function start(context: ServiceContext<Config>): Promise<void> {
  const { config, health, shutdown, telemetry } = context;
  const { logger } = telemetry;
  const now = (): Date => new Date();

  // First, because settings that are wrong need no NATS to be wrong.
  const analysis = chooseAnalysis(config, logger);
  shutdown.onStop('model', () => analysis.stop());

  const bus = await connectBus({
    url: config.NATS_URL,
    user: config.NATS_USER,
    password: config.NATS_PASSWORD,
    onLost: context.fail,
    name: 'ai',
    logger,
  });
  shutdown.onStop('NATS', () => bus.close());
  health.require('nats', async () => {
    if (!bus.isConnected()) throw new Error('not connected');
  });

  const js = jetstream(bus.nc);
  const jsm = await jetstreamManager(bus.nc, { checkAPI: false });
  const consumer = await js.consumers.get(MEAL_LOG, AI_CONSUMER);
  observeBacklog({
    read: () => readBacklog(consumer, jsm),
    isConnected: () => bus.isConnected(),
    now,
    logger,
  });
  const worker = startEventWorker({
    consumer,
    concurrency: config.AI_CONCURRENCY,
    ackWaitMs: ACK_WAIT_MS,
    redelivery: { firstDelayMs: 500, maxDelayMs: 30_000 },
    handle: createMealHandler({
      analyse: withDelay(analysis.analyse, config.AI_ARTIFICIAL_DELAY_MS),
      order: createSubmissionOrder({
        earlier: createEarlierMeals(consumer, jsm),
        maxWaitMs: MAX_ORDER_WAIT_MS,
      }),
      metrics: createAnalysisMetrics(),
      deadlineMs: config.AI_DEADLINE_MS,
      maxAttempts: config.AI_MAX_ATTEMPTS,
      events: createEventStore(js, jsm),
      now,
      logger,
    }),
    logger,
  });
  shutdown.onStop('worker', () => worker.stop());

  const corrections = answerCorrections({ bus, table: analysis.table, logger });
  shutdown.onStop('corrections', () => corrections.stop());
  // When this returns the server knows the subscription: nothing that is asked now is missed.
  await bus.nc.flush();
}
