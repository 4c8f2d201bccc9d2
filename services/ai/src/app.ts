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
import { embeddedAnalyser } from './analysis/index.js';
import type { Config } from './config.js';
import { createMealHandler } from './worker/meal-handler.js';
import { withDelay } from './worker/with-delay.js';

/** Everything that the AI service is made of, from the outside in. */
export async function start(context: ServiceContext<Config>): Promise<void> {
  const { config, health, shutdown, telemetry } = context;
  const { logger } = telemetry;

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
  const worker = startEventWorker({
    consumer: await js.consumers.get(MEAL_LOG, AI_CONSUMER),
    concurrency: config.AI_CONCURRENCY,
    ackWaitMs: ACK_WAIT_MS,
    redelivery: { firstDelayMs: 500, maxDelayMs: 30_000 },
    handle: createMealHandler({
      analyser: withDelay(embeddedAnalyser, config.AI_ARTIFICIAL_DELAY_MS),
      deadlineMs: config.AI_DEADLINE_MS,
      maxAttempts: config.AI_MAX_ATTEMPTS,
      events: createEventStore(js, await jetstreamManager(bus.nc, { checkAPI: false })),
      now: () => new Date(),
      logger,
    }),
    logger,
  });
  shutdown.onStop('worker', () => worker.stop());
}
