import { type SQL, sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { DatabaseError, inDatabase, NO_ANSWER } from './database-error.js';

/** Statements of a transaction, one at a time. */
export type Transaction = Pick<
  PostgresJsDatabase,
  'select' | 'insert' | 'update' | 'delete' | 'execute'
>;

export interface SessionOptions {
  /** Shown in `pg_stat_activity`. */
  readonly name: string;
  /**
   * The server ends a session that it has not heard of for this long, in a transaction or out of
   * one: a stopped process must not keep its locks. Whoever holds one calls {@link keepAlive}.
   */
  readonly idleTimeoutMs?: number;
}

/**
 * One session at the server, never replaced by another one: when it is lost, so are its locks and
 * its temporary tables, and everything asked of it afterwards fails.
 */
export interface DatabaseSession {
  /** @throws DatabaseError; {@link NO_ANSWER} ends the session. */
  transaction<T>(work: (tx: Transaction) => Promise<T>, timeoutMs: number): Promise<T>;
  /** Whether the lock could be had; it ends with the session. */
  tryLock(lock: number): Promise<boolean>;
  /**
   * Ends the session that has the lock if its client has stopped for so long between the parts of a
   * statement: to the server that is not idle, and `idleTimeoutMs` does not end it. Needs
   * `track_activities`, which is on unless somebody has turned it off.
   */
  endStalledHolder(lock: number, stalledMs: number): Promise<void>;
  /** A sign of life. @throws DatabaseError */
  keepAlive(): Promise<void>;
  /** Aborted when the session has ended, whoever ended it. */
  readonly ended: AbortSignal;
  close(): Promise<void>;
}

/** Code of a {@link DatabaseError}: the session has ended. */
const SESSION_ENDED = 'session ended';
const STATEMENT_TIMEOUT_MS = 5_000;

/** @throws DatabaseError when the database cannot be reached. */
export async function openSession(url: string, options: SessionOptions): Promise<DatabaseSession> {
  const ending = new AbortController();
  const { client, close } = connectOnce(url, options, ending);
  const db = drizzle(client);
  const exclusively = oneAfterTheOther();

  const bounded = async <T>(work: () => Promise<T>, timeoutMs: number): Promise<T> => {
    try {
      return await inDatabase(untilEnded(work(), ending.signal), timeoutMs);
    } catch (error) {
      if (error instanceof DatabaseError && error.code === NO_ANSWER) void close();
      throw error;
    }
  };
  const inTransaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    await db.execute(sql`begin`);
    try {
      const result = await work(db);
      await db.execute(sql`commit`);
      return result;
    } catch (error) {
      // A session that has ended has rolled back already.
      await db.execute(sql`rollback`).catch(() => undefined);
      throw error;
    }
  };
  const ask = (question: SQL, timeoutMs = STATEMENT_TIMEOUT_MS) =>
    exclusively(() => bounded(() => db.execute(question), timeoutMs));
  try {
    await ask(sql`select 1`);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    transaction: (work, timeoutMs) =>
      exclusively(() => bounded(() => inTransaction(work), timeoutMs)),
    tryLock: async (lock) => {
      const [row] = await ask(sql`select pg_try_advisory_lock(${lock}) as locked`);
      return row?.['locked'] === true;
    },
    endStalledHolder: async (lock, stalledMs) => void (await ask(stalledHolder(lock, stalledMs))),
    keepAlive: async () => void (await ask(sql`select 1`)),
    ended: ending.signal,
    close,
  };
}

/**
 * Between Parse and Bind the server waits for the client, in a statement that began with Parse; COPY
 * waits like that too, and is not used here. Advisory locks with one key have their lower half in
 * `objid`, and `objsubid` 1 (PostgreSQL's documentation of `pg_locks`).
 */
function stalledHolder(lock: number, stalledMs: number): SQL {
  return sql`
    select pg_terminate_backend(pid)
    from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and granted and classid = 0 and objid = ${lock} and objsubid = 1
      and datname = current_database()
      and state = 'active' and wait_event = 'ClientRead'
      and state_change < clock_timestamp() - make_interval(secs => ${stalledMs / 1_000})`;
}

/**
 * A client with one connection that is never replaced. postgres.js 3.4 connects again by itself and
 * then goes on with the statements of a transaction that died with the old connection, or ends the
 * process with an uncaught error when its `begin` meets a closed connection. So transactions are
 * plain statements here, one at a time, and none reaches the client after the connection has closed.
 */
function connectOnce(
  url: string,
  { name, idleTimeoutMs }: SessionOptions,
  ending: AbortController,
) {
  const connection = postgres(url, {
    max: 1,
    connect_timeout: 2,
    backoff: () => 0.2,
    // The client would replace the connection now and then.
    max_lifetime: null,
    onnotice: () => undefined,
    onclose: () => ending.abort(),
    connection: {
      application_name: name,
      ...(idleTimeoutMs === undefined
        ? {}
        : {
            idle_session_timeout: idleTimeoutMs,
            idle_in_transaction_session_timeout: idleTimeoutMs,
          }),
    },
  });
  const client = new Proxy(connection, {
    get: (target, property) => {
      if (property === 'unsafe' && ending.signal.aborted) throw new DatabaseError(SESSION_ENDED);
      return Reflect.get(target, property);
    },
  });
  const close = async (): Promise<void> => {
    ending.abort();
    await connection.end({ timeout: 1 });
  };
  return { client, close };
}

/**
 * The client never answers a statement that it gets between the error of a connection and its end.
 * @throws DatabaseError when the session ends before the work.
 */
function untilEnded<T>(work: Promise<T>, ended: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => reject(new DatabaseError(SESSION_ENDED));
    // Taken off again: the signal lives as long as the session.
    ended.addEventListener('abort', end, { once: true });
    work.then(resolve, reject).finally(() => ended.removeEventListener('abort', end));
  });
}

/** What waits here cannot be taken over to another connection by the client. */
function oneAfterTheOther(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
