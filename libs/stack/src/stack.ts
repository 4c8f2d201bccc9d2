import { join } from 'node:path';
import { loadCredentials } from './credentials.js';
import { claimDataDir } from './data-dir.js';
import { startEmbeddedDatabase } from './database.js';
import { createLogPrinter } from './log-printer.js';
import { provisionNats, startEmbeddedNats } from './nats.js';
import { planStack } from './plan.js';
import { createRegistry, type Registry } from './registry.js';
import type { ServiceName } from './service-specs.js';
import { startServices } from './services.js';
import { type StackInfo, writeStackFile } from './stack-file.js';
import type { Supervised } from './supervised.js';

export interface StackOptions {
  readonly dataDir: string;
  /** `default`: the documented ports, or free ones where taken. `free`: always free ones. */
  readonly ports: 'default' | 'free';
  /** More settings for the services, e.g. AI_ARTIFICIAL_DELAY_MS. */
  readonly env?: NodeJS.ProcessEnv;
  /** How many processes of a service; one by default. */
  readonly instances?: Partial<Record<ServiceName, number>>;
  /** An existing NATS instead of the embedded one: a server, or those of a cluster with commas. */
  readonly natsUrl?: string | undefined;
  /** Copies of every stream and bucket, for a cluster; one by default. */
  readonly natsReplicas?: number;
  /** An existing PostgreSQL database instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** False: PostgreSQL may lose data in a power failure, and is faster. */
  readonly durable?: boolean;
  /** Takes readable log lines; a stack without it is quiet. */
  readonly write?: (text: string) => void;
  readonly color?: boolean;
}

export interface Stack {
  info(): StackInfo;
  /** A process by its name in `info()`, e.g. `gateway-1`. */
  process(name: string): Supervised;
  /** Stops everything in order. Safe to call again. */
  stop(): Promise<void>;
}

/**
 * Starts NATS, PostgreSQL and every service, each in its own process, and keeps them running.
 * @throws StackError with what to do about it; whatever was started is stopped again.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, instances = {} } = options;
  const printer = createLogPrinter({
    logDir: join(dataDir, 'logs'),
    color: options.color ?? false,
    write: options.write,
  });
  const release = await claimDataDir(dataDir, printer.note);
  const file = createStackFileWriter();
  const registry = createRegistry(printer, () => file.update(registry));
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      await registry.stopAll();
      await file.written();
      await printer.close();
      await release();
    })();
    return stopped;
  };
  try {
    const plan = await planStack(options, await loadCredentials(dataDir), printer.note);
    file.describe(plan.info);
    if (!plan.info.nats.external) await startEmbeddedNats(registry, plan, dataDir);
    await provisionNats(plan.nats, options.natsReplicas ?? 1, printer);
    if (!plan.info.postgres.external) {
      await startEmbeddedDatabase(registry, plan, dataDir, options.durable ?? true);
    }
    await startServices(registry, {
      instances,
      portOf: plan.portOf,
      env: { ...process.env, ...options.env },
      around: plan,
    });
    await file.written();
  } catch (error) {
    await stop();
    throw error;
  }
  return { info: file.info, process: registry.get, stop };
}

/** Keeps stack.json true, one write after the other. */
function createStackFileWriter() {
  let info: StackInfo | undefined;
  let writing = Promise.resolve();
  const write = (next: StackInfo): void => {
    info = next;
    writing = writing.then(() => writeStackFile(next));
  };
  return {
    describe: write,
    update: (registry: Registry): void => {
      if (info !== undefined) write({ ...info, processes: registry.list() });
    },
    written: (): Promise<void> => writing,
    info: (): StackInfo => {
      if (info === undefined) throw new Error('the stack has not started');
      return info;
    },
  };
}
