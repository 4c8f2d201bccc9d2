import { Command } from 'commander';
import type { AddCommand, ExitCode, Run } from './command.js';
import { addBackup } from './commands/backup.js';
import { addDlq } from './commands/dlq.js';
import { addErase } from './commands/erase.js';
import { addEventsCommands } from './commands/events.js';
import { addExport } from './commands/export.js';
import { addRebuildCommand } from './commands/rebuild.js';
import { addStatusCommand } from './commands/status.js';
import { addVerifyCommand } from './commands/verify.js';
import { type DeploymentOptions, openDeployment } from './deployment.js';
import { explain } from './explain.js';
import { createOutput } from './output.js';
import { UsageError } from './usage-error.js';

/** Every command of mealctl. */
const COMMANDS: readonly AddCommand[] = [
  addStatusCommand,
  addVerifyCommand,
  addRebuildCommand,
  addEventsCommands,
  addDlq,
  addErase,
  addExport,
  addBackup,
];

export interface ProgramOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** @returns the exit code: command.ts says what it means. */
export async function mealctl(argv: readonly string[], options: ProgramOptions): Promise<ExitCode> {
  const { env, write, writeError } = options;
  let exitCode: ExitCode = 0;
  const program = new Command('mealctl')
    .description('Operates a Mealwire deployment.')
    .option('--stack <file>', 'what make run wrote (default: .data/stack.json)')
    .option('--nats-url <url>', 'NATS server (or NATS_URL)')
    .option('--nats-user <user>', 'a NATS user that may administer JetStream (or NATS_USER)')
    .option('--nats-password <password>', 'its password (better: NATS_PASSWORD)')
    .option('--database-url <url>', 'PostgreSQL database of the read model (or DATABASE_URL)')
    .option('--json', 'the result as one line of JSON', false)
    .configureOutput({ writeOut: write, writeErr: writeError })
    .showHelpAfterError('Try --help.')
    .exitOverride();

  const run: Run = async (work) => {
    const { json, ...where } = program.opts<DeploymentOptions & { json: boolean }>();
    const deployment = openDeployment(where, env);
    try {
      exitCode = await work({ deployment, output: createOutput({ json, write, writeError }) });
    } finally {
      await deployment.close();
    }
  };
  for (const addCommand of COMMANDS) addCommand(program, run);

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    return failed(error, writeError);
  }
}

/** Commander throws for `--help` too, and has said what it has to say by then. */
function failed(error: unknown, writeError: (text: string) => void): ExitCode {
  const { code, exitCode } = error as Error & { code?: string; exitCode?: number };
  if (code?.startsWith('commander.') === true) return exitCode === 0 ? 0 : 2;
  writeError(`mealctl: ${explain(error)}\n`);
  return error instanceof UsageError ? 2 : 1;
}
