import { describe, expect, test } from 'vitest';
import type { KvOperation } from '../store/kv-entry.js';
import { createRoster, type RosterEntry } from './roster.js';

function entry(operation: KvOperation, userId: string, connectionId: string): RosterEntry {
  return { operation, userId, connectionId, revision: 1, timeMs: 0, writer: undefined };
}

describe('the roster', () => {
  test('says when the first connection came and the last one went', () => {
    const roster = createRoster();
    expect(roster.apply(entry('put', 'alice', 'c1'))).toBe('online');
    expect(roster.apply(entry('put', 'alice', 'c1'))).toBeUndefined();
    expect(roster.apply(entry('put', 'alice', 'c2'))).toBeUndefined();
    expect(roster.apply(entry('closed', 'alice', 'c1'))).toBeUndefined();
    expect(roster.isOnline('alice')).toBe(true);
    expect(roster.apply(entry('removed', 'alice', 'c2'))).toBe('offline');
    expect(roster.apply(entry('closed', 'alice', 'c2'))).toBeUndefined();
    expect(roster.isOnline('alice')).toBe(false);
  });

  test('counts users and connections', () => {
    const roster = createRoster();
    roster.apply(entry('put', 'alice', 'c1'));
    roster.apply(entry('put', 'alice', 'c2'));
    roster.apply(entry('put', 'bob', 'c3'));
    roster.apply(entry('put', 'bob', 'c3'));
    roster.apply(entry('closed', 'alice', 'c1'));
    roster.apply(entry('closed', 'nobody', 'c9'));
    expect([roster.userCount(), roster.connectionCount()]).toEqual([2, 2]);
  });

  test('knows what did not turn up when the bucket was read again', () => {
    const roster = createRoster();
    roster.startReading();
    roster.apply(entry('put', 'alice', 'c1'));
    roster.apply(entry('put', 'bob', 'c2'));
    roster.finishReading();
    expect(roster.isComplete()).toBe(true);
    const again = roster.startReading();
    expect(roster.isComplete()).toBe(false);
    roster.apply(entry('put', 'bob', 'c2'));
    expect(roster.missingSince(again)).toEqual([{ userId: 'alice', connectionId: 'c1' }]);
  });
});
