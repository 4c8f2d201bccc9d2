import type { EventLog } from '@mealwire/bus';
import { readCheckpoint } from '../database/checkpoint.js';
import type { Database } from '../database/connection.js';
import { inDatabase } from '../database/database-error.js';

/** How far the read model is behind MEAL_LOG. */
export interface Lag {
  /** Sequences behind; one that was erased counts as well. */
  readonly events: number;
  /** When the first event that is not in the read model was stored; undefined: there is none. */
  readonly oldestAt: Date | undefined;
}

export async function readLag({ db }: Database, log: EventLog): Promise<Lag> {
  const checkpoint = await inDatabase(readCheckpoint(db));
  const { created, lastSequence, messages } = await log.state();
  const { sequence, streamCreated } = checkpoint;
  // Of another stream, nothing is in the read model.
  const read = streamCreated === undefined || streamCreated === created ? sequence : 0;
  const events = messages === 0 ? 0 : Math.max(0, lastSequence - read);
  return { events, oldestAt: events === 0 ? undefined : await log.storedAt(read + 1) };
}
