import type { HttpServer, TokenVerifier } from '@mealwire/runtime';
import { Problem } from '@mealwire/runtime';
import type { Logger } from '@mealwire/telemetry';
import { validatorCompiler } from 'fastify-type-provider-zod';
import { devTokenRoute } from './auth/dev-token.js';
import type { Config } from './config.js';
import { docsPage } from './docs/docs-page.js';
import type { Admission } from './limits/admission.js';
import { proxyUpstreams } from './proxy/proxy.js';
import type { RecordReport } from './quality/client-metrics.js';
import { qualityRoute } from './quality/quality-route.js';
import type { Sessions } from './sessions/sessions.js';
import { sseRoute } from './sse/sse-route.js';
import { acceptUpgrades, WEBSOCKET_PATH } from './websocket/upgrade.js';

export interface RouterOptions {
  readonly config: Config;
  readonly http: HttpServer;
  readonly tokens: TokenVerifier;
  readonly sessions: Sessions;
  readonly admission: Admission;
  readonly recordReport: RecordReport;
  readonly logger: Logger;
}

/** Every entrance of the gateway; /healthz, /readyz and /metrics come with the HTTP server. */
export async function routes(options: RouterOptions): Promise<void> {
  const { config, http, tokens, sessions, admission, logger } = options;
  const devSecret = config.DEV_AUTH === '1' ? config.JWT_SECRET : undefined;
  http.setValidatorCompiler(validatorCompiler);

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
  http.get(WEBSOCKET_PATH, async () => {
    throw new Problem(426, 'upgrade_required', 'This address speaks WebSocket.');
  });

  await http.register(
    sseRoute({ tokens, sessions, admission, heartbeatMs: config.SSE_HEARTBEAT_MS }),
  );
  await http.register(qualityRoute({ tokens, record: options.recordReport }));

  if (devSecret !== undefined) {
    logger.warn('DEV_AUTH=1: POST /dev/token gives anybody a token for any user');
    await http.register(
      devTokenRoute({
        secret: devSecret,
        issuer: config.JWT_ISSUER,
        audience: config.JWT_AUDIENCE,
      }),
    );
  }

  await http.register(docsPage({ withDevToken: devSecret !== undefined }));
  await proxyUpstreams(http, { ingestUrl: config.INGEST_URL, consoleUrl: config.CONSOLE_URL });
}
