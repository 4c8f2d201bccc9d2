import { MalformedEventError } from '@mealwire/bus';
import { decodeJson, eventSchemas, isEventType, type RecordedEvent } from '@mealwire/contracts';
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import type { StoredEvent } from '../projection/stored-event.js';
import { type MealLogEventRow, mealLogEvents } from './schema.js';
import type { Transaction } from './session.js';

type Reader = Pick<Transaction, 'select'>;

export function toArchiveRow({ event, payload }: StoredEvent): MealLogEventRow {
  const { id, userId, mealLogId, time, source } = event.metadata;
  return {
    sequence: event.sequence,
    id,
    type: event.type,
    userId,
    mealLogId,
    time,
    source,
    payload,
  };
}

/** @throws MalformedEventError for a row that nobody of us has written. */
export function fromArchiveRow(row: MealLogEventRow): StoredEvent {
  const { sequence, id, type, userId, mealLogId, time, source, payload } = row;
  try {
    if (!isEventType(type)) throw new RangeError('unknown type');
    const data = decodeJson(eventSchemas[type], payload);
    const metadata = { id, userId, mealLogId, time, source };
    return { event: { type, data, metadata, sequence } as RecordedEvent, payload };
  } catch {
    throw new MalformedEventError(`row ${sequence} of the archive is not a meal-log event`);
  }
}

export async function archive(tx: Transaction, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(mealLogEvents).values(events.map(toArchiveRow)).onConflictDoNothing();
}

/** The archive in order, `limit` rows of it after a sequence up to another one. */
export function archivePage(
  db: Reader,
  { after, to, limit }: { readonly after: number; readonly to: number; readonly limit: number },
): Promise<MealLogEventRow[]> {
  return db
    .select()
    .from(mealLogEvents)
    .where(and(gt(mealLogEvents.sequence, after), lte(mealLogEvents.sequence, to)))
    .orderBy(asc(mealLogEvents.sequence))
    .limit(limit);
}

/** Id of the archived event at this sequence. */
export async function archivedId(db: Reader, sequence: number): Promise<string | undefined> {
  const [row] = await db
    .select({ id: mealLogEvents.id })
    .from(mealLogEvents)
    .where(eq(mealLogEvents.sequence, sequence));
  return row?.id;
}
