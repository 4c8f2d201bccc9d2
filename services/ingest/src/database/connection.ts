import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

export interface Database {
  readonly db: PostgresJsDatabase;
  /** Brings the schema up to date; several processes may do so at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any constant: names the lock under which one process at a time migrates. */
const MIGRATION_LOCK = 7_342_001;

/** Connects on first use, and again after every loss. */
export function createDatabase(url: string): Database {
  // A short, steady pause between attempts to connect: reads fall back to the events meanwhile.
  const options = { connect_timeout: 2, backoff: () => 0.2, onnotice: () => undefined };
  const client = postgres(url, options);
  return {
    db: drizzle(client),
    migrate: async () => {
      // A connection of its own: the lock belongs to the session, and ends with it.
      const single = postgres(url, { ...options, max: 1 });
      const db = drizzle(single);
      try {
        await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
        await migrate(db, { migrationsFolder: MIGRATIONS });
      } finally {
        await single.end({ timeout: 1 });
      }
    },
    close: () => client.end({ timeout: 5 }),
  };
}
