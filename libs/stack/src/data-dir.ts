import { readFile, rm } from 'node:fs/promises';
import { StackError } from './stack-error.js';
import { type ProcessInfo, readStackFile, stackFile } from './stack-file.js';

const STOP_POLL_MS = 50;
const STOP_TIMEOUT_MS = 10_000;

/**
 * Makes sure that no other stack uses this data folder. A stack that was killed leaves its parts
 * running: these are stopped first.
 * @throws StackError when a living stack has it.
 */
export async function claimDataDir(dataDir: string, log: (line: string) => void): Promise<void> {
  const previous = await readStackFile(dataDir);
  if (previous === undefined) return;
  if (await isOurs(previous.pid, 'stack')) {
    throw new StackError(
      `a stack with this data folder is running already (process ${previous.pid})`,
      `stop it first, or use another folder: DATA_DIR=… make run`,
    );
  }
  // Last started, first stopped, as ever: services end quickly only while NATS is there.
  for (const left of [...previous.processes].reverse()) await stopLeftover(left, log);
  await rm(stackFile(dataDir), { force: true });
}

async function stopLeftover(left: ProcessInfo, log: (line: string) => void): Promise<void> {
  const { pid } = left;
  if (pid === undefined || !(await isOurs(pid, left.service))) return;
  log(`stopping ${left.name} (process ${pid}), left behind by a stack that was killed`);
  process.kill(pid, left.service === 'postgres' ? 'SIGINT' : 'SIGTERM');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isAlive(pid)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, STOP_POLL_MS));
  }
}

/** Process ids are used again: only one whose command line still fits is ours to stop. */
async function isOurs(pid: number, service: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  // Without /proc (macOS) a living process id has to do for the stack itself.
  if (commandLine === undefined) return service === 'stack';
  const program = service === 'nats' ? 'nats-server' : service;
  return commandLine.includes(program);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
