import { connectBus, createEventStore, MEAL_LOG, PROJECTION_CONSUMER } from '@mealwire/bus';
import { createTokenVerifier, type ServiceContext } from '@mealwire/runtime';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { validatorCompiler } from 'fastify-type-provider-zod';
import type { Config } from './config.js';
import { createDatabase } from './database/connection.js';
import { startProjection } from './projection/projection.js';
import { createMealLogReader } from './queries/meal-log-reader.js';
import { apiRoutes } from './router.js';
import { createSubmitMealLog } from './submission/submit-meal-log.js';

/** Everything that ingest is made of, from the outside in. */
export async function start(context: ServiceContext<Config>): Promise<void> {
  const { config, health, http, shutdown, telemetry } = context;
  const { logger } = telemetry;

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
  const events = createEventStore(js, await jetstreamManager(bus.nc, { checkAPI: false }));

  const database = createDatabase(config.DATABASE_URL);
  shutdown.onStop('PostgreSQL', () => database.close());

  const projection = await startProjection({
    database,
    events,
    consumer: () => js.consumers.get(MEAL_LOG, PROJECTION_CONSUMER),
    logger,
  });
  shutdown.onStop('projection', () => projection.stop());

  const tokens = createTokenVerifier(config);
  http.setValidatorCompiler(validatorCompiler);
  await http.register(
    apiRoutes({
      tokens,
      submit: createSubmitMealLog({
        events,
        isStoreReachable: bus.isConnected,
        now: () => new Date(),
      }),
      reader: createMealLogReader({ database, events, logger }),
    }),
  );
}
