import { join } from 'node:path';
import type { Plan } from './plan.js';
import { ensureDatabase, postgresUrl, startPostgresServer } from './postgres-server.js';
import type { Registry } from './registry.js';

const DATABASE = 'mealwire';

/** The embedded database, as it will be when it has started. */
export function databaseUrl(port: number, password: string): string {
  return postgresUrl({ port, password }, DATABASE);
}

/** Starts the embedded PostgreSQL and makes the database, empty, on first use. */
export async function startEmbeddedDatabase(
  registry: Registry,
  { postgresPort: port, credentials }: Plan,
  dataDir: string,
  durable: boolean,
): Promise<void> {
  const password = credentials.postgresPassword;
  const url = `postgres://127.0.0.1:${port}`;
  await registry.start({ service: 'postgres', name: 'postgres', port, url }, (hooks) =>
    startPostgresServer({ port, folder: join(dataDir, 'postgres'), password, durable, hooks }),
  );
  await ensureDatabase(postgresUrl({ port, password }, 'postgres'), DATABASE);
}
