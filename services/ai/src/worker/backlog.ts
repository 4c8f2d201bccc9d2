import { MEAL_LOG } from '@mealwire/bus';
import { ANALYSIS_TYPES, eventFilter } from '@mealwire/contracts';
import type { Consumer, JetStreamManager } from '@nats-io/jetstream';

/** The meals that have no outcome yet, of the whole system. */
export interface Backlog {
  /** Not taken up by any process. */
  readonly waiting: number;
  /** Being analysed, or between two attempts. */
  readonly inProgress: number;
  /** When the oldest of them all was submitted, or asked for again; undefined: there is none. */
  readonly oldestAt: Date | undefined;
}

/** The first of them behind the ack floor is the oldest one without an outcome. */
export async function readBacklog(consumer: Consumer, jsm: JetStreamManager): Promise<Backlog> {
  const { num_pending, num_ack_pending, ack_floor } = await consumer.info();
  const counts = { waiting: num_pending, inProgress: num_ack_pending };
  if (num_pending + num_ack_pending === 0) return { ...counts, oldestAt: undefined };
  const firsts = await Promise.all(
    ANALYSIS_TYPES.map((type) =>
      jsm.direct.getMessage(MEAL_LOG, {
        seq: ack_floor.stream_seq + 1,
        next_by_subj: eventFilter(type),
      }),
    ),
  );
  const [oldest] = firsts.filter((message) => message !== null).sort((a, b) => a.seq - b.seq);
  return { ...counts, oldestAt: oldest?.time };
}
