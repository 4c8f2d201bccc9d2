import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SupervisedStatus } from './supervised.js';

/** One process of the stack. */
export interface ProcessInfo {
  /** E.g. `gateway`. */
  readonly service: string;
  /** E.g. `gateway-1`. */
  readonly name: string;
  /** Absent while it is being restarted. */
  readonly pid?: number;
  readonly status: SupervisedStatus;
  readonly restarts: number;
  readonly port: number;
  readonly url: string;
  /** Raw log lines of this process. */
  readonly logFile: string;
}

/**
 * Everything that runs and how to reach it, for tools and tests: `.data/stack.json`. Holds
 * development credentials, so only its owner may read it.
 */
export interface StackInfo {
  readonly pid: number;
  readonly startedAt: string;
  readonly dataDir: string;
  /** The one address that a phone needs. */
  readonly origin: string;
  readonly webSocketUrl: string;
  readonly nats: {
    readonly url: string;
    readonly monitorUrl?: string;
    readonly external: boolean;
    /** Password by user; empty with an external server. */
    readonly passwords: Readonly<Record<string, string>>;
  };
  readonly postgres: { readonly url: string; readonly external: boolean };
  readonly auth: { readonly jwtSecret: string; readonly tokenUrl: string };
  readonly processes: readonly ProcessInfo[];
}

export function stackFile(dataDir: string): string {
  return join(dataDir, 'stack.json');
}

/** Replaces the file as a whole: a reader never sees half of it. */
export async function writeStackFile(info: StackInfo): Promise<void> {
  const file = stackFile(info.dataDir);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(info, null, 2)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

/** Undefined when no stack was ever started here. */
export async function readStackFile(dataDir: string): Promise<StackInfo | undefined> {
  try {
    return JSON.parse(await readFile(stackFile(dataDir), 'utf8')) as StackInfo;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
