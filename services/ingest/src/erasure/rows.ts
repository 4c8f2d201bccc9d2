import { erasedUserDigest, type Tombstone } from '@mealwire/bus';
import type { RecordedEvent } from '@mealwire/contracts';
import { and, eq, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { erasedLeftovers, erasedUsers, mealLogEvents, mealLogs } from '../database/schema.js';
import type { Transaction } from '../database/session.js';
import type { StoredEvent } from '../projection/stored-event.js';
import type { ErasureCounts } from './dependencies.js';

/** A user's years of meals in one statement. */
const TIMEOUT_MS = 60_000;
/** Leftovers that one sweep takes up. */
const MAX_LEFTOVERS = 100;

/**
 * What of these events may become rows: all but those of users who were forgotten. To be called
 * first in the transaction that writes them. The lock is what makes it certain: an erasure either
 * waits until this transaction has committed, and then deletes its rows, or has told of itself
 * before, and is seen here.
 */
export async function withoutForgottenUsers(
  tx: Transaction,
  events: readonly StoredEvent[],
): Promise<readonly StoredEvent[]> {
  const forgotten = await lockForgottenUsers(tx);
  const late = events.filter(({ event }) => isForgottenIn(forgotten, event));
  if (late.length === 0) return events;
  await tx
    .insert(erasedLeftovers)
    .values(late.map(({ event: { sequence } }) => ({ sequence })))
    .onConflictDoNothing();
  return events.filter(({ event }) => !isForgottenIn(forgotten, event));
}

/** Digest of a user → when the erasure ended; null: it is under way. */
export type ForgottenUsers = ReadonlyMap<string, Date | null>;

/** Who is forgotten, until this transaction ends: no erasure can tell of itself before. */
export async function lockForgottenUsers(tx: Transaction): Promise<ForgottenUsers> {
  await tx.execute(sql`lock table ${erasedUsers} in share mode`);
  const rows = await tx.select().from(erasedUsers);
  return new Map(rows.map(({ digest, erasedAt }) => [digest, erasedAt]));
}

/** Whether the event is of a user's time before they were forgotten. */
export function isForgottenIn(forgotten: ForgottenUsers, { metadata }: RecordedEvent): boolean {
  if (forgotten.size === 0) return false;
  const at = forgotten.get(erasedUserDigest(metadata.userId));
  return at === null || (at !== undefined && Date.parse(metadata.time) <= at.getTime());
}

/**
 * What an erasure says of itself: nothing of this user becomes a row from here on. Whoever is late
 * changes nothing: an erasure that has ended since it began stays so, as the user may have begun
 * anew.
 * @param erasedAt null: while it is under way.
 */
export function markErasure(
  database: Database,
  { digest, atMs }: Pick<Tombstone, 'digest' | 'atMs'>,
  erasedAt: Date | null,
): Promise<void> {
  const isOurs = or(isNull(erasedUsers.erasedAt), lt(erasedUsers.erasedAt, new Date(atMs)));
  return mark(database, digest, erasedAt, isOurs);
}

/** What a tombstone says, whatever the database knew. */
export function markErased(database: Database, digest: string, erasedAt: Date): Promise<void> {
  return mark(database, digest, erasedAt, undefined);
}

async function mark(
  { db }: Database,
  digest: string,
  erasedAt: Date | null,
  onlyIf: SQL | undefined,
): Promise<void> {
  const marked = db
    .insert(erasedUsers)
    .values({ digest, erasedAt })
    .onConflictDoUpdate({
      target: erasedUsers.digest,
      set: { erasedAt },
      ...(onlyIf === undefined ? {} : { setWhere: onlyIf }),
    });
  await inDatabase(marked.execute(), TIMEOUT_MS);
}

/** The digests that the database knows, and since when. */
export async function markedUsers({ db }: Database): Promise<ReadonlyMap<string, number | null>> {
  const rows = await inDatabase(db.select().from(erasedUsers).execute());
  return new Map(rows.map(({ digest, erasedAt }) => [digest, erasedAt?.getTime() ?? null]));
}

/**
 * Deletes what the database has of the user: meals, and their events in the archive.
 * @param until left out: all of it; else what had been submitted by then.
 */
export async function removeRows(
  database: Database,
  userId: string,
  until?: Date,
): Promise<ErasureCounts> {
  const remove = async (tx: Transaction): Promise<ErasureCounts> => {
    const rows = await tx
      .delete(mealLogs)
      .where(
        and(
          eq(mealLogs.userId, userId),
          until === undefined ? undefined : lte(mealLogs.createdAt, until),
        ),
      );
    // As they were written by toISOString(), times sort like text.
    const events = await tx
      .delete(mealLogEvents)
      .where(
        and(
          eq(mealLogEvents.userId, userId),
          until === undefined ? undefined : lte(mealLogEvents.time, until.toISOString()),
        ),
      );
    return { meal_logs: rows.count, meal_log_events: events.count };
  };
  const session = await database.openSession({ name: 'erasure', idleTimeoutMs: TIMEOUT_MS });
  try {
    return await session.transaction(remove, TIMEOUT_MS);
  } finally {
    await session.close();
  }
}

export async function usersWithRows({ db }: Database): Promise<readonly string[]> {
  const [rows, events] = await Promise.all([
    inDatabase(db.selectDistinct({ userId: mealLogs.userId }).from(mealLogs).execute(), TIMEOUT_MS),
    inDatabase(
      db.selectDistinct({ userId: mealLogEvents.userId }).from(mealLogEvents).execute(),
      TIMEOUT_MS,
    ),
  ]);
  return [...rows, ...events].map(({ userId }) => userId);
}

/** Sequences of events that came after their user was forgotten. */
export async function leftovers({ db }: Database): Promise<readonly number[]> {
  const rows = await inDatabase(db.select().from(erasedLeftovers).limit(MAX_LEFTOVERS).execute());
  return rows.map(({ sequence }) => sequence);
}

export async function forgetLeftover({ db }: Database, sequence: number): Promise<void> {
  await inDatabase(
    db.delete(erasedLeftovers).where(eq(erasedLeftovers.sequence, sequence)).execute(),
  );
}
