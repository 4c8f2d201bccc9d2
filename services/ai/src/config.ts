import { count, durationMs, natsConfig, portConfig, processConfig } from '@mealwire/runtime';
import type { z } from 'zod';

/** The settings of the AI service; `--help` prints them. */
export const config = {
  ...processConfig,
  PORT: portConfig(8083),
  ...natsConfig,
  AI_CONCURRENCY: count(8, 'How many meals this process analyses at once.'),
  AI_MAX_ATTEMPTS: count(5, 'After this many deliveries of a meal it ends as failed.'),
  AI_DEADLINE_MS: durationMs(60_000, 'Longest time for one analysis.'),
  AI_ARTIFICIAL_DELAY_MS: durationMs(0, 'Makes every analysis this much longer: demos and tests.'),
};

export type Config = z.output<z.ZodObject<typeof config>>;
