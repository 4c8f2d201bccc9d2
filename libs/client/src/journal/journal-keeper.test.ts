import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_JOURNAL, type Journal, withWaiting } from './journal.js';
import { createJournalKeeper, type JournalKeeper } from './journal-keeper.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const never = () => new Promise<never>(() => undefined);

/** A storage that holds `earlier`, and fails as told. */
function storageWith(earlier: Partial<Journal> | null) {
  const text = earlier === null ? null : JSON.stringify({ ...EMPTY_JOURNAL, ...earlier });
  const storage = {
    text,
    load: async (): Promise<string | null> => storage.text,
    save: async (next: string): Promise<void> => {
      storage.text = next;
    },
  };
  return storage;
}

function keeperOf(storage: ReturnType<typeof storageWith>) {
  const seen = { errors: 0, lateLoads: 0 };
  const keeper = createJournalKeeper({
    storage,
    onChange: () => undefined,
    onLateLoad: () => {
      seen.lateLoads += 1;
    },
    onStorageError: () => {
      seen.errors += 1;
    },
  });
  return { keeper, seen };
}

function awaits(keeper: JournalKeeper, id: string): void {
  keeper.update((now) => withWaiting(now, id));
}

async function isSettled(promise: Promise<void>): Promise<boolean> {
  let isDone = false;
  void promise.then(() => {
    isDone = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return isDone;
}

const ENTRY = { localId: 'a', submission: { text: 'an apple' } };

describe('what was done before the storage was read', () => {
  test('is put on top of what it holds, and nothing twice', async () => {
    const storage = storageWith({ waiting: ['m0', 'm1'], outbox: [ENTRY], cursor: 'p1' });
    const { keeper, seen } = keeperOf(storage);
    awaits(keeper, 'm1');
    awaits(keeper, 'm2');
    keeper.update((now) => ({ ...now, outbox: [ENTRY, { ...ENTRY, localId: 'b' }] }));
    await keeper.loaded;
    expect(keeper.current()).toMatchObject({
      cursor: 'p1',
      waiting: ['m0', 'm1', 'm2'],
      outbox: [{ localId: 'a' }, { localId: 'b' }],
      isReloadDue: false,
    });
    expect(seen).toEqual({ errors: 0, lateLoads: 0 });
  });
});

describe('a storage that cannot be read', () => {
  test('is not written over: it is read before the next write', async () => {
    const storage = storageWith({ outbox: [ENTRY] });
    const { load } = storage;
    storage.load = () => Promise.reject(new Error('locked'));
    const { keeper, seen } = keeperOf(storage);
    await keeper.loaded;
    awaits(keeper, 'm1');
    await keeper.stored();
    expect(JSON.parse(storage.text ?? '')).toMatchObject({ outbox: [ENTRY], waiting: [] });
    storage.load = load;
    await keeper.stored();
    const kept = { outbox: [ENTRY], waiting: ['m1'], isReloadDue: true };
    expect(keeper.current()).toMatchObject(kept);
    expect(JSON.parse(storage.text ?? '')).toMatchObject(kept);
    expect(seen).toEqual({ errors: 2, lateLoads: 1 });
  });

  test('holds nobody up, and is heard when it answers after all', async () => {
    const storage = storageWith({ outbox: [ENTRY] });
    let answer = (_text: string | null): void => undefined;
    storage.load = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    const { keeper, seen } = keeperOf(storage);
    awaits(keeper, 'm1');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await isSettled(keeper.loaded)).toBe(true);
    expect(await isSettled(keeper.stored())).toBe(true);
    answer(storage.text);
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.current()).toMatchObject({ outbox: [ENTRY], waiting: ['m1'] });
    expect(JSON.parse(storage.text ?? '')).toMatchObject({ outbox: [ENTRY], waiting: ['m1'] });
    expect(seen).toEqual({ errors: 1, lateLoads: 1 });
  });
});

describe('a journal that is cleared', () => {
  test('is empty in the storage, too', async () => {
    const storage = storageWith({ outbox: [ENTRY], waiting: ['m1'], cursor: 'p1' });
    const { keeper } = keeperOf(storage);
    await keeper.loaded;
    keeper.clear();
    await keeper.stored();
    expect(keeper.current()).toEqual(EMPTY_JOURNAL);
    expect(JSON.parse(storage.text ?? '')).toEqual(EMPTY_JOURNAL);
  });

  test('takes nothing from a storage that answers afterwards', async () => {
    const storage = storageWith({ outbox: [ENTRY], cursor: 'p1' });
    const { keeper } = keeperOf(storage);
    keeper.clear();
    awaits(keeper, 'new');
    await keeper.stored();
    expect(keeper.current()).toEqual({ ...EMPTY_JOURNAL, waiting: ['new'] });
    expect(JSON.parse(storage.text ?? '')).toEqual({ ...EMPTY_JOURNAL, waiting: ['new'] });
  });
});

describe('a storage that cannot be written', () => {
  test('has saved nothing until it has', async () => {
    const storage = storageWith(null);
    const { save } = storage;
    storage.save = () => Promise.reject(new Error('full'));
    const { keeper, seen } = keeperOf(storage);
    awaits(keeper, 'm1');
    const saved = keeper.saved();
    await keeper.stored();
    expect(await isSettled(saved)).toBe(false);
    expect(seen.errors).toBe(1);
    storage.save = save;
    await keeper.stored();
    expect(await isSettled(saved)).toBe(true);
  });

  test('holds nobody up for longer than once', async () => {
    const storage = storageWith(null);
    storage.save = never;
    const { keeper } = keeperOf(storage);
    awaits(keeper, 'm1');
    const stored = keeper.stored();
    expect(await isSettled(stored)).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await isSettled(stored)).toBe(true);
    expect(await isSettled(keeper.stored())).toBe(true);
    expect(await isSettled(keeper.saved())).toBe(false);
  });
});
