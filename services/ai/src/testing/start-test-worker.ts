import {
  AI_CONSUMER,
  createEventStore,
  type EventWorker,
  MEAL_LOG,
  startEventWorker,
} from '@mealwire/bus';
import { silentLogger } from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { AnalyseMeal } from '../worker/analyse-meal.js';
import { createEarlierMeals } from '../worker/earlier-meals.js';
import { createMealHandler } from '../worker/meal-handler.js';
import { createSubmissionOrder } from '../worker/submission-order.js';

export interface TestWorkerOptions {
  readonly analyse: AnalyseMeal;
  readonly ackWaitMs: number;
  readonly concurrency: number;
  readonly maxAttempts: number;
}

/** What a process of `ai` does, on its own connection: workers share nothing but NATS. */
export async function startTestWorker(
  nc: NatsConnection,
  { analyse, ackWaitMs, concurrency, maxAttempts }: TestWorkerOptions,
): Promise<EventWorker> {
  const js = jetstream(nc);
  const jsm = await jetstreamManager(nc, { checkAPI: false });
  const consumer = await js.consumers.get(MEAL_LOG, AI_CONSUMER);
  return startEventWorker({
    consumer,
    concurrency,
    ackWaitMs,
    redelivery: { firstDelayMs: 50, maxDelayMs: 200 },
    handle: createMealHandler({
      analyse,
      order: createSubmissionOrder({
        earlier: createEarlierMeals(consumer, jsm),
        maxWaitMs: 20_000,
      }),
      metrics: { analysed: () => undefined },
      deadlineMs: 10_000,
      maxAttempts,
      events: createEventStore(js, jsm),
      now: () => new Date(),
      logger: silentLogger,
    }),
    logger: silentLogger,
  });
}
