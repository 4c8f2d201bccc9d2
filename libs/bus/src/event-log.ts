import { setTimeout as sleep } from 'node:timers/promises';
import type { JetStreamManager, MsgRequest, NextMsgRequest } from '@nats-io/jetstream';
import type { EventMessage } from './event-codec.js';
import { isNotFound, messageOf, readBatch } from './stored-messages.js';
import { MEAL_LOG } from './topology.js';

/** Where MEAL_LOG stands, as its leader says. */
export interface EventLogState {
  /** When the stream was made: sequences of one that was made at another time mean nothing. */
  readonly created: string;
  readonly messages: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
}

/** MEAL_LOG as a whole, in its order. */
export interface EventLog {
  state(): Promise<EventLogState>;
  /**
   * Everything that is stored from one sequence to another, both included, in pages of bounded size.
   * Complete, although a replica may answer that is behind.
   */
  read(from: number, to: number): AsyncGenerator<readonly EventMessage[], void, undefined>;
  /** When the first message from this sequence on was stored; undefined: there is none. */
  storedAt(from: number): Promise<Date | undefined>;
}

const PAGE_MESSAGES = 500;
const PAGE_BYTES = 4 * 1024 * 1024;
/** A replica that is behind has caught up by then, or something is wrong with it. */
const LAG_WAIT_MS = 200;
const LAG_WAITS = 25;

export function createEventLog(jsm: JetStreamManager): EventLog {
  return {
    state: async () => {
      const { created, state } = await jsm.streams.info(MEAL_LOG);
      return {
        created,
        messages: state.messages,
        firstSequence: state.first_seq,
        lastSequence: state.last_seq,
      };
    },
    read: (from, to) => read(jsm, from, to),
    storedAt: async (from) => {
      const [message] = await readBatch(jsm, MEAL_LOG, { seq: Math.max(1, from), batch: 1 });
      return message?.time;
    },
  };
}

async function* read(
  jsm: JetStreamManager,
  from: number,
  to: number,
): AsyncGenerator<readonly EventMessage[], void, undefined> {
  let next = Math.max(1, from);
  let waits = 0;
  while (next <= to) {
    const stored = await readBatch(jsm, MEAL_LOG, {
      seq: next,
      batch: Math.min(PAGE_MESSAGES, to - next + 1),
      max_bytes: PAGE_BYTES,
    });
    const page = stored.filter(({ seq }) => seq <= to);
    const last = page.at(-1);
    if (last !== undefined) {
      yield page.map(messageOf);
      next = last.seq + 1;
      waits = 0;
    } else if (stored.length > 0 || !(await leaderHas(jsm, next, to))) {
      return;
    } else {
      waits += 1;
      if (waits > LAG_WAITS) throw new Error(`a replica of ${MEAL_LOG} does not catch up`);
      await sleep(LAG_WAIT_MS);
    }
  }
}

/** Nothing there: deleted, or not with this replica yet? Only the leader knows. */
async function leaderHas(jsm: JetStreamManager, from: number, to: number): Promise<boolean> {
  try {
    // The server takes the same requests as for Direct Get; the types of nats.js 3.3 do not say so.
    const request: NextMsgRequest = { seq: from, next_by_subj: 'meal_log.>' };
    const next = await jsm.streams.getMessage(MEAL_LOG, request as MsgRequest);
    return next !== null && next.seq <= to;
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
