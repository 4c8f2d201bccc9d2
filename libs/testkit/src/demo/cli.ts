import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Stack, StackError, startStack } from '@mealwire/stack';
import { runDemo } from './demo.js';
import { timelineTable } from './timeline.js';

const HELP = `Starts everything, lets three phones submit meals over HTTP and receive the results over
WebSocket, prints each meal's way in ms with its trace id, stops everything. Exit code 0: every meal
arrived.

Usage: make demo           (or: node libs/testkit/dist/demo/cli.js [--help] [--verbose])

  --verbose               also shows the log lines of all services
  AI_ARTIFICIAL_DELAY_MS  how long an analysis pretends to think (800)
  OTEL_EXPORTER_OTLP_ENDPOINT         send the traces there, e.g. http://localhost:4318
`;

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, verbose: { type: 'boolean', short: 'v' } },
});
const write = (text: string): void => void process.stdout.write(text);
if (values.help === true) write(HELP);
else process.exitCode = await main();

async function main(): Promise<number> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mealwire-demo-'));
  let stack: Stack | undefined;
  const cleanUp = async (): Promise<void> => {
    await stack?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  process.once('SIGINT', () => void cleanUp().then(() => process.exit(130)));
  try {
    write('starting NATS, PostgreSQL and five services …\n');
    const startedAt = performance.now();
    stack = await startStack({
      dataDir,
      ports: 'free',
      env: { AI_ARTIFICIAL_DELAY_MS: process.env['AI_ARTIFICIAL_DELAY_MS'] ?? '800' },
      ...(values.verbose === true ? { write, color: process.stdout.isTTY } : {}),
    });
    write(`running after ${Math.round(performance.now() - startedAt)} ms\n\n`);
    const meals = await runDemo(stack.info(), write);
    write(`\n${timelineTable(meals)}\n`);
    return meals.every(({ onPhoneMs }) => onPhoneMs !== undefined) ? 0 : 1;
  } catch (error) {
    const remedy = error instanceof StackError ? `\n  → ${error.remedy}` : '';
    process.stderr.write(
      `demo failed: ${error instanceof Error ? error.message : error}${remedy}\n`,
    );
    return 1;
  } finally {
    await cleanUp();
    write('stopped everything\n');
  }
}
