import { authConfig, natsConfig, portConfig, processConfig } from '@mealwire/runtime';
import { z } from 'zod';

/** The settings of ingest; `--help` prints them. */
export const config = {
  ...processConfig,
  PORT: portConfig(8081),
  ...natsConfig,
  ...authConfig,
  DATABASE_URL: z.url().describe('PostgreSQL database of the read model.'),
};

export type Config = z.output<z.ZodObject<typeof config>>;
