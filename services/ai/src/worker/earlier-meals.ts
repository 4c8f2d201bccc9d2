import { decodeEvent, MEAL_LOG, messageOf, readBatch } from '@mealwire/bus';
import {
  encodeToken,
  eventSubject,
  OUTCOME_TYPES,
  parseEventSubject,
  type RecordedEvent,
} from '@mealwire/contracts';
import type { Consumer, JetStreamManager, StoredMsg } from '@nats-io/jetstream';

/** Which of a user's earlier submissions still wait for their outcome, in whatever process. */
export interface EarlierMeals {
  /** Ids of the meals that the user submitted before this one and that have not ended. */
  openBefore(event: RecordedEvent): Promise<readonly string[]>;
  /** Those of them that still have not. */
  stillOpen(userId: string, mealLogIds: readonly string[]): Promise<readonly string[]>;
}

const PAGE = 100;
/** A meal that was deleted gets no outcome any more. */
const ENDINGS = [...OUTCOME_TYPES, 'meal_log.deleted'] as const;

/**
 * Reads the answer from the stream and the consumer that all processes share, so nothing has to be
 * told or remembered. What has not ended is not acknowledged, hence behind the consumer's ack
 * floor: only that part of the stream is read, and nothing at all while a meal is alone.
 */
export function createEarlierMeals(consumer: Consumer, jsm: JetStreamManager): EarlierMeals {
  const stillOpen: EarlierMeals['stillOpen'] = async (userId, mealLogIds) => {
    if (mealLogIds.length === 0) return [];
    const subjects = mealLogIds.flatMap((id) =>
      ENDINGS.map((type) => eventSubject(type, userId, id)),
    );
    const endings = await readBatch(jsm, MEAL_LOG, { multi_last: subjects });
    const ended = new Set(endings.map(({ subject }) => parseEventSubject(subject).mealLogId));
    return mealLogIds.filter((id) => !ended.has(id));
  };
  return {
    stillOpen,
    openBefore: async ({ metadata: { userId }, sequence }) => {
      const { num_ack_pending, ack_floor } = await consumer.info();
      if (num_ack_pending <= 1) return [];
      const open: string[] = [];
      for (let from = ack_floor.stream_seq + 1; from < sequence; ) {
        const page = await readBatch(jsm, MEAL_LOG, {
          seq: from,
          next_by_subj: `meal_log.created.${encodeToken(userId)}.*`,
          batch: PAGE,
        });
        const ids = page.filter(({ seq }) => seq < sequence).flatMap(mealLogIdOf);
        open.push(...(await stillOpen(userId, ids)));
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) break;
        from = last.seq + 1;
      }
      return open;
    },
  };
}

/** A message that is no event of ours will never have an outcome: nobody waits for it. */
function mealLogIdOf(message: StoredMsg): readonly string[] {
  try {
    return [decodeEvent(messageOf(message)).metadata.mealLogId];
  } catch {
    return [];
  }
}
