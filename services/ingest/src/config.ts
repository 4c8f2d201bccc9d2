import { authConfig, durationMs, natsConfig, portConfig, processConfig } from '@mealwire/runtime';
import { z } from 'zod';

/** The settings of ingest; `--help` prints them. */
export const config = {
  ...processConfig,
  PORT: portConfig(8081),
  ...natsConfig,
  ...authConfig,
  DATABASE_URL: z.url().describe('PostgreSQL database of the read model.'),
  MEAL_DEADLINE_MS: durationMs(
    10 * 60_000,
    'A meal that has been processing for this long ends as failed.',
  ),
  ERASURE_SETTLE_MS: durationMs(
    10_000,
    'An erasure goes on deleting for this long: until every process knows of it.',
  ),
};

export type Config = z.output<z.ZodObject<typeof config>>;
