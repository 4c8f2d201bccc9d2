import { MEAL_LOG, readBatch } from '@mealwire/bus';
import { CE_ID, type ChangeType, eventSubject } from '@mealwire/contracts';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { EarlierEvent } from './repetition.js';

/** All events of one type of a meal log, oldest first. */
export type PastChanges = (
  type: ChangeType,
  userId: string,
  mealLogId: string,
) => Promise<readonly EarlierEvent[]>;

const PAGE = 256;

/** An exact subject: what it costs grows with the changes of this meal only. */
export function createPastChanges(jsm: JetStreamManager): PastChanges {
  return async (type, userId, mealLogId) => {
    const found: EarlierEvent[] = [];
    for (let from = 1; ; ) {
      const page = await readBatch(jsm, MEAL_LOG, {
        seq: from,
        next_by_subj: eventSubject(type, userId, mealLogId),
        batch: PAGE,
      });
      found.push(...page.map(({ header, seq }) => ({ id: header.get(CE_ID), sequence: seq })));
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return found;
      from = last.seq + 1;
    }
  };
}
