import { keep } from './browser.js';

/** Numbered places of this browser, each for one page at a time. */
export interface Slots {
  /** The lowest free one, from now on until this page is gone. */
  take(): Promise<number>;
  /** Those of these that no page has now. */
  free(of: readonly number[]): Promise<readonly number[]>;
  /**
   * Runs the task with a free slot, which is free again after it; not at all when it is taken.
   * @returns whether it ran.
   */
  borrow(slot: number, task: () => Promise<void>): Promise<boolean>;
}

/** The slot of this tab before it was reloaded. */
const MINE = 'mealwire.slot';
/** After a reload the page before may hold its slot for a moment longer. */
const RELOAD_MS = 2_000;

/** Slots by Web Locks: the browser itself gives back what a closed or crashed page had. */
export function createSlots(locks: LockManager, tab: Storage | null): Slots {
  function borrow(
    slot: number,
    task: () => Promise<void>,
    options: LockOptions = { ifAvailable: true },
  ): Promise<boolean> {
    return locks.request(lockName(slot), options, async (lock) => {
      if (lock !== null) await task();
      return lock !== null;
    });
  }

  /** @returns whether it was to be had; it is never given back. */
  function hold(slot: number, options?: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const forGood = () => {
        resolve(true);
        return new Promise<void>(() => undefined);
      };
      borrow(slot, forGood, options).then(
        () => resolve(false),
        () => resolve(false),
      );
    });
  }

  async function lowestFree(): Promise<number> {
    for (let slot = 0; ; slot += 1) if (await hold(slot)) return slot;
  }

  return {
    take: async () => {
      const before = Number.parseInt(tab?.getItem(MINE) ?? '', 10);
      const isBack =
        Number.isInteger(before) &&
        (await hold(before, { signal: AbortSignal.timeout(RELOAD_MS) }));
      const slot = isBack ? before : await lowestFree();
      if (tab !== null) keep(tab, MINE, String(slot));
      return slot;
    },
    free: async (of) => {
      const { held = [] } = await locks.query();
      const names = new Set(held.map(({ name }) => name));
      return of.filter((slot) => !names.has(lockName(slot)));
    },
    borrow,
  };
}

function lockName(slot: number): string {
  return `mealwire.device.${slot}`;
}
