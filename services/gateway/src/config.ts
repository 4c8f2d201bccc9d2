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
  WS_PONG_TIMEOUT_MS: durationMs(10_000, 'A phone that does not prove receipt in time is cut off.'),
  WS_LOOK_BACK_MS: durationMs(120_000, 'A phone nothing is known of gets what is not older.'),
  WS_MAX_REPLAY: count(500, 'A phone that missed more events than this reloads over REST instead.'),
  WS_MAX_BUFFERED_BYTES: count(
    1_048_576,
    'A phone that reads too slowly for this is closed: 4002.',
  ),
  WS_FRAMES_PER_MINUTE: count(120, 'A phone that sends more frames is closed: 4003.'),
  WS_MAX_PER_USER: count(5, 'Connections of one user on this gateway; the oldest goes.'),
  WS_UPGRADES_PER_SECOND: count(500, 'New connections; more get 503 with Retry-After.'),
  WS_ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((o) => o.trim())
        .filter((o) => o !== ''),
    )
    .describe('Origins of pages, beside our own, that may connect; separated by commas.'),
  WS_RECONNECT_SPREAD_MS: durationMs(
    2_000,
    'At a restart, phones come back spread over this time.',
  ),
  WS_AUDIT_INTERVAL_MS: durationMs(3_000, 'How often the heads of feeds are compared.'),
  WS_RESUME_CONCURRENCY: count(64, 'Reads from FEED that are under way at once.'),
  SSE_HEARTBEAT_MS: durationMs(15_000, 'How often a quiet event stream gets a comment.'),
};

export type Config = z.output<z.ZodObject<typeof config>>;
