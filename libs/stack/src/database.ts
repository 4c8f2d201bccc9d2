import { join } from 'node:path';
import { ensureDatabase, postgresUrl, startPostgresServer } from './postgres-server.js';
import type { Registry } from './registry.js';

const DATABASE = 'mealwire';

/**
 * Starts the embedded PostgreSQL with an empty database in it.
 * @returns the database's URL.
 */
export async function embeddedDatabase(
  registry: Registry,
  options: {
    readonly dataDir: string;
    readonly port: number;
    readonly password: string;
    readonly durable: boolean;
  },
): Promise<string> {
  const { dataDir, port, password, durable } = options;
  const url = postgresUrl({ port, password }, DATABASE);
  await registry.start(
    { service: 'postgres', name: 'postgres', port, url: `postgres://127.0.0.1:${port}` },
    (hooks) =>
      startPostgresServer({ port, folder: join(dataDir, 'postgres'), password, durable, ...hooks }),
  );
  await ensureDatabase(postgresUrl({ port, password }, 'postgres'), DATABASE);
  return url;
}
