/** How far into the bucket the roster has come. */
export interface Position {
  /** Back to the beginning. */
  reset(): void;
  advance(revision: number): void;
  /** Resolves when that revision is passed, at the latest after `timeoutMs`. */
  reached(revision: number, timeoutMs: number): Promise<void>;
}

export function createPosition(): Position {
  let position = 0;
  const waiting = new Map<() => void, number>();
  return {
    reset: () => {
      position = 0;
    },
    advance: (revision) => {
      position = Math.max(position, revision);
      for (const [resolve, wanted] of waiting) if (wanted <= position) resolve();
    },
    reached: async (revision, timeoutMs) => {
      if (revision <= position) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        const done = (): void => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        waiting.set(done, revision);
      });
    },
  };
}
