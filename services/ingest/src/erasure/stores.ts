import { FEED, LAST_SEEN, MEAL_LOG, PRESENCE, RECEIPTS, SUBMITTED } from '@mealwire/bus';
import {
  decodeKeyToken,
  decodeToken,
  encodeKeyToken,
  encodeToken,
  feedSubject,
  submittedSubject,
} from '@mealwire/contracts';
import type { StoredMsg } from '@nats-io/jetstream';
import { JetStreamApiCodes, JetStreamApiError, type JetStreamManager } from '@nats-io/jetstream';

/** A stream that holds something about users, and where the user stands in it. */
export interface UserStore {
  readonly stream: string;
  /** What one user has in it. */
  filterOf(userId: string): string;
  /** What everybody has in it. */
  readonly everybody: string;
  /** Position of the user in a subject. */
  readonly userToken: number;
  readonly decode: (token: string) => string;
}

const byToken = { decode: decodeToken } as const;
const byKey = { userToken: 2, decode: decodeKeyToken } as const;

/** Events, and what the server has made of them; MEAL_LOG first, as the others are fed by it. */
export const EVENT_STORES: readonly UserStore[] = [
  {
    ...byToken,
    stream: MEAL_LOG,
    filterOf: (userId) => `meal_log.*.${encodeToken(userId)}.*`,
    everybody: 'meal_log.*.*.*',
    userToken: 2,
  },
  { ...byToken, stream: FEED, filterOf: feedSubject, everybody: 'feed.*', userToken: 1 },
  {
    ...byToken,
    stream: SUBMITTED,
    filterOf: submittedSubject,
    everybody: 'submitted.*',
    userToken: 1,
  },
];

/** Buckets. */
export const KEY_STORES: readonly UserStore[] = [
  {
    ...byKey,
    stream: `KV_${PRESENCE}`,
    filterOf: (userId) => `$KV.${PRESENCE}.${encodeKeyToken(userId)}.*`,
    everybody: `$KV.${PRESENCE}.*.*`,
  },
  {
    ...byKey,
    stream: `KV_${LAST_SEEN}`,
    filterOf: (userId) => `$KV.${LAST_SEEN}.${encodeKeyToken(userId)}`,
    everybody: `$KV.${LAST_SEEN}.*`,
  },
  {
    ...byKey,
    stream: `KV_${RECEIPTS}`,
    filterOf: (userId) => `$KV.${RECEIPTS}.${encodeKeyToken(userId)}.*`,
    everybody: `$KV.${RECEIPTS}.*.*`,
  },
];

/**
 * Messages of a stream under a filter, oldest first, as the leader has them. One at a time: a
 * replica that lags behind must not hide one, and a user's are few. None, where there is no such
 * stream.
 */
export async function* messagesOf(
  jsm: JetStreamManager,
  stream: string,
  filter: string,
): AsyncGenerator<StoredMsg> {
  for (let seq = 1; ; ) {
    const message = await nextMessage(jsm, stream, filter, seq);
    if (message === undefined) return;
    yield message;
    seq = message.seq + 1;
  }
}

async function nextMessage(
  jsm: JetStreamManager,
  stream: string,
  filter: string,
  seq: number,
): Promise<StoredMsg | undefined> {
  try {
    const query = { seq, next_by_subj: filter };
    return (await jsm.streams.getMessage(stream, query)) ?? undefined;
  } catch (error) {
    if (isMissingStream(error)) return undefined;
    throw error;
  }
}

export function isMissingStream(error: unknown): boolean {
  return error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound;
}

/** Whether a dead letter is about this user: in its subject, a header or its payload. */
export function mentions(message: StoredMsg, userId: string): boolean {
  const tokens = [encodeToken(userId), encodeKeyToken(userId)];
  const named = (text: string): boolean =>
    text === userId || text.split('.').some((token) => tokens.includes(token));
  if (named(message.subject)) return true;
  for (const [, values] of message.header ?? []) if (values.some(named)) return true;
  const payload = message.string();
  return payload.includes(JSON.stringify(userId)) || payload.split(/[."\s]/).some(named);
}
