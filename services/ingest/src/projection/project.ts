import { archive } from '../database/archive.js';
import { lockCheckpoint, writeCheckpoint } from '../database/checkpoint.js';
import { DatabaseError } from '../database/database-error.js';
import { mealLogs } from '../database/schema.js';
import type { DatabaseSession } from '../database/session.js';
import { withoutForgottenUsers } from '../erasure/rows.js';
import { applyEvents } from './apply.js';
import type { Checkpoint } from './domain/history.js';
import { isArchivable } from './domain/storable.js';
import type { StoredEvent } from './stored-event.js';

/** Events that follow a checkpoint, up to a sequence: what lies between them is no event of ours. */
export interface Batch {
  readonly after: Checkpoint;
  readonly upTo: number;
  /** The stream that the events are of. */
  readonly streamCreated: string;
  readonly events: readonly StoredEvent[];
}

/** Somebody else has moved the checkpoint: a rebuild, or another projector. */
export class CheckpointMovedError extends Error {
  override readonly name = 'CheckpointMovedError';
}

/** Longer than a full batch takes. */
const TIMEOUT_MS = 30_000;

/**
 * Rows, archive and checkpoint in one transaction, and only if the checkpoint still is what the
 * batch follows: a projector that was stopped and wakes up again changes nothing.
 * @returns the checkpoint afterwards.
 * @throws CheckpointMovedError, DatabaseError
 */
export function project(session: DatabaseSession, batch: Batch): Promise<Checkpoint> {
  const { after, upTo, streamCreated, events } = batch;
  return session.transaction(async (tx) => {
    const current = await lockCheckpoint(tx);
    if (
      current.sequence !== after.sequence ||
      (current.streamCreated ?? streamCreated) !== streamCreated
    ) {
      throw new CheckpointMovedError('the checkpoint has been moved by somebody else');
    }
    const kept = await withoutForgottenUsers(tx, events);
    await applyEvents(
      tx,
      mealLogs,
      kept.map(({ event }) => event),
    );
    await archive(
      tx,
      kept.filter(({ event }) => isArchivable(event)),
    );
    const next = { sequence: upTo, streamCreated };
    await writeCheckpoint(tx, next);
    return next;
  }, TIMEOUT_MS);
}

/**
 * What {@link isProjectable} leaves out is known beforehand. Should PostgreSQL still refuse a value
 * (SQLSTATE class 22), that event will never get in, and it must not stop the read model for
 * everybody: the events are tried one by one, and it is left out.
 */
export async function projectOrSkip(
  session: DatabaseSession,
  batch: Batch,
  onSkipped: (sequence: number, error: DatabaseError) => void,
): Promise<Checkpoint> {
  try {
    return await project(session, batch);
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code.startsWith('22'))) throw error;
    const [only, ...others] = batch.events;
    if (only === undefined) throw error;
    if (others.length === 0) {
      onSkipped(only.event.sequence, error);
      return project(session, { ...batch, events: [] });
    }
    let after = batch.after;
    for (const stored of batch.events) {
      const single = { ...batch, after, upTo: stored.event.sequence, events: [stored] };
      after = await projectOrSkip(session, single, onSkipped);
    }
    return project(session, { ...batch, after, events: [] });
  }
}
