import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createCredentials,
  ensureDatabase,
  freePort,
  postgresUrl,
  quietHooks,
  type Supervised,
  startPostgresServer,
} from '@mealwire/stack';

export interface TestPostgres {
  readonly server: Supervised;
  /** Makes an empty database and returns its URL. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** A real PostgreSQL of its own, thrown away afterwards. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'mealwire-postgres-'));
  const { postgresPassword: password } = createCredentials();
  const port = await freePort();
  const server = await startPostgresServer({
    port,
    folder,
    password,
    durable: false,
    hooks: quietHooks,
  });
  return {
    server,
    database: async (name) => {
      await ensureDatabase(postgresUrl({ port, password }, 'postgres'), name);
      return postgresUrl({ port, password }, name);
    },
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
