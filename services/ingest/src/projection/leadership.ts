import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database/connection.js';
import { LOCKS, REBUILD_IDLE_MS } from '../database/locks.js';
import type { DatabaseSession } from '../database/session.js';

export interface LeadershipOptions {
  readonly database: Database;
  /** Called once when another process is the active one. */
  readonly onStandby: () => void;
  readonly signal: AbortSignal;
}

/** The server frees the lock of a process that it has not heard of for this long. */
const SESSION_TIMEOUT_MS = 5_000;
const KEEP_ALIVE_MS = 1_500;
const ATTEMPT_MS = 1_000;

/**
 * Waits until this process is the one that writes the read model: it holds the lock for as long as
 * its session lives. A process that is killed loses it at once, one that is stopped or cut off
 * after {@link SESSION_TIMEOUT_MS}.
 * @returns undefined when `signal` was first.
 * @throws DatabaseError without a database.
 */
export async function awaitLeadership({
  database,
  onStandby,
  signal,
}: LeadershipOptions): Promise<DatabaseSession | undefined> {
  const session = await database.openSession({
    name: 'mealwire projection',
    idleTimeoutMs: SESSION_TIMEOUT_MS,
  });
  try {
    // It may have the checkpoint, which the projector waits for in vain and begins anew.
    await session.endStalledHolder(LOCKS.rebuild, REBUILD_IDLE_MS);
    let standby = false;
    while (!signal.aborted) {
      if (await session.tryLock(LOCKS.projection)) {
        keepAlive(session);
        return session;
      }
      if (!standby) onStandby();
      standby = true;
      await session.endStalledHolder(LOCKS.projection, SESSION_TIMEOUT_MS);
      await sleep(ATTEMPT_MS, undefined, { signal }).catch(() => undefined);
    }
  } catch (error) {
    await session.close();
    throw error;
  }
  await session.close();
  return undefined;
}

function keepAlive(session: DatabaseSession): void {
  let underWay = false;
  const timer = setInterval(() => {
    if (underWay) return;
    underWay = true;
    // Waits for its turn behind a transaction, which is a sign of life as well.
    session
      .keepAlive()
      .catch(() => session.close())
      .finally(() => {
        underWay = false;
      })
      .catch(() => undefined);
  }, KEEP_ALIVE_MS);
  session.ended.addEventListener('abort', () => clearInterval(timer));
}
