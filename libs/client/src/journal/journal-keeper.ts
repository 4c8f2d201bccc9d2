import type { ClientStorage } from '../storage/storage.js';
import { EMPTY_JOURNAL, type Journal, parseJournal } from './journal.js';

/** The journal in memory, and its copy in the storage. */
export interface JournalKeeper {
  current(): Journal;
  /** Takes effect at once. @returns when the storage has it; never rejects. */
  update(change: (journal: Journal) => Journal): Promise<void>;
  /** When what an earlier start has written is part of {@link current}; never rejects. */
  readonly loaded: Promise<void>;
}

export interface JournalKeeperOptions {
  readonly storage: ClientStorage;
  readonly onChange: () => void;
  /** A client that cannot remember still works, until it is restarted. */
  readonly onStorageError: (error: unknown) => void;
}

export function createJournalKeeper(options: JournalKeeperOptions): JournalKeeper {
  const { storage, onChange, onStorageError } = options;
  let journal = EMPTY_JOURNAL;
  let saving: Promise<void> | undefined;
  let isChanged = false;

  async function load(): Promise<void> {
    try {
      const text = await storage.load();
      if (text === null) return;
      const kept = parseJournal(text) ?? { ...EMPTY_JOURNAL, isReloadDue: true };
      // Meals that were submitted while it was read come after those that waited before.
      journal = { ...kept, outbox: [...kept.outbox, ...journal.outbox] };
      onChange();
    } catch (error) {
      onStorageError(error);
    }
  }
  const loaded = load();

  /** One write at a time, and the newest journal with each: what comes meanwhile shares the next. */
  async function save(): Promise<void> {
    await loaded;
    while (isChanged) {
      isChanged = false;
      try {
        await storage.save(JSON.stringify(journal));
      } catch (error) {
        onStorageError(error);
      }
    }
    saving = undefined;
  }

  return {
    loaded,
    current: () => journal,
    update: (change) => {
      const changed = change(journal);
      if (changed !== journal) {
        journal = changed;
        isChanged = true;
        saving ??= save();
        onChange();
      }
      return saving ?? Promise.resolve();
    },
  };
}
