import { describe, expect, test } from 'vitest';
import type { Browser } from './browser.js';
import { claimDevice } from './device.js';

/** As much of Web Locks as slots use; each page has its own, and all share what is held. */
function lockTable() {
  const held = new Map<string, Promise<unknown>>();
  const grant = (name: string, task: (lock: object | null) => unknown): Promise<unknown> => {
    const running = Promise.resolve().then(() => task({ name }));
    held.set(name, running);
    return running.finally(() => held.delete(name));
  };
  function request(
    name: string,
    options: LockOptions,
    task: (lock: object | null) => unknown,
  ): Promise<unknown> {
    if (!held.has(name)) return grant(name, task);
    if (options.ifAvailable === true) return Promise.resolve(task(null));
    return Promise.race([
      held.get(name)?.then(() => grant(name, task)),
      new Promise((_, reject) => {
        options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
      }),
    ]);
  }
  const query = async () => ({ held: [...held.keys()].map((name) => ({ name })) });
  return {
    locks: { request, query } as unknown as LockManager,
    /** The browser does so when a page is closed. */
    release: (slot: number) => held.delete(`mealwire.device.${slot}`),
  };
}

function storage(): Storage {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  } as Storage;
}

function tabs() {
  const { locks, release } = lockTable();
  const local = storage();
  const tab = (session = storage()): Browser => ({ local, session, locks });
  return { tab, release };
}

describe('the device of a page', () => {
  test('is another one for each open page, and that of a closed page for the next', async () => {
    const { tab, release } = tabs();
    const first = await claimDevice(tab());
    const second = await claimDevice(tab());
    expect([first.slot, second.slot]).toEqual([0, 1]);
    expect(second.id).not.toBe(first.id);
    release(0);
    const third = await claimDevice(tab());
    expect(third).toMatchObject({ slot: 0, id: first.id });
  });

  test('is the same after a reload, also when a lower one is free by then', async () => {
    const { tab, release } = tabs();
    await claimDevice(tab());
    const session = storage();
    const before = await claimDevice(tab(session));
    release(0);
    release(1);
    expect(await claimDevice(tab(session))).toMatchObject({ slot: 1, id: before.id });
  });

  test('is a new one for a duplicated tab, whose original still has its own', async () => {
    const { tab } = tabs();
    const session = storage();
    await claimDevice(tab(session));
    expect(await claimDevice(tab(session))).toMatchObject({ slot: 1 });
  });

  test('keeps users and devices apart, and what it kept is there again', async () => {
    const { tab, release } = tabs();
    const first = await claimDevice(tab());
    const second = await claimDevice(tab());
    await first.storage('alice').save('of alice');
    expect(await first.storage('bob').load()).toBeNull();
    expect(await second.storage('alice').load()).toBeNull();
    release(0);
    expect(await (await claimDevice(tab())).storage('alice').load()).toBe('of alice');
  });

  test('stands in for a device that no page is using, and for no other', async () => {
    const { tab, release } = tabs();
    const first = await claimDevice(tab());
    await claimDevice(tab());
    const third = await claimDevice(tab());
    const vacant = async () => (await first.vacant()).map(({ id }) => id);
    expect(await vacant()).toEqual([]);
    release(2);
    expect(await vacant()).toEqual([third.id]);
    const [other] = await first.vacant();
    const seen: unknown[] = [];
    const visit = async () => {
      seen.push(await vacant(), await other?.standIn(async () => undefined));
    };
    expect(await other?.standIn(visit)).toBe(true);
    // Meanwhile it is taken, for pages and for others who would stand in.
    expect(seen).toEqual([[], false]);
    expect(await vacant()).toEqual([third.id]);
  });

  test('lives as long as the tab without Web Locks, and as long as the page without storage', async () => {
    const session = storage();
    const browser = { local: storage(), session, locks: null };
    const before = await claimDevice(browser);
    await before.storage('alice').save('of alice');
    const after = await claimDevice(browser);
    expect(after).toMatchObject({ id: before.id, slot: null });
    expect(await after.storage('alice').load()).toBe('of alice');

    const forbidden = await claimDevice({ local: null, session: null, locks: null });
    await forbidden.storage('alice').save('of alice');
    expect(await forbidden.storage('alice').load()).toBe('of alice');
    expect(await forbidden.storage('bob').load()).toBeNull();
  });
});
