import type { JournalKeeper } from '../journal/journal-keeper.js';

/** Sees to it that the app reloads over REST what the feed cannot bring any more. */
export interface Reloader {
  /** Something was missed just now: what is being reloaded at the moment may be too old. */
  due(): void;
  /** Asks if it is due, possible, and not under way: also after a restart, or a time at rest. */
  remind(): void;
  stop(): void;
}

export interface ReloaderOptions {
  readonly journal: JournalKeeper;
  /** Whether a request has any prospect now. */
  readonly isPossible: () => boolean;
  /** @returns whether the app has reloaded; never rejects. */
  readonly ask: () => Promise<boolean>;
}

/** From a reload that has failed to the next one. */
const RETRY_MS = 10_000;

export function createReloader({ journal, isPossible, ask }: ReloaderOptions): Reloader {
  let isAsking = false;
  /** Changes with every new reason. */
  let reasons = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function remind(): Promise<void> {
    if (isAsking || timer !== undefined || !journal.current().isReloadDue || !isPossible()) return;
    isAsking = true;
    const answered = reasons;
    const isDone = await ask();
    isAsking = false;
    if (!isDone) timer = setTimeout(again, RETRY_MS);
    else if (answered !== reasons) void remind();
    else journal.update((now) => ({ ...now, isReloadDue: false }));
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function again(): void {
    stop();
    void remind();
  }

  return {
    due: () => {
      reasons += 1;
      journal.update((now) => (now.isReloadDue ? now : { ...now, isReloadDue: true }));
      again();
    },
    remind: () => void remind(),
    stop,
  };
}
