import { ConfigError, describeConfig, loadConfig } from '@mealwire/runtime';
import { createLogger } from '@mealwire/telemetry';
import { provisionDeployment } from './app.js';
import { config } from './config.js';

const HELP = `mealwire provision: makes streams, buckets and durable consumers, then exits.

It may run again at any time: it creates what is missing and updates what differs.
Exit codes: 0 done, 1 failed, 78 the environment is not valid.

Settings are environment variables:

${describeConfig(config)}
`;

/** The same exit codes as a service's, so that a supervisor can read them alike. */
async function run(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<0 | 1 | 78> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  try {
    const settings = loadConfig(config, env);
    const logger = createLogger('provision', settings.LOG_LEVEL);
    try {
      const created = await provisionDeployment(settings, logger);
      logger.info({ created }, created.length > 0 ? 'provisioned' : 'everything was there already');
      return 0;
    } catch (error) {
      logger.fatal({ err: error }, 'not provisioned');
      return 1;
    }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`provision: ${error.message}\nTry --help.\n`);
    return 78;
  }
}

// Not `exitCode`: a connection attempt that was given up would keep the process alive.
process.exit(await run(process.argv.slice(2), process.env));
