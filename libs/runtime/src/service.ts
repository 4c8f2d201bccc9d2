import { type LOG_LEVELS, startTelemetry, type Telemetry } from '@mealwire/telemetry';
import type { z } from 'zod';
import { ConfigError, type ConfigShape, describeConfig, loadConfig } from './config.js';
import { createHealth, type Health } from './health.js';
import { createHttpServer, type HttpServer } from './http-server.js';
import { createShutdown, type Shutdown } from './shutdown.js';

interface ProcessConfig {
  readonly HOST: string;
  readonly PORT: number;
  readonly LOG_LEVEL: (typeof LOG_LEVELS)[number];
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly SHUTDOWN_TIMEOUT_MS: number;
}

/** What a service's `app.ts` gets to build on. */
export interface ServiceContext<C> {
  readonly config: C;
  readonly telemetry: Telemetry;
  readonly health: Health;
  readonly shutdown: Shutdown;
  /** Not listening yet: add routes, then return. */
  readonly http: HttpServer;
  /** The service cannot go on: says why and ends the process, so that it is started anew. */
  readonly fail: (error: Error) => void;
}

export interface ServiceDefinition<S extends ConfigShape> {
  readonly name: string;
  /** One sentence for `--help`. */
  readonly description: string;
  readonly config: S;
  start(context: ServiceContext<z.output<z.ZodObject<S>>>): Promise<void>;
}

/** EX_CONFIG of sysexits: starting again with the same environment cannot help. */
const EXIT_CONFIG = 78;

/**
 * The life of a service process: `--help`, configuration, telemetry, start, listen, and on SIGTERM
 * or SIGINT an ordered stop. Exit codes: 0 stopped cleanly, 1 failed, 78 (EX_CONFIG of sysexits)
 * a wrong environment, so that a supervisor need not try again.
 */
export async function runService<S extends ConfigShape>(
  definition: ServiceDefinition<S>,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(helpText(definition));
    return;
  }
  let config: z.output<z.ZodObject<S>>;
  try {
    config = loadConfig(definition.config, env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${definition.name}: ${error.message}\nTry --help.\n`);
    process.exitCode = EXIT_CONFIG;
    return;
  }
  await startService(definition, config);
}

async function startService<S extends ConfigShape>(
  definition: ServiceDefinition<S>,
  config: z.output<z.ZodObject<S>>,
): Promise<void> {
  const processConfig = config as unknown as ProcessConfig;
  const telemetry = startTelemetry({
    service: definition.name,
    logLevel: processConfig.LOG_LEVEL,
    otlpEndpoint: processConfig.OTEL_EXPORTER_OTLP_ENDPOINT,
  });
  const { logger } = telemetry;
  const health = createHealth();
  const shutdown = createShutdown(logger);
  const http = createHttpServer({ logger, health, handleMetrics: telemetry.handleMetrics });
  shutdown.onStop('telemetry', () => telemetry.stop());
  stopOnSignal(async () => {
    health.drain();
    return shutdown.stop(processConfig.SHUTDOWN_TIMEOUT_MS);
  }, logger);
  try {
    const fail = (error: Error): void => {
      logger.fatal({ err: error }, `${definition.name} cannot go on`);
      process.exit(1);
    };
    await definition.start({ config, telemetry, health, shutdown, http, fail });
    await http.listen({ host: processConfig.HOST, port: processConfig.PORT });
    shutdown.onStop('http server', () => http.close());
  } catch (error) {
    logger.fatal({ err: error }, `${definition.name} could not start`);
    await shutdown.stop(processConfig.SHUTDOWN_TIMEOUT_MS);
    process.exit(error instanceof ConfigError ? EXIT_CONFIG : 1);
  }
}

function stopOnSignal(stop: () => Promise<boolean>, logger: Telemetry['logger']): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, 'stopping');
      void stop().then((clean) => {
        logger.info('stopped');
        process.exit(clean ? 0 : 1);
      });
    });
  }
}

function helpText(definition: ServiceDefinition<ConfigShape>): string {
  return [
    `mealwire ${definition.name}: ${definition.description}`,
    '',
    'Settings are environment variables:',
    '',
    describeConfig(definition.config),
    '',
  ].join('\n');
}
