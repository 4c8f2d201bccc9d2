import { type EventLog, type EventMessage, MalformedEventError } from '@mealwire/bus';
import type { Logger } from '@mealwire/telemetry';
import { archivedId } from '../database/archive.js';
import { readCheckpoint } from '../database/checkpoint.js';
import type { DatabaseSession } from '../database/session.js';
import { type Checkpoint, historyProblem } from './domain/history.js';
import { isProjectable } from './domain/storable.js';
import { CheckpointMovedError, projectOrSkip } from './project.js';
import { type StoredEvent, storedEvent } from './stored-event.js';

/** What has to be looked at anew before anything else is projected. */
export class HistoryInDoubtError extends Error {
  override readonly name = 'HistoryInDoubtError';
}

/** Writes the read model, in the order of the stream, from the checkpoint on. */
export interface Projector {
  /**
   * Reads the checkpoint, which is the truth about what has been projected, and compares it with
   * the stream. To be called first, and again after {@link HistoryInDoubtError}.
   * @returns why nothing can be projected; undefined: all is well.
   */
  begin(): Promise<string | undefined>;
  /** Projects what is in the stream and not yet in the read model. */
  catchUp(): Promise<void>;
  /**
   * Projects these messages and, before each, whatever lies between it and the checkpoint; what is
   * at or below the checkpoint is skipped.
   * @throws HistoryInDoubtError when a message is not what should come now.
   */
  take(messages: readonly EventMessage[]): Promise<void>;
}

export interface ProjectorOptions {
  readonly session: DatabaseSession;
  readonly log: EventLog;
  /** Ends a long way to catch up between two pages. */
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

const READ_TIMEOUT_MS = 5_000;

export function createProjector(options: ProjectorOptions): Projector {
  const { session, log, signal, logger } = options;
  let checkpoint: Checkpoint = { sequence: 0, streamCreated: undefined };
  let streamCreated = '';

  async function begin(): Promise<string | undefined> {
    const found = await session.transaction(async (tx) => {
      const stored = await readCheckpoint(tx);
      return { stored, archivedId: await archivedId(tx, stored.sequence) };
    }, READ_TIMEOUT_MS);
    checkpoint = found.stored;
    const { created, lastSequence } = await log.state();
    const storedId = await eventIdAt(log, checkpoint.sequence);
    const { archivedId: archived } = found;
    streamCreated = created;
    return historyProblem(checkpoint, { created, lastSequence, storedId, archivedId: archived });
  }

  async function commit(messages: readonly EventMessage[]): Promise<void> {
    const last = messages.at(-1);
    if (last === undefined) return;
    const events = decodeAll(messages, logger);
    const batch = { after: checkpoint, upTo: last.seq, streamCreated, events };
    checkpoint = await projectOrSkip(session, batch, (sequence, error) => {
      logger.error({ err: error, sequence }, 'an event cannot be projected');
    }).catch((error: unknown) => {
      throw error instanceof CheckpointMovedError ? inDoubt(error) : error;
    });
  }

  async function catchUpTo(sequence: number): Promise<void> {
    for await (const page of log.read(checkpoint.sequence + 1, sequence)) {
      signal.throwIfAborted();
      await commit(page);
    }
  }

  return {
    begin,
    catchUp: async () => catchUpTo((await log.state()).lastSequence),
    take: async (messages) => {
      const ordered = [...messages].sort((a, b) => a.seq - b.seq);
      const isFresh = ({ seq }: EventMessage): boolean => seq > checkpoint.sequence;
      // A redelivery as a rule; but a stream that was made anew begins with low sequences, too.
      if (!ordered.every(isFresh) && (await begin()) !== undefined) throw inDoubt(undefined);
      // Asked again: a database that was restored meanwhile has a lower checkpoint.
      for (const run of consecutiveRuns(ordered.filter(isFresh))) {
        const first = run[0]?.seq ?? 0;
        if (first > checkpoint.sequence + 1) await catchUpTo(first - 1);
        await commit(run.filter(isFresh));
      }
    },
  };
}

function inDoubt(cause: unknown): HistoryInDoubtError {
  return new HistoryInDoubtError('checkpoint and stream have to be compared again', { cause });
}

/** Undefined: it is not there, or is no event. */
async function eventIdAt(log: EventLog, sequence: number): Promise<string | undefined> {
  if (sequence === 0) return undefined;
  for await (const [message] of log.read(sequence, sequence)) {
    return message === undefined ? undefined : decodeAll([message])[0]?.event.metadata.id;
  }
  return undefined;
}

/** Messages whose sequences follow each other: between two runs there may be others. */
function consecutiveRuns(messages: readonly EventMessage[]): EventMessage[][] {
  const runs: EventMessage[][] = [];
  for (const message of messages) {
    const run = runs.at(-1);
    if (run?.at(-1)?.seq === message.seq - 1) run.push(message);
    else runs.push([message]);
  }
  return runs;
}

/** What is no event of ours must not stand in the way of the ones that follow. */
function decodeAll(messages: readonly EventMessage[], logger?: Logger): StoredEvent[] {
  return messages.flatMap((message) => {
    try {
      const stored = storedEvent(message);
      if (!isProjectable(stored.event)) {
        logger?.error({ sequence: message.seq }, 'an event cannot be projected');
      }
      return [stored];
    } catch (error) {
      if (!(error instanceof MalformedEventError)) throw error;
      logger?.error({ err: error }, 'an event is malformed and was skipped');
      return [];
    }
  });
}
