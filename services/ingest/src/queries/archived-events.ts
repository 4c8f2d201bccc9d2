import { isEventType, type RecordedEvent } from '@mealwire/contracts';
import { and, asc, eq } from 'drizzle-orm';
import { fromArchiveRow } from '../database/archive.js';
import type { Database } from '../database/connection.js';
import { mealLogEvents } from '../database/schema.js';

/** What the archive holds of one meal log, oldest first. */
export async function readArchivedEvents(
  { db }: Database,
  userId: string,
  mealLogId: string,
): Promise<readonly RecordedEvent[]> {
  const rows = await db
    .select()
    .from(mealLogEvents)
    .where(and(eq(mealLogEvents.userId, userId), eq(mealLogEvents.mealLogId, mealLogId)))
    .orderBy(asc(mealLogEvents.sequence));
  // A type that a newer release has written says nothing to this one.
  return rows.filter(({ type }) => isEventType(type)).map((row) => fromArchiveRow(row).event);
}
