/**
 * Where a client keeps one short text over restarts: its place in the feed, and the meals that the
 * server does not have yet. Losing it costs a reload, and the meals that were not sent.
 */
export interface ClientStorage {
  /** Null when there is none. */
  load(): Promise<string | null>;
  /** All or nothing: a crash must leave the old text or the new one. */
  save(text: string): Promise<void>;
}

/** As long as the process lives; what it held is given on to the next client that uses it. */
export function memoryStorage(): ClientStorage {
  let kept: string | null = null;
  return {
    load: async () => kept,
    save: async (text) => {
      kept = text;
    },
  };
}

/** `localStorage` or `sessionStorage`, under a key for each user and device. */
export function webStorage(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  key: string,
): ClientStorage {
  return {
    load: async () => storage.getItem(key),
    save: async (text) => storage.setItem(key, text),
  };
}
