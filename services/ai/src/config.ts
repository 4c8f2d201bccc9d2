import { count, durationMs, natsConfig, portConfig, processConfig } from '@mealwire/runtime';
import { z } from 'zod';

const price = z.coerce.number().min(0).optional();

/** The settings of the AI service; `--help` prints them. What belongs together: model/settings.ts. */
export const config = {
  ...processConfig,
  PORT: portConfig(8083),
  ...natsConfig,
  AI_CONCURRENCY: count(8, 'How many meals this process analyses at once.'),
  AI_MAX_ATTEMPTS: count(5, 'After this many deliveries of a meal it ends as failed.'),
  AI_DEADLINE_MS: durationMs(60_000, 'Longest time for one analysis.'),
  AI_ARTIFICIAL_DELAY_MS: durationMs(0, 'Makes every analysis this much longer: demos and tests.'),
  AI_FOOD_TABLE: z
    .string()
    .optional()
    .describe('A food table: a JSONL file or a folder of them; unset: the one that comes with it.'),
  AI_MODEL_BASE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('OpenAI-compatible API up to /v1; unset: no model, the embedded analyser only.'),
  AI_MODEL_NAME: z.string().optional().describe('The model, as that API calls it.'),
  AI_MODEL_API_KEY: z.string().optional().describe('Its key; unset: none is sent. Secret.'),
  AI_MODEL_STRUCTURED_OUTPUTS: z
    .enum(['0', '1'])
    .default('0')
    .describe('1: the API can hold answers to a JSON schema.'),
  AI_MODEL_DEADLINE_MS: durationMs(
    20_000,
    'Longest time for the model, retries included; then the embedded analyser takes over.',
  ),
  AI_MODEL_PRICE_INPUT: price.describe('Price of a million input tokens, for the cost metric.'),
  AI_MODEL_PRICE_OUTPUT: price.describe('Price of a million output tokens.'),
};

export type Config = z.output<z.ZodObject<typeof config>>;
