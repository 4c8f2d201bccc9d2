import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import { inDatabase } from './database-error.js';
import { LOCKS } from './locks.js';
import { type DatabaseSession, openSession, type SessionOptions } from './session.js';

export interface Database {
  readonly db: PostgresJsDatabase;
  /** What `db` speaks through, for what it has no words for: COPY. */
  readonly client: Sql;
  /** Brings the schema up to date; several processes may do so at once. */
  migrate(): Promise<void>;
  /** A connection of its own, for what belongs to a session: locks, temporary tables. */
  openSession(options: SessionOptions): Promise<DatabaseSession>;
  close(): Promise<void>;
}

const CLOSE_TIMEOUT_S = 5;

/** Connects on first use, and again after every loss. */
export function createDatabase(url: string): Database {
  // A short, steady pause between attempts to connect: reads fall back to the events meanwhile.
  const options = { connect_timeout: 2, backoff: () => 0.2, onnotice: () => undefined };
  const client = postgres(url, options);
  return {
    db: drizzle(client),
    client,
    migrate: async () => {
      // A connection of its own: the lock belongs to the session, and ends with it.
      const single = postgres(url, { ...options, max: 1 });
      const db = drizzle(single);
      try {
        await db.execute(sql`select pg_advisory_lock(${LOCKS.migration})`);
        await migrate(db, { migrationsFolder: migrationsFolder() });
      } finally {
        await single.end({ timeout: 1 });
      }
    },
    openSession: (sessionOptions) => openSession(url, sessionOptions),
    close: () => client.end({ timeout: CLOSE_TIMEOUT_S }),
  };
}

/** @throws DatabaseError when the database does not answer within that time. */
export async function assertReachable({ db }: Database, timeoutMs: number): Promise<void> {
  await inDatabase(db.execute(sql`select 1`), timeoutMs);
}

/** Beside the package's sources, its compiled code, and what scripts/run-ts.mjs puts together. */
function migrationsFolder(): string {
  for (let folder = fileURLToPath(new URL('.', import.meta.url)); ; folder = dirname(folder)) {
    const migrations = join(folder, 'migrations');
    if (existsSync(migrations) || folder === dirname(folder)) return migrations;
  }
}
