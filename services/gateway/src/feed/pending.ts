import { MEAL_LOG, readBatch, SUBMITTED } from '@mealwire/bus';
import {
  CE_SUBJECT,
  eventSubject,
  OUTCOME_TYPES,
  parseEventSubject,
  submittedSubject,
} from '@mealwire/contracts';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { Gate } from './gate.js';

export interface PendingReader {
  /** Ids of the user's meals of the last hour that have no outcome yet, oldest first. */
  processing(userId: string): Promise<readonly string[]>;
}

/** As many as SUBMITTED keeps per user. */
const MAX_MEALS = 50;
const WINDOW_MS = 60 * 60 * 1000;

/** Exact subjects only: its cost does not grow with the number of meals in the store. */
export function createPendingReader(jsm: JetStreamManager, gate: Gate): PendingReader {
  return {
    processing: (userId) =>
      gate(async () => {
        const submitted = await readBatch(jsm, SUBMITTED, {
          start_time: new Date(Date.now() - WINDOW_MS),
          next_by_subj: submittedSubject(userId),
          batch: MAX_MEALS,
        });
        const ids = submitted.map(({ header }) => header.get(CE_SUBJECT));
        if (ids.length === 0) return [];
        const subjects = ids.flatMap((id) =>
          OUTCOME_TYPES.map((type) => eventSubject(type, userId, id)),
        );
        const outcomes = await readBatch(jsm, MEAL_LOG, { multi_last: subjects });
        const ended = new Set(outcomes.map(({ subject }) => parseEventSubject(subject).mealLogId));
        return ids.filter((id) => !ended.has(id));
      }),
  };
}
