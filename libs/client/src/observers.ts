import { limited } from './limited.js';

export interface Observers<A extends unknown[]> {
  /** @returns a function that removes the observer. */
  add(observer: (...values: A) => unknown): () => void;
  /** @returns whether all observers have finished without an error; never rejects. */
  notify(...values: A): Promise<boolean>;
}

/** An observer's promise counts as rejected after this: outcomes behind it wait no longer. */
export const OBSERVER_LIMIT_MS = 60_000;

/** One observer's bug must not cost the others an outcome; `onError` hears of it. */
export function createObservers<A extends unknown[]>(
  onError: (error: unknown) => void,
): Observers<A> {
  const observers = new Set<(...values: A) => unknown>();

  async function call(observer: (...values: A) => unknown, values: A): Promise<boolean> {
    try {
      const result = observer(...values);
      const isPromise = typeof (result as { then?: unknown } | undefined)?.then === 'function';
      if (isPromise) await limited(OBSERVER_LIMIT_MS, async () => result);
      return true;
    } catch (error) {
      onError(error);
      return false;
    }
  }

  return {
    add: (observer) => {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    notify: async (...values) => {
      const results = await Promise.all([...observers].map((observer) => call(observer, values)));
      return results.every(Boolean);
    },
  };
}
