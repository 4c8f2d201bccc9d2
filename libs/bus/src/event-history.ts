import { mealLogSubject, type RecordedEvent } from '@mealwire/contracts';
import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';
import { eventIn } from './event-codec.js';
import { messageOf, readBatch } from './stored-messages.js';
import { MEAL_LOG } from './topology.js';

export interface EventHistory {
  /**
   * Every event of one meal log that MEAL_LOG holds, oldest first, from this sequence on. Messages
   * under its subject that are no events of ours are left out.
   */
  eventsOf(
    userId: string,
    mealLogId: string,
    fromSequence: number,
  ): Promise<readonly RecordedEvent[]>;
}

/** More than almost every meal log has: one request. */
const PAGE = 100;

export function createEventHistory(jsm: JetStreamManager): EventHistory {
  return {
    eventsOf: async (userId, mealLogId, fromSequence) => {
      const messages: StoredMsg[] = [];
      for (let seq = fromSequence; ; ) {
        const page = await readBatch(jsm, MEAL_LOG, {
          seq,
          next_by_subj: mealLogSubject(userId, mealLogId),
          batch: PAGE,
        });
        messages.push(...page);
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) break;
        seq = last.seq + 1;
      }
      return messages.flatMap((message) => eventIn(messageOf(message)) ?? []);
    },
  };
}
