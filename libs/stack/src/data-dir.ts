import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { entryOf, isServiceName } from './service-specs.js';
import { StackError } from './stack-error.js';
import { type ProcessInfo, readStackFile, stackFile } from './stack-file.js';

const STOP_POLL_MS = 50;
const STOP_TIMEOUT_MS = 10_000;

/**
 * Makes sure that no other stack uses this data folder. A stack that was killed leaves its parts
 * running: these are stopped first.
 * @returns gives the folder back.
 * @throws StackError when a living stack has it.
 */
export async function claimDataDir(
  dataDir: string,
  log: (line: string) => void,
): Promise<() => Promise<void>> {
  const release = await lock(dataDir);
  const previous = await readStackFile(dataDir);
  const leftovers = previous?.processes ?? [];
  for (const left of leftovers.toSorted((a, b) => stopRank(a) - stopRank(b))) {
    await stopLeftover(left, dataDir, log);
  }
  await rm(stackFile(dataDir), { force: true });
  return release;
}

/** Services first, then PostgreSQL, then NATS: they end quickly only while what they use is there. */
function stopRank({ service }: ProcessInfo): number {
  return ['postgres', 'nats'].indexOf(service);
}

/** A file that only one can create, with the owner's process id in it. */
async function lock(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'lock');
  await mkdir(dataDir, { recursive: true });
  for (;;) {
    try {
      const handle = await open(file, 'wx');
      await handle.writeFile(`${process.pid} ${await startTimeOf(process.pid)}`);
      await handle.close();
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const [owner = '', startTime] = (await readFile(file, 'utf8').catch(() => '')).split(' ');
    if (isAlive(Number(owner)) && (await startTimeOf(Number(owner))) === startTime) {
      throw new StackError(
        `a stack with this data folder is running already (process ${owner})`,
        'stop it first, or use another folder: DATA_DIR=… make run',
      );
    }
    await rm(file, { force: true });
  }
}

async function stopLeftover(
  left: ProcessInfo,
  dataDir: string,
  log: (line: string) => void,
): Promise<void> {
  const { pid } = left;
  if (pid === undefined || !(await isOurs(pid, left.service, dataDir))) return;
  log(`stopping ${left.name} (process ${pid}), left behind by a stack that was killed`);
  process.kill(pid, left.service === 'postgres' ? 'SIGINT' : 'SIGTERM');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while ((await commandLineOf(pid)) !== undefined) {
    if (Date.now() > deadline) process.kill(pid, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, STOP_POLL_MS));
  }
}

/** Process ids are used again: only one whose command line is the one we gave it is ours to stop. */
async function isOurs(pid: number, service: string, dataDir: string): Promise<boolean> {
  const mark = isServiceName(service) ? entryOf(service) : join(dataDir, service);
  return (await commandLineOf(pid))?.includes(mark) ?? false;
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Tells a process from a later one with the same id; empty where the system does not say. */
async function startTimeOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // proc(5): field 22, counted from behind the name, which may contain anything.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** Undefined: there is no such process any more. Empty where the system does not tell (macOS). */
async function commandLineOf(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) return undefined;
  if (process.platform !== 'linux') return '';
  // A process that has ended and is not waited for yet has no command line left.
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) || undefined;
}
