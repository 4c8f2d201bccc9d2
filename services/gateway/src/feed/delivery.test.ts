import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caughtUp,
  type Delivery,
  received,
  replayed,
  resuming,
  type Sequenced,
  type Step,
} from './delivery.js';

/** A feed whose sequences jump, as they do when users share a stream. */
const feedOf = (sequences: readonly number[]): Sequenced[] =>
  sequences.map((sequence, i) => ({ sequence, previous: sequences[i - 1] ?? 0 }));

const feed = fc
  .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 30 })
  .map((sequences) => feedOf(sequences.sort((a, b) => a - b)));

describe('a device that resumes', () => {
  test('gets what it missed, then what came meanwhile, once', () => {
    const [a, b, c] = feedOf([3, 7, 9]) as [Sequenced, Sequenced, Sequenced];
    const { state, sent } = run(resuming(3), [
      (s) => received(s, c),
      (s) => replayed(s, [b, c]),
      (s) => received(s, c),
      (s) => caughtUp(s),
    ]);
    expect(sent).toEqual([b, c]);
    expect(state).toEqual({ phase: 'live', sent: 9 });
    expect(a.sequence).toBe(3);
  });

  test('goes back to resuming when a live event shows a gap', () => {
    const [, , c] = feedOf([3, 7, 9]) as [Sequenced, Sequenced, Sequenced];
    const step = received({ phase: 'live', sent: 3 }, c);
    expect(step.send).toEqual([]);
    expect(step.state).toEqual({ phase: 'resuming', sent: 3, held: [c] });
  });

  test('is not disturbed when older events of the feed have expired', () => {
    const step = received({ phase: 'live', sent: 5 }, { sequence: 9, previous: 0 });
    expect(step.send).toHaveLength(1);
  });

  test('has the whole feed from its cursor, in order, once, however replay and live interleave', () => {
    fc.assert(
      fc.property(
        feed,
        fc.nat(),
        fc.nat(),
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.boolean()),
        (events, cursorAt, liveFrom, interleave, repeat) => {
          const cursor = events[cursorAt % events.length]?.sequence ?? 0;
          // Subscribed at some point: everything after it comes live, everything before is stored.
          const live = events.slice(liveFrom % (events.length + 1));
          const head = events.length - live.length;
          const stored = events.filter(({ sequence }, i) => i < head && sequence > cursor);
          let state: Delivery<Sequenced> = resuming(cursor);
          const sent: Sequenced[] = [];
          const apply = (step: Step<Sequenced>): void => {
            state = step.state;
            sent.push(...step.send);
          };
          const liveQueue = [...live];
          for (const event of stored) {
            while (liveQueue.length > 0 && interleave.next().value) {
              const next = liveQueue[0] as Sequenced;
              // The server may also show a live event again.
              if (!repeat.next().value) liveQueue.shift();
              apply(received(state, next));
            }
            apply(replayed(state, [event]));
          }
          apply(caughtUp(state));
          for (const event of liveQueue) apply(received(state, event));
          const expected = events.filter(({ sequence }) => sequence > cursor);
          expect(sent).toEqual(expected);
          expect(state.phase).toBe('live');
        },
      ),
    );
  });
});

function run(
  start: Delivery<Sequenced>,
  steps: readonly ((state: Delivery<Sequenced>) => Step<Sequenced>)[],
) {
  const sent: Sequenced[] = [];
  let state = start;
  for (const step of steps) {
    const result = step(state);
    state = result.state;
    sent.push(...result.send);
  }
  return { state, sent };
}
