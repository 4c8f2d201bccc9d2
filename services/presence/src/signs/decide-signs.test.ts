import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connection, KnownConnection } from '../store/connection.js';
import { type Decision, decideSigns, type Known } from './decide-signs.js';
import { SIGN_KINDS, type Sign, type SignKind } from './sign.js';

const clock = { nowMs: 1_000_000, ttlMs: 300_000 };
const nothingKnown: Known = { connections: new Map(), lastSeen: { revision: 0, value: undefined } };

function sign(kind: SignKind, atMs: number, more: Partial<Sign> = {}): Sign {
  const base = { connectionId: 'c1', gatewayId: 'g1', deviceId: 'iphone', connectedAtMs: 900_000 };
  return { kind, atMs, ...base, ...more };
}

function connection(lastSeenMs: number, more: Partial<Connection> = {}): Connection {
  const base = { connectionId: 'c1', gatewayId: 'g1', deviceId: 'iphone', connectedAtMs: 900_000 };
  return { ...base, lastSeenMs, ...more };
}

function given(known: KnownConnection): Known {
  return { ...nothingKnown, connections: new Map([['c1', known]]) };
}

describe('signs of a connection', () => {
  test.each(['connected', 'seen'] as const)('%s makes an unknown connection live', (kind) => {
    expect(decideSigns(nothingKnown, [sign(kind, 950_000)], clock)).toEqual<Decision>({
      connections: [{ kind: 'renew', connection: connection(950_000), expectedRevision: 0 }],
      lastSeen: { value: { lastSeenMs: 950_000, deviceId: 'iphone' }, expectedRevision: 0 },
    });
  });

  test('several become one write with the newest of them', () => {
    const signs = [sign('connected', 910_000), sign('seen', 990_000), sign('seen', 950_000)];
    expect(decideSigns(nothingKnown, signs, clock).connections).toEqual([
      { kind: 'renew', connection: connection(990_000), expectedRevision: 0 },
    ]);
  });

  test('renew a live one on condition of its revision', () => {
    const known = given({ state: 'live', revision: 7, connection: connection(950_000) });
    expect(decideSigns(known, [sign('seen', 960_000)], clock).connections).toEqual([
      { kind: 'renew', connection: connection(960_000), expectedRevision: 7 },
    ]);
  });

  test('that are older than what is known change nothing', () => {
    const known = given({ state: 'live', revision: 7, connection: connection(950_000) });
    expect(decideSigns(known, [sign('seen', 950_000)], clock).connections).toEqual([]);
  });

  test('that are older than the TTL do not make it live', () => {
    const late = sign('seen', clock.nowMs - clock.ttlMs);
    expect(decideSigns(nothingKnown, [late], clock).connections).toEqual([]);
  });

  test('bring an expired one back: it was only silent', () => {
    const known = given({ state: 'absent', revision: 12 });
    expect(decideSigns(known, [sign('seen', 960_000)], clock).connections).toEqual([
      { kind: 'renew', connection: connection(960_000), expectedRevision: 12 },
    ]);
  });

  test('a disconnected closes it, even one that was never seen', () => {
    expect(decideSigns(nothingKnown, [sign('disconnected', 960_000)], clock).connections).toEqual([
      { kind: 'close', connectionId: 'c1' },
    ]);
  });

  test('a seen after the disconnected in one batch cannot bring it back', () => {
    const signs = [sign('disconnected', 960_000), sign('seen', 970_000)];
    const close = [{ kind: 'close', connectionId: 'c1' }];
    expect(decideSigns(nothingKnown, signs, clock).connections).toEqual(close);
    expect(decideSigns(nothingKnown, signs.toReversed(), clock).connections).toEqual(close);
  });

  test.each(SIGN_KINDS)('a %s after it was closed changes nothing', (kind) => {
    const known = given({ state: 'closed', revision: 9 });
    expect(decideSigns(known, [sign(kind, 990_000)], clock).connections).toEqual([]);
  });

  test('are decided for each connection alone', () => {
    const signs = [sign('disconnected', 960_000), sign('seen', 970_000, { connectionId: 'c2' })];
    expect(decideSigns(nothingKnown, signs, clock).connections).toEqual([
      { kind: 'close', connectionId: 'c1' },
      {
        kind: 'renew',
        connection: connection(970_000, { connectionId: 'c2' }),
        expectedRevision: 0,
      },
    ]);
  });
});

describe('last seen', () => {
  test('moves forward, with the device of the newest sign', () => {
    const known: Known = {
      ...nothingKnown,
      lastSeen: { revision: 3, value: { lastSeenMs: 940_000, deviceId: 'ipad' } },
    };
    const signs = [sign('seen', 950_000), sign('disconnected', 960_000, { deviceId: 'watch' })];
    expect(decideSigns(known, signs, clock).lastSeen).toEqual({
      value: { lastSeenMs: 960_000, deviceId: 'watch' },
      expectedRevision: 3,
    });
  });

  test('never moves backwards', () => {
    const known: Known = {
      ...nothingKnown,
      lastSeen: { revision: 3, value: { lastSeenMs: 960_000, deviceId: 'ipad' } },
    };
    expect(decideSigns(known, [sign('seen', 950_000)], clock).lastSeen).toBeUndefined();
  });

  test('never moves ahead of our clock', () => {
    expect(decideSigns(nothingKnown, [sign('seen', 9_000_000)], clock).lastSeen?.value).toEqual({
      lastSeenMs: clock.nowMs,
      deviceId: 'iphone',
    });
  });
});

describe('in any order and any number of times', () => {
  const anySign = fc
    .record({
      kind: fc.constantFrom(...SIGN_KINDS),
      connectionId: fc.constantFrom('c1', 'c2', 'c3'),
      // Distinct times: of two devices at the very same moment either may be the last.
      atMs: fc.integer({ min: 600_000, max: 1_100_000 }),
    })
    .map(({ kind, connectionId, atMs }) => sign(kind, atMs, { connectionId }));
  const anySigns = fc.uniqueArray(anySign, { selector: (s) => Math.min(s.atMs, clock.nowMs) });

  test('signs lead to the same state', () => {
    fc.assert(
      fc.property(anySigns, anySigns, (first, second) => {
        const there = apply(apply(nothingKnown, first), second);
        const backAndAgain = apply(apply(apply(nothingKnown, second), first), second);
        expect(stateOf(backAndAgain)).toEqual(stateOf(there));
        expect(decideSigns(there, [...first, ...second], clock)).toEqual({
          connections: [],
          lastSeen: undefined,
        });
      }),
    );
  });
});

/** What KV would know after the writes. */
function apply(known: Known, signs: readonly Sign[]): Known {
  const decision = decideSigns(known, signs, clock);
  const connections = new Map(known.connections);
  for (const write of decision.connections) {
    if (write.kind === 'close') {
      connections.set(write.connectionId, { state: 'closed', revision: 1 });
    } else {
      const { connection: value } = write;
      connections.set(value.connectionId, { state: 'live', revision: 1, connection: value });
    }
  }
  const lastSeen = decision.lastSeen ?? known.lastSeen;
  return { connections, lastSeen: { revision: 1, value: lastSeen.value } };
}

function stateOf(known: Known): unknown {
  const live = [...known.connections].sort(([a], [b]) => a.localeCompare(b));
  return { live, lastSeen: known.lastSeen.value };
}
