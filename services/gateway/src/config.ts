import {
  authConfig,
  count,
  durationMs,
  natsConfig,
  portConfig,
  processConfig,
} from '@mealwire/runtime';
import { z } from 'zod';

/** The settings of the gateway; `--help` prints them. */
export const config = {
  ...processConfig,
  PORT: portConfig(8080),
  ...natsConfig,
  ...authConfig,
  INGEST_URL: z.url().describe('Where /api goes.'),
  CONSOLE_URL: z.url().optional().describe('Where every other path goes; unset: nowhere.'),
  CURSOR_SECRET: z
    .string()
    .min(32)
    .describe('Signs the cursors; the same for all gateways. At least 32 characters.'),
  DEV_AUTH: z
    .enum(['0', '1'])
    .default('0')
    .describe('1: POST /dev/token gives anybody a token for any user. Never in production.'),
  WS_IDLE_TIMEOUT_MS: durationMs(600_000, 'A socket that sends nothing for this long is closed.'),
  WS_LOOK_BACK_MS: durationMs(
    120_000,
    'A phone without a cursor gets what is not older than this.',
  ),
  WS_MAX_REPLAY: count(500, 'A phone that missed more events than this reloads over REST instead.'),
  WS_RECONNECT_SPREAD_MS: durationMs(
    2_000,
    'At a restart, phones come back spread over this time.',
  ),
};

export type Config = z.output<z.ZodObject<typeof config>>;
