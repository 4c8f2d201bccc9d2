import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fileStorage } from './file-storage.js';
import { type ClientStorage, memoryStorage, webStorage } from './storage.js';

const folder = mkdtempSync(join(tmpdir(), 'mealwire-client-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fakeLocalStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
  };
}

const adapters: Record<string, () => ClientStorage> = {
  memory: memoryStorage,
  web: () => webStorage(fakeLocalStorage(), 'mealwire.alice'),
  file: () => fileStorage(join(folder, 'client.json')),
};

describe.each(Object.entries(adapters))('%s storage', (_name, create) => {
  test('has nothing at first, then what was saved last', async () => {
    const storage = create();
    expect(await storage.load()).toBeNull();
    await storage.save('one');
    await storage.save('two');
    expect(await storage.load()).toBe('two');
  });
});

describe('the file', () => {
  test('is replaced as a whole, and leaves nothing beside it', async () => {
    const storage = fileStorage(join(folder, 'whole.json'));
    await Promise.all(['a', 'b', 'c'].map((text) => storage.save(text.repeat(100_000))));
    expect((await storage.load())?.length).toBe(100_000);
    expect(readdirSync(folder).filter((name) => name.startsWith('whole'))).toEqual(['whole.json']);
  });

  test('that cannot be written is an error, not a silence', async () => {
    const storage = fileStorage(join(folder, 'missing', 'client.json'));
    await expect(storage.save('one')).rejects.toThrow('ENOENT');
  });
});
