import { DEAD_LETTERS, isNotFound, readBatch } from '@mealwire/bus';
import type { JetStreamManager } from '@nats-io/jetstream';
import { type DeadLetter, deadLetterOf } from './dead-letter.js';

export interface DeadLetterBox {
  /** All of them, oldest first. */
  all(): Promise<readonly DeadLetter[]>;
  find(id: number): Promise<DeadLetter | undefined>;
  remove(id: number): Promise<void>;
}

const PAGE = 100;

/** For operators: removing needs an administrator's rights. */
export function createDeadLetterBox(jsm: JetStreamManager): DeadLetterBox {
  return {
    all: async () => {
      const letters: DeadLetter[] = [];
      for (let seq = 1; ; ) {
        const page = await readBatch(jsm, DEAD_LETTERS, { seq, next_by_subj: '>', batch: PAGE });
        letters.push(...page.flatMap((stored) => deadLetterOf(stored.seq, stored.string()) ?? []));
        const last = page.at(-1);
        if (last === undefined || page.length < PAGE) return letters;
        seq = last.seq + 1;
      }
    },
    find: async (id) => {
      try {
        const stored = await jsm.direct.getMessage(DEAD_LETTERS, { seq: id });
        return stored === null ? undefined : deadLetterOf(id, stored.string());
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
    remove: async (id) => {
      await jsm.streams.deleteMessage(DEAD_LETTERS, id);
    },
  };
}
