export interface Observers<T> {
  /** @returns a function that removes the observer. */
  add(observer: (value: T) => void): () => void;
  notify(value: T): void;
}

export function createObservers<T>(): Observers<T> {
  const observers = new Set<(value: T) => void>();
  return {
    add: (observer) => {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    notify: (value) => {
      for (const observer of [...observers]) {
        try {
          observer(value);
        } catch (error) {
          // One observer's bug must not cost the others an outcome; the platform still reports it.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}
