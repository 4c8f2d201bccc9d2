import type { KvOperation } from '../store/kv-entry.js';

/** A change of one key of the bucket `presence`. */
export interface RosterEntry {
  readonly userId: string;
  readonly connectionId: string;
  readonly operation: KvOperation;
  /** 0: the key has vanished without a trace. */
  readonly revision: number;
  /** When the server stored it, ms since the epoch. */
  readonly timeMs: number;
  /** The presence process that wrote it; undefined: none of us. */
  readonly writer: string | undefined;
}

/** What a change means for its user. */
export type Transition = 'online' | 'offline' | undefined;

/**
 * Who is connected, as far as the bucket says: the state that its entries add up to, in the order
 * of the bucket. Every process has the same one.
 */
export interface Roster {
  apply(entry: RosterEntry): Transition;
  isOnline(userId: string): boolean;
  userCount(): number;
  connectionCount(): number;
  /** The bucket is about to be read from the beginning: returns the number of this reading. */
  startReading(): number;
  /** Everything that was in the bucket has been applied. */
  finishReading(): void;
  /** Whether it says who is connected now, or is still being read. */
  isComplete(): boolean;
  /** Connections that have not turned up in that reading or since: the bucket has lost them. */
  missingSince(reading: number): readonly Pick<RosterEntry, 'userId' | 'connectionId'>[];
}

export function createRoster(): Roster {
  /** User → connection → reading in which it turned up last. */
  const users = new Map<string, Map<string, number>>();
  let connections = 0;
  let currentReading = 0;
  let complete = false;

  function add({ userId, connectionId }: RosterEntry): Transition {
    const ofUser = users.get(userId) ?? new Map<string, number>();
    if (!ofUser.has(connectionId)) connections += 1;
    ofUser.set(connectionId, currentReading);
    if (users.has(userId)) return undefined;
    users.set(userId, ofUser);
    return 'online';
  }

  function remove({ userId, connectionId }: RosterEntry): Transition {
    const ofUser = users.get(userId);
    if (ofUser === undefined || !ofUser.delete(connectionId)) return undefined;
    connections -= 1;
    if (ofUser.size > 0) return undefined;
    users.delete(userId);
    return 'offline';
  }

  return {
    apply: (entry) => (entry.operation === 'put' ? add(entry) : remove(entry)),
    isOnline: (userId) => users.has(userId),
    userCount: () => users.size,
    connectionCount: () => connections,
    startReading: () => {
      currentReading += 1;
      complete = false;
      return currentReading;
    },
    finishReading: () => {
      complete = true;
    },
    isComplete: () => complete,
    missingSince: (reading) =>
      [...users].flatMap(([userId, ofUser]) =>
        [...ofUser]
          .filter(([, lastReading]) => lastReading < reading)
          .map(([connectionId]) => ({ userId, connectionId })),
      ),
  };
}
