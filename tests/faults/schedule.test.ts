import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Fault,
  type Line,
  MAX_STOP_MS,
  MIN_STOP_MS,
  schedule,
  type Target,
} from './schedule.js';

const targets: readonly Target[] = [
  { name: 'gateway-1', kinds: ['kill', 'stop', 'term'] },
  { name: 'nats', kinds: ['kill', 'stop', 'term'] },
  { name: 'postgres', kinds: ['kill'] },
];

const lines: readonly Line[] = [
  { name: 'gateway-1', kinds: ['cut', 'half-open', 'delay', 'drop-all'] },
  { name: 'nats', kinds: ['cut'] },
];

const faultsOf = (seed: number, durationMs: number): Fault[] =>
  schedule({ seed, durationMs, targets, lines });

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const durations = fc.integer({ min: 0, max: 600_000 });

describe('a schedule of faults', () => {
  test('is the same for the same seed, and a longer one begins like a shorter one', () => {
    fc.assert(
      fc.property(seeds, durations, durations, (seed, a, b) => {
        const [shorter, longer] = [faultsOf(seed, Math.min(a, b)), faultsOf(seed, Math.max(a, b))];
        expect(longer.slice(0, shorter.length)).toEqual(shorter);
      }),
    );
  });

  test('is in order of time and within the run', () => {
    fc.assert(
      fc.property(seeds, durations, (seed, durationMs) => {
        const times = faultsOf(seed, durationMs).map(({ atMs }) => atMs);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times.every((atMs) => atMs >= 0 && atMs < durationMs)).toBe(true);
      }),
    );
  });

  test('does only what may be done, and to a process one thing at a time', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const endOf = new Map<string, number>();
        for (const fault of faultsOf(seed, 600_000)) {
          if ('line' in fault) {
            expect(lines.find(({ name }) => name === fault.line)?.kinds).toContain(fault.kind);
          }
          if (!('target' in fault)) continue;
          expect(targets.find(({ name }) => name === fault.target)?.kinds).toContain(fault.kind);
          expect(fault.atMs).toBeGreaterThan(endOf.get(fault.target) ?? -1);
          const lastsMs = fault.kind === 'stop' ? fault.forMs : 0;
          endOf.set(fault.target, fault.atMs + lastsMs);
          if (fault.kind === 'stop') {
            expect(fault.forMs).toBeGreaterThanOrEqual(MIN_STOP_MS);
            expect(fault.forMs).toBeLessThanOrEqual(MAX_STOP_MS);
          }
        }
      }),
    );
  });

  test('has everything in it after two minutes, whatever the seed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const faults = faultsOf(seed, 120_000);
        expect(new Set(faults.map(({ kind }) => kind))).toEqual(
          new Set(['kill', 'term', 'stop', 'cut', 'half-open', 'delay', 'drop-all', 'lose-phones']),
        );
        const spoiled = faults.flatMap((fault) => ('line' in fault ? [fault.line] : []));
        expect(new Set(spoiled)).toEqual(new Set(['gateway-1', 'nats']));
        const hit = faults.flatMap((fault) => ('target' in fault ? [fault.target] : []));
        expect(new Set(hit)).toEqual(new Set(targets.map(({ name }) => name)));
      }),
    );
  });

  test('differs from seed to seed', () => {
    expect(faultsOf(1, 60_000)).not.toEqual(faultsOf(2, 60_000));
  });
});
