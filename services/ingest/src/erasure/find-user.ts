import { erasedUserDigest } from '@mealwire/bus';
import type { JetStreamManager } from '@nats-io/jetstream';
import type { ErasureDependencies } from './dependencies.js';
import { usersWithRows } from './rows.js';
import { EVENT_STORES, isMissingStream, KEY_STORES, type UserStore } from './stores.js';

/**
 * Everybody of whom something is held, by the digest that a tombstone has: it does not say whose it
 * is. Asks for all users, so only after an interruption or a restoration.
 */
export async function usersByDigest({
  jsm,
  database,
}: Pick<ErasureDependencies, 'jsm' | 'database'>): Promise<ReadonlyMap<string, string>> {
  const users = new Set(await usersWithRows(database));
  for (const store of [...EVENT_STORES, ...KEY_STORES]) {
    for (const userId of await usersOf(jsm, store)) users.add(userId);
  }
  return new Map([...users].map((userId) => [erasedUserDigest(userId), userId]));
}

async function usersOf(jsm: JetStreamManager, store: UserStore): Promise<readonly string[]> {
  const { stream, everybody, userToken, decode } = store;
  try {
    const { state } = await jsm.streams.info(stream, { subjects_filter: everybody });
    return Object.keys(state.subjects ?? {}).flatMap((subject) => {
      try {
        return [decode(subject.split('.')[userToken] ?? '')];
      } catch {
        // Not a user's: somebody has written into the stream by hand.
        return [];
      }
    });
  } catch (error) {
    if (isMissingStream(error)) return [];
    throw error;
  }
}
