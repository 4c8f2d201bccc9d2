import { type ClientStorage, memoryStorage, randomId, webStorage } from '@mealwire/client';
import { type Browser, keep } from './browser.js';
import { createSlots, type Slots } from './slots.js';

/**
 * What the gateway knows this page as. A device has one connection, so each open page of a browser
 * is a device of its own, and a later page goes on where a closed one has stopped.
 */
export interface Device {
  readonly id: string;
  /** Counted from 0; null where pages cannot know of each other. */
  readonly slot: number | null;
  /** Where the client of this user keeps what it must not forget. */
  storage(user: string): ClientStorage;
  /** Other devices of this browser that no page is using now. */
  vacant(): Promise<readonly Device[]>;
  /**
   * Runs the task while no page can become this device, unless one is it already.
   * @returns whether it ran.
   */
  standIn(task: () => Promise<void>): Promise<boolean>;
}

export async function claimDevice(browser: Browser): Promise<Device> {
  const { local, session, locks } = browser;
  if (local !== null && locks !== null) {
    const slots = createSlots(locks, session);
    return deviceOfSlot(await slots.take(), local, slots);
  }
  return deviceOfTab(session);
}

function deviceOfSlot(slot: number, local: Storage, slots: Slots): Device {
  return {
    id: idIn(local, idKey(slot)),
    slot,
    storage: (user) => webStorage(local, `mealwire.journal.${slot}.${user}`),
    vacant: async () =>
      (await slots.free(slotsIn(local))).map((other) => deviceOfSlot(other, local, slots)),
    standIn: (task) => slots.borrow(slot, task),
  };
}

/** What a tab remembers survives a reload, but not that it is closed. */
function deviceOfTab(tab: Storage | null): Device {
  const memory = new Map<string, ClientStorage>();
  const ofMemory = (user: string): ClientStorage => {
    const storage = memory.get(user) ?? memoryStorage();
    memory.set(user, storage);
    return storage;
  };
  return {
    id: tab === null ? newId() : idIn(tab, 'mealwire.device'),
    slot: null,
    storage: (user) =>
      tab === null ? ofMemory(user) : webStorage(tab, `mealwire.journal.${user}`),
    vacant: async () => [],
    standIn: async () => false,
  };
}

/** All that were ever taken: the lowest free one is, so there is no gap. */
function slotsIn(local: Storage): readonly number[] {
  const slots: number[] = [];
  while (local.getItem(idKey(slots.length)) !== null) slots.push(slots.length);
  return slots;
}

function idKey(slot: number): string {
  return `mealwire.device.${slot}`;
}

function idIn(storage: Storage, key: string): string {
  const known = storage.getItem(key);
  if (known !== null) return known;
  const id = newId();
  keep(storage, key, id);
  return id;
}

function newId(): string {
  return `web-${randomId()}`;
}
