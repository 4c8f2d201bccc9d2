/** Where the read model stands. */
export interface Checkpoint {
  /** Highest sequence of MEAL_LOG whose effect is committed; 0: none. */
  readonly sequence: number;
  /** When the stream that it was read from was made; undefined: nothing has been read yet. */
  readonly streamCreated: string | undefined;
}

/** What is known of the stream, as far as it tells whether the checkpoint is one of this stream. */
export interface StreamHistory {
  readonly created: string;
  readonly lastSequence: number;
  /** Id of the event at the checkpoint in the stream; undefined: it is not there (any more). */
  readonly storedId: string | undefined;
  /** Id of the event at the checkpoint in the archive; undefined: it is not there. */
  readonly archivedId: string | undefined;
}

/**
 * Why the read model cannot go on from this stream; undefined: it can. Going on all the same would
 * mix two histories: the sequences of one mean nothing in the other.
 */
export function historyProblem(checkpoint: Checkpoint, stream: StreamHistory): string | undefined {
  const { sequence, streamCreated } = checkpoint;
  if (streamCreated !== undefined && streamCreated !== stream.created) {
    return `the read model is of the MEAL_LOG made at ${streamCreated}, this one was made at ${stream.created}`;
  }
  if (sequence > stream.lastSequence) {
    return `the read model is at sequence ${sequence}, MEAL_LOG ends at ${stream.lastSequence}: it was restored to an older state`;
  }
  const { storedId, archivedId } = stream;
  if (storedId !== undefined && archivedId !== undefined && storedId !== archivedId) {
    return `event ${sequence} of MEAL_LOG is not the one that was read: it was restored to an older state and has gone on since`;
  }
  return undefined;
}
