import { randomUUID } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { encodeEvent, FEED } from '@mealwire/bus';
import { MealLogCompletedSchema, type MealLogEvent } from '@mealwire/contracts';
import { eventually } from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';

/** Outcomes as the AI publishes them, for any user and in any number. */
export interface Outcomes {
  /** Resolves when the store has acknowledged it. @returns the event's id. */
  publish(userId: string, id?: string): Promise<string>;
  /** One outcome per user, many under way at once; resolves when FEED has them. */
  fill(users: Iterable<string>): Promise<void>;
}

/** Publishes that wait for their acknowledgement. */
const PIPELINE = 256;
const TIMEOUT_MS = 20_000;

export async function createOutcomes(nc: NatsConnection): Promise<Outcomes> {
  const js = jetstream(nc);
  const jsm = await jetstreamManager(nc);
  const inFeed = async (): Promise<number> => (await jsm.streams.info(FEED)).state.last_seq;

  async function publish(userId: string, id: string = randomUUID()): Promise<string> {
    const { subject, headers, payload } = encodeEvent(completed(userId, id));
    await js.publish(subject, payload, { headers, timeout: TIMEOUT_MS });
    return id;
  }

  return {
    publish,
    fill: async (users) => {
      const before = await inFeed();
      let count = 0;
      const rest = users[Symbol.iterator]();
      await Promise.all(
        Array.from({ length: PIPELINE }, async () => {
          for (let next = rest.next(); next.done !== true; next = rest.next()) {
            count += 1;
            await publish(next.value);
          }
        }),
      );
      await eventually(
        async () => {
          if ((await inFeed()) < before + count) throw new Error('FEED does not have them all yet');
        },
        { timeoutMs: TIMEOUT_MS },
      );
    },
  };
}

function completed(userId: string, id: string): MealLogEvent {
  const apple = { name: 'apple', quantity: 1, unit: 'piece', calories: 95 };
  return {
    type: 'meal_log.completed',
    data: create(MealLogCompletedSchema, { userId, mealLogId: id, items: [apple, apple] }),
    metadata: { id, source: 'bench', time: new Date().toISOString(), userId, mealLogId: id },
  };
}
