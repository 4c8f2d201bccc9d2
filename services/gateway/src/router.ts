import type { HttpServer, TokenVerifier } from '@mealwire/runtime';
import type { Logger } from '@mealwire/telemetry';
import { type FastifyPluginAsyncZod, validatorCompiler } from 'fastify-type-provider-zod';
import { type DevTokenOptions, devTokenRoute } from './auth/dev-token.js';
import type { Config } from './config.js';
import { docsPage } from './docs/docs-page.js';
import type { Admission } from './limits/admission.js';
import { proxyUpstreams } from './proxy/proxy.js';
import { type QualityRoute, qualityRoute } from './quality/quality-route.js';
import type { Sessions } from './sessions/sessions.js';
import { type SseOptions, sseRoute } from './sse/sse-route.js';
import { plainGet } from './websocket/plain-get.js';
import { acceptUpgrades } from './websocket/upgrade.js';

export interface RouterOptions {
  readonly config: Config;
  readonly http: HttpServer;
  readonly tokens: TokenVerifier;
  readonly sessions: Sessions;
  readonly admission: Admission;
  readonly recordReport: QualityRoute['record'];
  readonly logger: Logger;
}

/** Every entrance of the gateway; /healthz, /readyz and /metrics come with the HTTP server. */
export async function routes(options: RouterOptions): Promise<void> {
  const { config, http, tokens, sessions, admission, logger } = options;
  const devToken = devTokenOptions(config);
  if (devToken !== undefined) {
    logger.warn('DEV_AUTH=1: POST /dev/token gives anybody a token for any user');
  }

  acceptUpgrades({
    server: http.server,
    tokens,
    sessions,
    admission,
    allowedOrigins: config.WS_ALLOWED_ORIGINS,
    idleTimeoutMs: config.WS_IDLE_TIMEOUT_MS,
    framesPerMinute: config.WS_FRAMES_PER_MINUTE,
    logger,
  });

  http.setValidatorCompiler(validatorCompiler);
  await http.register(
    apiRoutes({
      tokens,
      sessions,
      admission,
      heartbeatMs: config.SSE_HEARTBEAT_MS,
      record: options.recordReport,
      devToken,
    }),
  );
  await http.register(docsPage({ withDevToken: devToken !== undefined }));
  await proxyUpstreams(http, { ingestUrl: config.INGEST_URL, consoleUrl: config.CONSOLE_URL });
}

export interface ApiRoutes extends SseOptions, QualityRoute {
  /** Undefined: there are none. */
  readonly devToken: DevTokenOptions | undefined;
}

/** The part of the HTTP API that the gateway answers itself, and docs/openapi.json describes. */
export function apiRoutes(options: ApiRoutes): FastifyPluginAsyncZod {
  return async (server) => {
    await server.register(plainGet(options));
    await server.register(sseRoute(options));
    await server.register(qualityRoute(options));
    if (options.devToken !== undefined) await server.register(devTokenRoute(options.devToken));
  };
}

function devTokenOptions(config: Config): DevTokenOptions | undefined {
  const { DEV_AUTH, JWT_SECRET: secret, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = config;
  return DEV_AUTH === '1' && secret !== undefined ? { secret, issuer, audience } : undefined;
}
