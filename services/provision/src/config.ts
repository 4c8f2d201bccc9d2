import { durationMs, natsConfig, processConfig } from '@mealwire/runtime';
import { z } from 'zod';

/** The settings of the job; `--help` prints them. */
export const config = {
  LOG_LEVEL: processConfig.LOG_LEVEL,
  ...natsConfig,
  NATS_USER: z.string().default('admin').describe('A NATS user that may administer JetStream.'),
  NATS_REPLICAS: z
    .enum(['1', '3', '5'])
    .default('1')
    .transform(Number)
    .describe('Copies of every stream and bucket: 1 on one machine, 3 or 5 in a cluster.'),
  PROVISION_TIMEOUT_MS: durationMs(60_000, 'Gives up when NATS cannot be reached for this long.'),
};

export type Config = z.output<z.ZodObject<typeof config>>;
