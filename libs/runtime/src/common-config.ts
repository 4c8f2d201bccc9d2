import { LOG_LEVELS } from '@mealwire/telemetry';
import { z } from 'zod';

/** What setTimeout takes; it fires at once for more. */
const MAX_TIMER_MS = 2_147_483_647;

/** A whole number of milliseconds. */
export function durationMs(defaultMs: number, description: string) {
  return z.coerce.number().int().min(0).max(MAX_TIMER_MS).default(defaultMs).describe(description);
}

export function count(defaultCount: number, description: string) {
  return z.coerce.number().int().min(1).default(defaultCount).describe(description);
}

/** What every service can be told: where it listens, how it logs, how it stops. */
export const processConfig = {
  HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default('info')
    .describe(`One of ${LOG_LEVELS.join(', ')}.`),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url()
    .optional()
    .describe('Base URL of an OTLP/HTTP receiver, e.g. http://localhost:4318; unset: no export.'),
  SHUTDOWN_TIMEOUT_MS: durationMs(10_000, 'After SIGTERM: exit at the latest after this long.'),
};

export function portConfig(defaultPort: number) {
  return z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(defaultPort)
    .describe('Port to listen on; 0 picks a free one.');
}

/** How a service reaches NATS. */
export const natsConfig = {
  NATS_URL: z
    .string()
    .default('nats://127.0.0.1:4222')
    .describe('One or more servers, separated by commas.'),
  NATS_USER: z.string().optional().describe("This service's NATS user."),
  NATS_PASSWORD: z.string().optional().describe('Its password.'),
};

/** How a service checks the bearer tokens of phones. */
export const authConfig = {
  JWT_SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('HS256 secret of at least 32 characters, for development.'),
  JWT_JWKS_URL: z.url().optional().describe("URL of the issuer's key set, for production."),
  JWT_ISSUER: z.string().optional().describe('Required `iss` of a token.'),
  JWT_AUDIENCE: z.string().optional().describe('Required `aud` of a token.'),
};
