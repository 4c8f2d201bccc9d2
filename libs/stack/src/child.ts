import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ChildSpec {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Every line of stdout and stderr. */
  readonly onLine: (line: string) => void;
}

export interface Child {
  readonly pid: number;
  /** How it ended, e.g. `exit code 1` or `signal SIGKILL`. */
  readonly ended: Promise<ChildEnd>;
  isRunning(): boolean;
  /** Sends the signal and waits; SIGKILL after `graceMs`. Resolves when it has ended. */
  stop(signal: NodeJS.Signals, graceMs: number): Promise<ChildEnd>;
}

export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * Starts a program in a process group of its own: a Ctrl-C in the terminal then reaches only the
 * stack, which stops its parts in order.
 */
export async function startChild(spec: ChildSpec): Promise<Child> {
  const child = spawn(spec.command, spec.args, {
    env: spec.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    ...(spec.cwd === undefined ? {} : { cwd: spec.cwd }),
  });
  const ended = endOf(child);
  readLines(child, spec.onLine);
  const pid = await pidOf(child);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid,
    ended,
    isRunning,
    stop: async (signal, graceMs) => {
      if (!isRunning()) return ended;
      child.kill(signal);
      // A stopped (SIGSTOP) process cannot act on any signal but SIGKILL.
      child.kill('SIGCONT');
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      try {
        return await ended;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

function endOf(child: ChildProcess): Promise<ChildEnd> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
}

function pidOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => resolve(child.pid as number));
    child.once('error', reject);
  });
}

function readLines(child: ChildProcess, onLine: (line: string) => void): void {
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', onLine);
  }
}
