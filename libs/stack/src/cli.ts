import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { banner } from './banner.js';
import { instancesFrom, replicasFrom } from './instances.js';
import { repositoryDir } from './paths.js';
import { type Stack, startStack } from './stack.js';
import { StackError } from './stack-error.js';

const HELP = `Runs Mealwire on this machine: NATS, PostgreSQL and every service, each its own process.

Usage: make run            (or: node libs/stack/dist/cli.js [--help])

Settings, as environment variables:
  DATA_DIR        where data and logs are kept (.data)
  NATS_URL        use this NATS server, or cluster, instead of the embedded one
  NATS_REPLICAS   copies of every stream in that cluster (1)
  DATABASE_URL    use this PostgreSQL database instead of the embedded one
  GATEWAYS, AIS, INGESTS, PRESENCES   how many processes of a service (1)
  OTEL_EXPORTER_OTLP_ENDPOINT         send traces there, e.g. http://localhost:4318
  AI_ARTIFICIAL_DELAY_MS              make every analysis this much slower
  AI_MODEL_BASE_URL, AI_MODEL_NAME    have a model read the meals (OpenAI-compatible API)
  LOG_LEVEL                           trace, debug, info, warn, error
Every other setting of a service works too: node services/<name>/dist/main.js --help

What runs, with every port, process id and development credential: DATA_DIR/stack.json
Ctrl-C stops everything.
`;

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help === true) process.stdout.write(HELP);
else await run();

async function run(): Promise<void> {
  const write = (text: string): void => void process.stdout.write(text);
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  let stack: Stack | undefined;
  let interrupted = false;
  const stop = async (): Promise<void> => {
    if (interrupted) return;
    interrupted = true;
    write('\nstopping everything …\n');
    await stack?.stop();
    // A stack that is still starting stops when it has started; see below.
    if (stack !== undefined) process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop());
  try {
    write('starting Mealwire …\n');
    stack = await startStack({
      dataDir: resolve(repositoryDir, process.env['DATA_DIR'] ?? '.data'),
      ports: 'default',
      natsUrl: process.env['NATS_URL'],
      natsReplicas: replicasFrom(process.env),
      databaseUrl: process.env['DATABASE_URL'],
      instances: instancesFrom(process.env),
      write,
      color,
    });
    if (interrupted) {
      await stack.stop();
      process.exit(0);
    }
    write(banner(stack.info()));
  } catch (error) {
    const remedy = error instanceof StackError ? `\n  → ${error.remedy}` : '';
    process.stderr.write(
      `could not start: ${error instanceof Error ? error.message : error}${remedy}\n`,
    );
    process.exit(1);
  }
}
