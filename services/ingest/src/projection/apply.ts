import type { RecordedEvent } from '@mealwire/contracts';
import { and, inArray, sql } from 'drizzle-orm';
import { fromRow, toRow } from '../database/meal-log-rows.js';
import type { mealLogs } from '../database/schema.js';
import type { Transaction } from '../database/session.js';
import { evolve } from '../meal-log/domain/evolve.js';
import type { MealLog } from '../meal-log/domain/meal-log.js';
import { isProjectable } from './domain/storable.js';

/**
 * Brings the rows of a table up to these events, which come right after those that the table has
 * had. The projector and the rebuild do it with the same function, so that they cannot differ.
 */
export async function applyEvents(
  tx: Transaction,
  table: typeof mealLogs,
  events: readonly RecordedEvent[],
): Promise<void> {
  const batch = events.filter(isProjectable);
  if (batch.length === 0) return;
  const states = await loadStates(tx, table, batch);
  const changed = new Map<string, MealLog>();
  for (const event of batch) {
    const key = keyOf(event.metadata.userId, event.metadata.mealLogId);
    const known = states.get(key);
    const next = evolve(known, event);
    if (next === undefined || next === known) continue;
    states.set(key, next);
    changed.set(key, next);
  }
  await saveStates(tx, table, [...changed.values()]);
}

async function loadStates(
  tx: Transaction,
  table: typeof mealLogs,
  batch: readonly RecordedEvent[],
): Promise<Map<string, MealLog>> {
  const ids = [...new Set(batch.map((event) => event.metadata.mealLogId))];
  const users = [...new Set(batch.map((event) => event.metadata.userId))];
  const rows = await tx
    .select()
    .from(table)
    .where(and(inArray(table.userId, users), inArray(table.id, ids)));
  return new Map(rows.map((row) => [keyOf(row.userId, row.id), fromRow(row)]));
}

async function saveStates(
  tx: Transaction,
  table: typeof mealLogs,
  states: readonly MealLog[],
): Promise<void> {
  if (states.length === 0) return;
  await tx
    .insert(table)
    .values(states.map(toRow))
    .onConflictDoUpdate({
      target: [table.userId, table.id],
      set: {
        status: sql`excluded.status`,
        text: sql`excluded.text`,
        mealType: sql`excluded.meal_type`,
        correctedAt: sql`excluded.corrected_at`,
        deletedAt: sql`excluded.deleted_at`,
        completedAt: sql`excluded.completed_at`,
        result: sql`excluded.result`,
        failureReason: sql`excluded.failure_reason`,
        failureMessage: sql`excluded.failure_message`,
        version: sql`excluded.version`,
      },
    });
}

/** NUL is in no id. */
function keyOf(userId: string, mealLogId: string): string {
  return `${userId}\0${mealLogId}`;
}
