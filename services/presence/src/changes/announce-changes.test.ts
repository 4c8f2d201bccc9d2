import { silentLogger } from '@mealwire/testkit';
import { describe, expect, test } from 'vitest';
import { createRoster, type RosterEntry } from '../roster/roster.js';
import { createChangeAnnouncer } from './announce-changes.js';

const TIME_MS = Date.parse('2025-11-08T10:07:29Z');

/** An announcer over a roster, and what it said. */
function setup({ winsClaims = true } = {}) {
  const said: string[] = [];
  const claimed: string[] = [];
  const roster = createRoster();
  const announcer = createChangeAnnouncer({
    nc: { publish: (subject, payload) => said.push(`${subject} ${String(payload)}`) },
    roster,
    connections: {
      claimRemoval: async (userId, connectionId, revision) => {
        claimed.push(`${userId}/${connectionId}@${revision}`);
        return winsClaims;
      },
    },
    instanceId: 'me',
    logger: silentLogger,
  });
  roster.startReading();
  const take = (more: Partial<RosterEntry>): void => {
    const base = { userId: 'alice', connectionId: 'c1', revision: 1, timeMs: TIME_MS };
    const entry: RosterEntry = { ...base, operation: 'put', writer: 'me', ...more };
    announcer.onEntry(entry, roster.apply(entry));
  };
  const catchUp = (): void => {
    roster.finishReading();
    announcer.onCaughtUp();
  };
  return { said, claimed, take, catchUp };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('a change is announced', () => {
  test('by the process that wrote it', () => {
    const { said, take, catchUp } = setup();
    catchUp();
    take({});
    take({ operation: 'closed' });
    const changed = { user_id: 'alice', state: 'online', at: '2025-11-08T10:07:29Z' };
    expect(said).toEqual([
      `presence.changed.alice ${JSON.stringify(changed)}`,
      `presence.changed.alice ${JSON.stringify({ ...changed, state: 'offline' })}`,
    ]);
  });

  test('not by another one', () => {
    const { said, claimed, take, catchUp } = setup();
    catchUp();
    take({ writer: 'other' });
    take({ operation: 'closed', writer: 'other' });
    expect([said, claimed]).toEqual([[], []]);
  });

  test('by the one that claims it, when the server removed the last connection', async () => {
    const { said, claimed, take, catchUp } = setup();
    catchUp();
    take({ writer: 'other' });
    take({ writer: 'other', connectionId: 'c2' });
    take({ operation: 'removed', revision: 8, writer: undefined });
    take({ operation: 'removed', revision: 9, writer: undefined, connectionId: 'c2' });
    await settle();
    expect(claimed).toEqual(['alice/c2@9']);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('"offline"');
  });

  test('by nobody who lost the claim', async () => {
    const { said, take, catchUp } = setup({ winsClaims: false });
    catchUp();
    take({ operation: 'removed', writer: undefined });
    await settle();
    expect(said).toEqual([]);
  });

  test('after a restart, once it is known that the user has no other connection', async () => {
    const { said, claimed, take, catchUp } = setup();
    take({ operation: 'removed', writer: undefined, revision: 1 });
    take({ operation: 'removed', writer: undefined, revision: 2, connectionId: 'c2' });
    take({ operation: 'removed', writer: undefined, revision: 3, userId: 'bob' });
    take({ writer: 'other', userId: 'bob', connectionId: 'c3', revision: 4 });
    await settle();
    expect(claimed).toEqual([]);
    catchUp();
    await settle();
    expect(claimed).toEqual(['alice/c2@2']);
    expect(said).toHaveLength(1);
  });
});
