import { count, natsConfig, portConfig, processConfig } from '@mealwire/runtime';
import { z } from 'zod';

/** Everything that this service can be told, by environment variable. */
export const configShape = {
  ...processConfig,
  PORT: portConfig(8084),
  ...natsConfig,
  PRESENCE_CONCURRENCY: count(64, 'How many users are written to KV at the same time.'),
};

const config = z.object(configShape);

export type PresenceConfig = z.output<typeof config>;
