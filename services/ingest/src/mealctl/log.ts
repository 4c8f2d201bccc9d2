import { createEventLog, type EventLog } from '@mealwire/bus';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import type { Deployment } from './deployment.js';

/** MEAL_LOG of the deployment, and what administers it. */
export async function openLog(
  deployment: Deployment,
): Promise<{ readonly log: EventLog; readonly jsm: JetStreamManager }> {
  const { nc } = await deployment.bus();
  const jsm = await jetstreamManager(nc, { checkAPI: false });
  return { log: createEventLog(jsm), jsm };
}
