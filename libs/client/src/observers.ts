export interface Observers<A extends unknown[]> {
  /** @returns a function that removes the observer. */
  add(observer: (...values: A) => unknown): () => void;
  /** @returns whether all observers have finished without an error; never rejects. */
  notify(...values: A): Promise<boolean>;
}

export function createObservers<A extends unknown[]>(): Observers<A> {
  const observers = new Set<(...values: A) => unknown>();
  return {
    add: (observer) => {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    notify: async (...values) => {
      const running = [...observers].map(async (observer) => observer(...values));
      const results = await Promise.allSettled(running);
      for (const result of results) {
        // One observer's bug must not cost the others an outcome; the platform still reports it.
        if (result.status === 'rejected') raiseLater(result.reason);
      }
      return results.every(({ status }) => status === 'fulfilled');
    },
  };
}

/** Not here, but where the platform reports what nobody has caught. */
export function raiseLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
