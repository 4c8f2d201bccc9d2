import type { RecordedEvent } from '@mealwire/contracts';
import { writeCheckpoint } from '../database/checkpoint.js';
import type { Database } from '../database/connection.js';
import { mealLogs } from '../database/schema.js';
import { withoutForgottenUsers } from '../erasure/rows.js';
import { applyEvents } from '../projection/apply.js';

/** Brings the rows and the checkpoint up to these events; how far the projection is, is a test's. */
export async function projectEvents(
  { db }: Database,
  events: readonly RecordedEvent[],
): Promise<void> {
  const last = events.at(-1);
  if (last === undefined) return;
  await db.transaction(async (tx) => {
    const stored = events.map((event) => ({ event, payload: '' }));
    const kept = await withoutForgottenUsers(tx, stored);
    await applyEvents(
      tx,
      mealLogs,
      kept.map(({ event }) => event),
    );
    await writeCheckpoint(tx, { sequence: last.sequence, streamCreated: undefined });
  });
}
