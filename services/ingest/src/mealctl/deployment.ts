import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Bus, connectBusWithin, withoutLogin } from '@mealwire/bus';
import { createLogger, type Logger } from '@mealwire/telemetry';
import { assertReachable, createDatabase, type Database } from '../database/connection.js';
import { DatabaseError } from '../database/database-error.js';
import { UnavailableError } from './unavailable-error.js';
import { UsageError } from './usage-error.js';

/** Where a deployment is, and the credentials of an operator. */
export interface DeploymentOptions {
  readonly stack?: string | undefined;
  readonly natsUrl?: string | undefined;
  readonly natsUser?: string | undefined;
  readonly natsPassword?: string | undefined;
  readonly databaseUrl?: string | undefined;
}

/** The two stores of a deployment, each connected when a command first asks for it. */
export interface Deployment {
  readonly logger: Logger;
  /** @throws NatsUnavailableError within 5 s */
  bus(): Promise<Bus>;
  database(): Database;
  /** The same, after it has answered. @throws UnavailableError within 5 s */
  reachableDatabase(): Promise<Database>;
  close(): Promise<void>;
}

/** What `make run` says of itself, as far as it is needed here. */
interface StackFile {
  readonly nats: { readonly url: string; readonly passwords: Readonly<Record<string, string>> };
  readonly postgres: { readonly url: string };
}

/** Whatever does not answer by then counts as away. */
const TIMEOUT_MS = 5_000;
const CLOSE_MS = 2_000;
const STACK_FILE = '.data/stack.json';
/** Streams and buckets are administered by nobody else. */
const ADMIN = 'admin';

/**
 * Options win over the environment, and both over the file that `make run` writes, which is only
 * read where they leave something open.
 * @throws UsageError when it is not known where the deployment is.
 */
export function openDeployment(options: DeploymentOptions, env: NodeJS.ProcessEnv): Deployment {
  const logger = createLogger('mealctl', 'silent');
  const stack = readStack(options.stack);
  let bus: Promise<Bus> | undefined;
  let database: Database | undefined;
  const databaseUrl = (): string =>
    options.databaseUrl ?? env['DATABASE_URL'] ?? stack()?.postgres.url ?? missing('DATABASE_URL');
  const openDatabase = (): Database => {
    database ??= createDatabase(databaseUrl());
    return database;
  };
  return {
    logger,
    bus: () => {
      bus ??= connectBusWithin(
        {
          url: options.natsUrl ?? env['NATS_URL'] ?? stack()?.nats.url ?? missing('NATS_URL'),
          user: options.natsUser ?? env['NATS_USER'] ?? ADMIN,
          password:
            options.natsPassword ??
            env['NATS_PASSWORD'] ??
            stack()?.nats.passwords[ADMIN] ??
            missing('NATS_PASSWORD'),
          name: 'mealctl',
          logger,
        },
        TIMEOUT_MS,
      );
      return bus;
    },
    database: openDatabase,
    reachableDatabase: async () => {
      const opened = openDatabase();
      await assertReachable(opened, TIMEOUT_MS).catch((error: unknown) => {
        throw new UnavailableError(databaseAway(databaseUrl(), error), { cause: error });
      });
      return opened;
    },
    close: async () => {
      const opened = await bus?.catch(() => undefined);
      // A server that has gone meanwhile must not keep the command.
      await Promise.race([Promise.all([opened?.close(), database?.close()]), sleep(CLOSE_MS)]);
    },
  };
}

function databaseAway(url: string, error: unknown): string {
  const code = error instanceof DatabaseError ? error.code : 'failed';
  return (
    `PostgreSQL did not answer at ${withoutLogin(url)} (${code}): is it running, and are ` +
    'DATABASE_URL and its password right?'
  );
}

function missing(name: string): never {
  throw new UsageError(
    `It is not known where the deployment is: set ${name}, or start it with make run (${STACK_FILE}).`,
  );
}

function readStack(path: string | undefined): () => StackFile | undefined {
  let read: StackFile | undefined;
  return () => {
    try {
      read ??= JSON.parse(readFileSync(path ?? STACK_FILE, 'utf8')) as StackFile;
      return read;
    } catch {
      if (path === undefined) return undefined;
      throw new UsageError(`${path} is not a file that make run has written.`);
    }
  };
}
