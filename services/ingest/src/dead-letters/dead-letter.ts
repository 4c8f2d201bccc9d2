import { z } from 'zod';

/** A message of MEAL_LOG that one of its consumers will not be given again. */
export interface DeadLetter {
  /** Its sequence in DEAD_LETTERS: the number that operators use. */
  readonly id: number;
  readonly at: string;
  readonly consumer: string;
  /** Of the message, in MEAL_LOG. */
  readonly sequence: number;
  readonly deliveries: number;
  readonly cause: string;
}

/** The server's advisories `io.nats.jetstream.advisory.v1.terminated` and `…max_deliver`. */
const advisory = z.object({
  type: z.string(),
  timestamp: z.string(),
  consumer: z.string(),
  stream_seq: z.int(),
  deliveries: z.int(),
  reason: z.string().optional(),
});

const MAX_DELIVERIES = 'io.nats.jetstream.advisory.v1.max_deliver';

/** Undefined: it is no advisory that we know. */
export function deadLetterOf(id: number, payload: string): DeadLetter | undefined {
  const parsed = advisory.safeParse(parseJson(payload));
  if (!parsed.success) return undefined;
  const { type, timestamp, consumer, stream_seq, deliveries, reason } = parsed.data;
  const cause = type === MAX_DELIVERIES ? 'out of deliveries' : (reason ?? 'terminated');
  return { id, at: timestamp, consumer, sequence: stream_seq, deliveries, cause };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
