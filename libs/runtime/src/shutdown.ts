import type { Logger } from '@mealwire/telemetry';

export interface Shutdown {
  /** Adds a step; steps run in the reverse order of their adding, one after the other. */
  onStop(name: string, step: () => Promise<void> | void): void;
  /**
   * Runs every step once, whatever fails in between.
   * @returns false when a step failed or `timeoutMs` passed.
   */
  stop(timeoutMs: number): Promise<boolean>;
}

/** What was started last stops first, so that nothing loses what it stands on. */
export function createShutdown(logger: Logger): Shutdown {
  const steps: { readonly name: string; readonly step: () => Promise<void> | void }[] = [];

  async function runSteps(): Promise<boolean> {
    let clean = true;
    for (const { name, step } of steps.reverse()) {
      try {
        await step();
      } catch (error) {
        clean = false;
        logger.error({ err: error }, `stopping ${name} failed`);
      }
    }
    return clean;
  }

  return {
    onStop: (name, step) => void steps.push({ name, step }),
    stop: async (timeoutMs) => {
      let timer: NodeJS.Timeout | undefined;
      const deadline = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => {
          logger.error(`not stopped within ${timeoutMs} ms`);
          resolve(false);
        }, timeoutMs);
      });
      try {
        return await Promise.race([runSteps(), deadline]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
