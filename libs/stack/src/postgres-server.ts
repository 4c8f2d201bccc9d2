import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.js';
import type { ProcessHooks } from './registry.js';
import { StackError } from './stack-error.js';
import { type Supervised, supervise } from './supervised.js';
import { asUnprivileged, unprivilegedUid } from './unprivileged.js';

const run = promisify(execFile);

export interface PostgresServerOptions {
  readonly port: number;
  /** Data is in `<folder>/data`. */
  readonly folder: string;
  readonly password: string;
  /** False trades durability for speed: for tests that throw the data away. */
  readonly durable: boolean;
  readonly hooks: ProcessHooks;
}

export const POSTGRES_USER = 'mealwire';
const MAJOR_VERSION = '18';
const READY_TIMEOUT_MS = 30_000;
const STOP_GRACE_MS = 10_000;

/** The embedded PostgreSQL: data folder made on first use, TCP on loopback only. */
export async function startPostgresServer(options: PostgresServerOptions): Promise<Supervised> {
  const binaries = await postgresBinaries();
  const dataDir = join(options.folder, 'data');
  await initialise(binaries, options, dataDir);
  const { command, args } = asUnprivileged(binaries.postgres, [
    ...['-D', dataDir],
    ...['-p', String(options.port)],
    ...['-c', 'listen_addresses=127.0.0.1'],
    // Without DETAIL: it quotes rows, i.e. meal texts.
    ...['-c', 'log_error_verbosity=terse'],
    // No socket file: its folder would have to be writable for the unprivileged user too.
    ...['-c', 'unix_socket_directories='],
    ...(options.durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off']),
  ]);
  return supervise({
    name: 'postgres',
    command,
    args,
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    // "Fast" shutdown: ends sessions, writes a checkpoint.
    stopSignal: 'SIGINT',
    stopGraceMs: STOP_GRACE_MS,
    isReady: () => answersQuery(postgresUrl(options, 'postgres')),
    readyTimeoutMs: READY_TIMEOUT_MS,
    ...options.hooks,
  });
}

export function postgresUrl(
  { port, password }: { readonly port: number; readonly password: string },
  database: string,
): string {
  return `postgres://${POSTGRES_USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Creates the database unless it is there. */
export async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end();
  }
}

async function initialise(
  binaries: PostgresBinaries,
  { folder, password }: PostgresServerOptions,
  dataDir: string,
): Promise<void> {
  const version = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined) {
    if (version.trim() === MAJOR_VERSION) return;
    throw new StackError(
      `${dataDir} was written by PostgreSQL ${version.trim()}, this is ${MAJOR_VERSION}`,
      'the read model can be thrown away: delete that folder and start again',
    );
  }
  // Into another folder first: an initdb that is interrupted must not look like a database.
  const fresh = join(folder, 'initialising');
  const passwordFile = join(folder, 'password');
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  const uid = unprivilegedUid();
  if (uid !== undefined) {
    for (const path of [folder, fresh, passwordFile]) await chown(path, uid, uid);
  }
  try {
    const { command, args } = asUnprivileged(binaries.initdb, [
      ...['-D', fresh],
      ...['-U', POSTGRES_USER],
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-instructions',
    ]);
    await run(command, args, { env: { PATH: process.env['PATH'], LC_ALL: 'C' } });
    await rename(fresh, dataDir);
  } catch (error) {
    const output = (error as { stderr?: string }).stderr?.trim() ?? '';
    throw new StackError(`PostgreSQL could not be set up: ${output}`, 'see the message above', {
      cause: error,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function answersQuery(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined });
  try {
    await sql`select 1`;
    return true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
