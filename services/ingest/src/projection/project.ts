import type { EventStore } from '@mealwire/bus';
import type { RecordedEvent } from '@mealwire/contracts';
import { and, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';
import { fromRow, toRow } from '../database/meal-log-rows.js';
import { mealLogs, projectionCheckpoints } from '../database/schema.js';
import { evolve, fold, type MealLog } from '../meal-log/domain/meal-log.js';

/** Name of this projection's checkpoint. */
const CHECKPOINT = 'meal_logs';
/** Longer than a full batch takes; it may be tried again while the first try still runs. */
const TIMEOUT_MS = 30_000;

type Transaction = Parameters<Parameters<Database['db']['transaction']>[0]>[0];

/**
 * Brings the rows up to these events: rows and checkpoint in one transaction. Applying an event
 * twice, or beside another process, changes nothing: a row only ever moves to a higher version.
 */
export async function project(
  { db }: Database,
  events: EventStore,
  batch: readonly RecordedEvent[],
): Promise<void> {
  const last = batch.at(-1);
  if (last === undefined) return;
  const work = db.transaction(async (tx) => {
    const states = await loadStates(tx, batch);
    for (const event of batch) {
      const key = keyOf(event.metadata.userId, event.metadata.mealLogId);
      const known = states.get(key);
      const next = lacksEvents(known, event) ? await catchUp(events, event) : evolve(known, event);
      if (next !== undefined) states.set(key, next);
    }
    await saveStates(tx, [...states.values()]);
    await tx
      .insert(projectionCheckpoints)
      .values({ name: CHECKPOINT, sequence: last.sequence })
      .onConflictDoUpdate({
        target: projectionCheckpoints.name,
        set: { sequence: sql`greatest(${projectionCheckpoints.sequence}, excluded.sequence)` },
      });
  });
  await inDatabase(work, TIMEOUT_MS);
}

/**
 * Whether another process has taken an event that comes before this one: an outcome needs its
 * `created`, a delivery its outcome.
 */
function lacksEvents(known: MealLog | undefined, { type }: RecordedEvent): boolean {
  if (known === undefined) return type !== 'meal_log.created';
  return type === 'meal_log.delivered' && known.status === 'processing';
}

/** The stream knows them all. */
async function catchUp(events: EventStore, event: RecordedEvent): Promise<MealLog | undefined> {
  return fold(await events.lastEvents(event.metadata.userId, event.metadata.mealLogId));
}

async function loadStates(
  tx: Transaction,
  batch: readonly RecordedEvent[],
): Promise<Map<string, MealLog>> {
  const ids = [...new Set(batch.map((event) => event.metadata.mealLogId))];
  const users = [...new Set(batch.map((event) => event.metadata.userId))];
  const rows = await tx
    .select()
    .from(mealLogs)
    .where(and(inArray(mealLogs.userId, users), inArray(mealLogs.id, ids)));
  return new Map(rows.map((row) => [keyOf(row.userId, row.id), fromRow(row)]));
}

async function saveStates(tx: Transaction, states: readonly MealLog[]): Promise<void> {
  if (states.length === 0) return;
  await tx
    .insert(mealLogs)
    .values(states.map(toRow))
    .onConflictDoUpdate({
      target: [mealLogs.userId, mealLogs.id],
      set: {
        status: sql`excluded.status`,
        completedAt: sql`excluded.completed_at`,
        result: sql`excluded.result`,
        failureReason: sql`excluded.failure_reason`,
        failureMessage: sql`excluded.failure_message`,
        version: sql`excluded.version`,
      },
      setWhere: sql`${mealLogs.version} < excluded.version`,
    });
}

/** NUL is in no id. */
function keyOf(userId: string, mealLogId: string): string {
  return `${userId}\0${mealLogId}`;
}
