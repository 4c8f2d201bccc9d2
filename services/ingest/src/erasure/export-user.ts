import {
  DEAD_LETTERS,
  FEED,
  LAST_SEEN,
  MEAL_LOG,
  PRESENCE,
  RECEIPTS,
  SUBMITTED,
} from '@mealwire/bus';
import type { StoredMsg } from '@nats-io/jetstream';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { inDatabase } from '../database/database-error.js';
import { mealLogEvents, mealLogs } from '../database/schema.js';
import type { ErasureDependencies } from './dependencies.js';
import type { userExport } from './documentation.js';
import { EVENT_STORES, KEY_STORES, mentions, messagesOf } from './stores.js';

export type UserExport = z.output<typeof userExport>;
type Stores = Pick<ErasureDependencies, 'jsm' | 'database' | 'now'>;
type ExportedMessage = Record<string, unknown>;

const TIMEOUT_MS = 60_000;

/** All that an erasure would delete, from the same places. */
export async function exportUser(stores: Stores, userId: string): Promise<UserExport> {
  const { jsm, database, now } = stores;
  const messages = new Map<string, readonly ExportedMessage[]>();
  for (const { stream, filterOf } of [...EVENT_STORES, ...KEY_STORES]) {
    messages.set(stream, await collect(messagesOf(jsm, stream, filterOf(userId))));
  }
  const dead = await collect(messagesOf(jsm, DEAD_LETTERS, '>'), (m) => mentions(m, userId));
  const rows = database.db.select().from(mealLogs).where(eq(mealLogs.userId, userId));
  const archive = database.db
    .select()
    .from(mealLogEvents)
    .where(eq(mealLogEvents.userId, userId))
    .orderBy(mealLogEvents.sequence);
  const of = (stream: string): ExportedMessage[] => [...(messages.get(stream) ?? [])];
  return {
    user_id: userId,
    exported_at: now().toISOString(),
    events: of(MEAL_LOG),
    feed: of(FEED),
    submitted: of(SUBMITTED),
    dead_letters: [...dead],
    presence: of(`KV_${PRESENCE}`),
    last_seen: of(`KV_${LAST_SEEN}`),
    receipts: of(`KV_${RECEIPTS}`),
    meal_logs: await inDatabase(rows.execute(), TIMEOUT_MS),
    archive: await inDatabase(archive.execute(), TIMEOUT_MS),
  };
}

async function collect(
  messages: AsyncIterable<StoredMsg>,
  isTheirs: (message: StoredMsg) => boolean = () => true,
): Promise<readonly ExportedMessage[]> {
  const collected: ExportedMessage[] = [];
  for await (const message of messages) {
    if (isTheirs(message)) collected.push(toExport(message));
  }
  return collected;
}

/** A message as it is stored; its payload as JSON where it is that. */
function toExport(message: StoredMsg): ExportedMessage {
  const headers: Record<string, string> = {};
  for (const [name, values] of message.header ?? []) headers[name] = values.join(', ');
  return {
    subject: message.subject,
    sequence: message.seq,
    stored_at: message.time.toISOString(),
    headers,
    data: parsed(message.string()),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
