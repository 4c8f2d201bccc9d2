import type { ErrorSink } from '../errors.js';
import { limited } from '../limited.js';
import type { ClientStorage } from '../storage/storage.js';
import { EMPTY_JOURNAL, type Journal, parseJournal, withEarlier } from './journal.js';

/** The journal in memory, and its copy in the storage. */
export interface JournalKeeper {
  current(): Journal;
  /** Takes effect at once, and is stored as soon as it can be. */
  update(change: (journal: Journal) => Journal): void;
  /** Forgets everything, what an earlier start has written included, read or not. */
  clear(): void;
  /** When storing what is {@link current} was tried, or takes too long; never rejects. */
  stored(): Promise<void>;
  /** When the storage has what is {@link current}; pending for as long as it does not take it. */
  saved(): Promise<void>;
  /** When what an earlier start has written is known, or takes too long; never rejects. */
  readonly loaded: Promise<void>;
}

export interface JournalKeeperOptions {
  readonly storage: ClientStorage;
  readonly onChange: () => void;
  /** What an earlier start has written came after {@link JournalKeeper.loaded}. */
  readonly onLateLoad: () => void;
  /** A client that cannot remember still works, until it is restarted. */
  readonly onStorageError: ErrorSink;
}

/** Nobody waits longer for a storage that does not answer. */
const STORAGE_LIMIT_MS = 5_000;

export function createJournalKeeper(options: JournalKeeperOptions): JournalKeeper {
  const { storage, onChange, onStorageError } = options;
  let journal = EMPTY_JOURNAL;
  let isRead = false;
  /** What is still to be read is of no use. */
  let isCleared = false;
  let isLate = false;
  let isChanged = false;
  /** It has taken too long, and has not answered since: nobody waits for it. */
  let isStuck = false;
  let saving: Promise<void> | undefined;
  const waiters: ((isSaved: boolean) => void)[] = [];

  async function read(): Promise<void> {
    const text = await storage.load();
    isRead = true;
    if (text === null || isCleared) return;
    const missed = { ...EMPTY_JOURNAL, isReloadDue: true };
    const kept = withEarlier(journal, parseJournal(text) ?? missed);
    // Without its cursor the client may have gone on from somewhere else.
    journal = { ...kept, isReloadDue: kept.isReloadDue || isLate };
    onChange();
    if (isLate) options.onLateLoad();
  }

  /** One write at a time, and the newest journal with each: what comes meanwhile shares the next. */
  async function save(): Promise<void> {
    await reading;
    let isSaved = true;
    while (isChanged && isSaved) {
      isChanged = false;
      const early = waiters.length;
      isSaved = await write();
      isStuck = false;
      // Whoever came later has it too, unless something has changed since.
      const served = waiters.splice(0, isChanged ? early : waiters.length);
      // What failed is tried again with the next change.
      isChanged ||= !isSaved;
      for (const tell of served) tell(isSaved);
    }
    saving = undefined;
  }

  async function write(): Promise<boolean> {
    try {
      // What could not be read must not be written over: it may hold meals that were not sent.
      if (!isRead) await read();
      await storage.save(JSON.stringify(journal));
      return true;
    } catch (error) {
      onStorageError(error);
      return false;
    }
  }

  /** @returns whether it was saved with the next write. */
  function nextWrite(): Promise<boolean> {
    return new Promise((resolve) => waiters.push(resolve));
  }

  async function saved(): Promise<void> {
    while (isChanged || saving !== undefined) if (await nextWrite()) return;
  }

  async function inTime(start: () => Promise<unknown>): Promise<void> {
    if (isStuck) return;
    try {
      await limited(STORAGE_LIMIT_MS, start);
    } catch (error) {
      isStuck = true;
      onStorageError(error);
    }
  }

  function update(change: (now: Journal) => Journal): void {
    const changed = change(journal);
    if (changed === journal) return;
    journal = changed;
    isChanged = true;
    saving ??= save();
    onChange();
  }

  const reading = read().catch(onStorageError);
  const loaded = inTime(() => reading).then(() => {
    isLate = !isRead;
  });

  return {
    loaded,
    current: () => journal,
    update,
    clear: () => {
      isCleared = true;
      update(() => ({ ...EMPTY_JOURNAL }));
    },
    stored: async () => {
      if (isChanged) saving ??= save();
      if (saving !== undefined) await inTime(nextWrite);
    },
    saved,
  };
}
