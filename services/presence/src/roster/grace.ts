/** How long to believe in connections that a new, empty bucket does not know. */
export interface Grace {
  /**
   * The bucket was opened. When it is another one than before, grace begins.
   * @param created when the bucket was made: tells one incarnation from another.
   * @param onOver after `ttlMs`: who has not pinged by now is gone.
   */
  opened(created: string, ttlMs: number, onOver: () => void): void;
  isRunning(): boolean;
  stop(): void;
}

export function createGrace(): Grace {
  let incarnation: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  return {
    opened: (created, ttlMs, onOver) => {
      const replaced = incarnation !== undefined && incarnation !== created;
      incarnation = created;
      if (!replaced) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        onOver();
      }, ttlMs);
    },
    isRunning: () => timer !== undefined,
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
