import { MEAL_LOG, readBatch, SUBMITTED } from '@mealwire/bus';
import {
  ANALYSIS_TYPES,
  CE_SUBJECT,
  eventSubject,
  OUTCOME_TYPES,
  parseEventSubject,
  submittedSubject,
} from '@mealwire/contracts';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { Gate } from './gate.js';

export interface PendingReader {
  /** Ids of the user's meals that were submitted or retried in the last hour and wait for an outcome. */
  processing(userId: string): Promise<readonly string[]>;
}

/** As many as SUBMITTED keeps per user. */
const MAX_MEALS = 50;
const WINDOW_MS = 60 * 60 * 1000;

/** What begins an analysis, and what ends it. */
const DECISIVE = [...ANALYSIS_TYPES, ...OUTCOME_TYPES, 'meal_log.deleted'] as const;

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
        const ids = [...new Set(submitted.map(({ header }) => header.get(CE_SUBJECT)))];
        if (ids.length === 0) return [];
        const subjects = ids.flatMap((id) =>
          DECISIVE.map((type) => eventSubject(type, userId, id)),
        );
        const processing = processingAmong(
          await readBatch(jsm, MEAL_LOG, { multi_last: subjects }),
        );
        return ids.filter((id) => processing.has(id));
      }),
  };
}

/** Ids of the meals whose last decisive event begins an analysis. Pure. */
function processingAmong(
  events: readonly { readonly subject: string; readonly seq: number }[],
): ReadonlySet<string> {
  const processing = new Set<string>();
  for (const { subject } of [...events].sort((a, b) => a.seq - b.seq)) {
    const { type, mealLogId } = parseEventSubject(subject);
    if ((ANALYSIS_TYPES as readonly string[]).includes(type)) processing.add(mealLogId);
    else processing.delete(mealLogId);
  }
  return processing;
}
