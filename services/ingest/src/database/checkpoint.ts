import { eq, sql } from 'drizzle-orm';
import type { Checkpoint } from '../projection/domain/history.js';
import { projectionCheckpoints } from './schema.js';
import type { Transaction } from './session.js';

/** Name of the read model's checkpoint. */
const CHECKPOINT = 'meal_logs';
const NOTHING_READ: Checkpoint = { sequence: 0, streamCreated: undefined };

type Reader = Pick<Transaction, 'select'>;

export async function readCheckpoint(db: Reader): Promise<Checkpoint> {
  const [row] = await db
    .select()
    .from(projectionCheckpoints)
    .where(eq(projectionCheckpoints.name, CHECKPOINT));
  return fromRow(row);
}

/** Whoever has it locked is alone with rows and archive until the transaction ends. */
export async function lockCheckpoint(tx: Transaction): Promise<Checkpoint> {
  // There has to be a row to lock.
  await tx
    .insert(projectionCheckpoints)
    .values({ name: CHECKPOINT, sequence: NOTHING_READ.sequence })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(projectionCheckpoints)
    .where(eq(projectionCheckpoints.name, CHECKPOINT))
    .for('update');
  return fromRow(row);
}

export async function writeCheckpoint(tx: Transaction, checkpoint: Checkpoint): Promise<void> {
  const { sequence, streamCreated = null } = checkpoint;
  await tx
    .insert(projectionCheckpoints)
    .values({ name: CHECKPOINT, sequence, streamCreated })
    .onConflictDoUpdate({
      target: projectionCheckpoints.name,
      set: { sequence: sql`excluded.sequence`, streamCreated: sql`excluded.stream_created` },
    });
}

function fromRow(row: typeof projectionCheckpoints.$inferSelect | undefined): Checkpoint {
  if (row === undefined) return NOTHING_READ;
  return { sequence: row.sequence, streamCreated: row.streamCreated ?? undefined };
}
