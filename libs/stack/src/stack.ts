import { join } from 'node:path';
import { loadCredentials } from './credentials.js';
import { claimDataDir } from './data-dir.js';
import { embeddedDatabase } from './database.js';
import { createLogPrinter } from './log-printer.js';
import { embeddedNats, externalNats, provisionNats } from './nats.js';
import { choosePort, freePort } from './ports.js';
import { createRegistry, type Registry } from './registry.js';
import { DEFAULT_PORTS, SERVICE_NAMES, type ServiceName } from './service-specs.js';
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
  /** An existing NATS instead of the embedded one. */
  readonly natsUrl?: string | undefined;
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
  const printer = createLogPrinter({
    logDir: join(options.dataDir, 'logs'),
    color: options.color ?? false,
    write: options.write,
  });
  await claimDataDir(options.dataDir, printer.note);
  const file = createStackFileWriter();
  const registry = createRegistry(printer, () => file.update(registry));
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      await registry.stopAll();
      await file.written();
      await printer.close();
    })();
    return stopped;
  };
  try {
    const credentials = await loadCredentials(options.dataDir);
    const pick = async (name: string, preferred: number): Promise<number> => {
      if (options.ports === 'free') return freePort();
      const port = await choosePort(preferred);
      if (port !== preferred) printer.note(`port ${preferred} is taken, ${name} gets ${port}`);
      return port;
    };
    const nats =
      options.natsUrl === undefined
        ? await embeddedNats(registry, {
            dataDir: options.dataDir,
            port: await pick('nats', 4222),
            monitorPort: await pick('nats monitoring', 8222),
            passwords: credentials.nats,
          })
        : externalNats(options.natsUrl);
    await provisionNats(nats, printer);
    const databaseUrl =
      options.databaseUrl ??
      (await embeddedDatabase(registry, {
        dataDir: options.dataDir,
        port: await pick('postgres', 5432),
        password: credentials.postgresPassword,
        durable: options.durable ?? true,
      }));
    const ports = await pickServicePorts(options, pick);
    const portOf = (service: ServiceName, instance = 1): number =>
      ports.get(`${service}-${instance}`) as number;
    const origin = `http://127.0.0.1:${portOf('gateway')}`;
    file.describe({
      pid: process.pid,
      startedAt: new Date().toISOString(),
      dataDir: options.dataDir,
      origin,
      webSocketUrl: `${origin.replace('http', 'ws')}/ws/meal-logs`,
      nats: nats.info,
      postgres: { url: databaseUrl, external: options.databaseUrl !== undefined },
      auth: { jwtSecret: credentials.jwtSecret, tokenUrl: `${origin}/dev/token` },
      processes: [],
    });
    await startServices(registry, {
      instances: options.instances ?? {},
      portOf,
      env: { ...process.env, ...options.env },
      around: {
        nats,
        databaseUrl,
        credentials,
        ingestUrl: `http://127.0.0.1:${portOf('ingest')}`,
        consoleUrl: `http://127.0.0.1:${portOf('console')}`,
      },
    });
    await file.written();
  } catch (error) {
    await stop();
    throw error;
  }
  return { info: file.info, process: registry.get, stop };
}

/** All ports before the first service starts: services name each other in their settings. */
async function pickServicePorts(
  { instances = {} }: StackOptions,
  pick: (name: string, preferred: number) => Promise<number>,
): Promise<ReadonlyMap<string, number>> {
  const ports = new Map<string, number>();
  for (const service of SERVICE_NAMES) {
    for (let instance = 1; instance <= (instances[service] ?? 1); instance++) {
      const name = `${service}-${instance}`;
      // Further processes of a service are 100 ports apart: 8080, 8180, 8280.
      const preferred = DEFAULT_PORTS[service] + (instance - 1) * 100;
      ports.set(name, await pick(name, preferred));
    }
  }
  return ports;
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
