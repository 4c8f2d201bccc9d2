import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  caughtUp,
  type Delivery,
  isBehind,
  MAX_HELD,
  received,
  replayed,
  resuming,
  rewound,
  type Sequenced,
  type Step,
} from './delivery.js';

/** A feed whose sequences jump, as they do when users share a stream. */
const feedOf = (sequences: readonly number[]): Sequenced[] =>
  sequences.map((sequence, i) => ({ sequence, previous: sequences[i - 1] ?? 0 }));

const feed = fc
  .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 40 })
  .map((sequences) => feedOf(sequences.sort((a, b) => a - b)));

const [a, b, c] = feedOf([3, 7, 9]) as [Sequenced, Sequenced, Sequenced];

describe('a device that resumes', () => {
  test('gets what it missed, then what came meanwhile, once', () => {
    const { state, sent } = run(resuming(3), [
      (s) => received(s, c),
      (s) => replayed(s, [b, c]),
      (s) => received(s, c),
      (s) => caughtUp(s, 9),
    ]);
    expect(sent).toEqual([b, c]);
    expect(state).toEqual({ phase: 'live', sent: 9, known: 9 });
  });

  test('is read to again when what it held does not join on', () => {
    const { state, sent } = run(resuming(0), [
      (s) => replayed(s, [a]),
      (s) => received(s, c),
      (s) => caughtUp(s, 3),
    ]);
    expect(sent).toEqual([a]);
    expect(state).toMatchObject({ phase: 'resuming', sent: 3, known: 9 });
  });

  test('holds no more than so many events, and knows that it lacks the rest', () => {
    const flood = feedOf(Array.from({ length: MAX_HELD + 10 }, (_, i) => i + 1));
    const { state } = run(
      resuming(0),
      flood.map((event) => (s) => received(s, event)),
    );
    expect(state).toMatchObject({ phase: 'resuming', known: MAX_HELD + 10 });
    const step = caughtUp(state, 0);
    expect(step.send).toHaveLength(MAX_HELD);
    expect(isBehind(step.state)).toBe(true);
  });
});

describe('a device that is live', () => {
  test('goes back to resuming when an event shows a gap', () => {
    const step = received({ phase: 'live', sent: 3, known: 3 }, c);
    expect(step).toEqual({ send: [], state: { phase: 'resuming', sent: 3, known: 9, held: [c] } });
  });

  test('is not disturbed when older events of the feed have expired', () => {
    const step = received({ phase: 'live', sent: 5, known: 5 }, { sequence: 9, previous: 0 });
    expect(step.send).toHaveLength(1);
  });

  test('gets again what it asks for', () => {
    const { sent } = run({ phase: 'live', sent: 9, known: 9 }, [
      (s) => ({ state: rewound(s, 3), send: [] }),
      (s) => replayed(s, [b, c]),
      (s) => caughtUp(s, 9),
    ]);
    expect(sent).toEqual([b, c]);
  });
});

/**
 * The world around one device: a feed that grows, a live channel that may lose, repeat and delay,
 * and a reader that answers with the feed as it is. Whatever happens in whatever order, at the end
 * one more look at the head leaves the device with everything after its cursor, in order, once.
 */
type Action = 'append' | 'live' | 'lose' | 'repeat' | 'read' | 'finish' | 'audit';

const actions = fc.array(
  fc.constantFrom<Action>(
    'append',
    'append',
    'live',
    'live',
    'lose',
    'repeat',
    'read',
    'finish',
    'audit',
  ),
  { maxLength: 120 },
);

test('every interleaving ends with the whole feed from the cursor, in order, once', () => {
  fc.assert(
    fc.property(feed, fc.nat(), actions, (events, cursorAt, script) => {
      const world = createWorld(events, events[cursorAt % events.length]?.sequence ?? 0);
      for (const action of script) world.act(action);
      world.settle();
      expect(world.sent).toEqual(events.filter(({ sequence }) => sequence > world.cursor));
    }),
    { numRuns: 2_000 },
  );
});

function createWorld(events: readonly Sequenced[], cursor: number) {
  let stored = 0;
  let state: Delivery<Sequenced> = resuming(cursor);
  /** The head that the reading under way is bound for. */
  let head = 0;
  const channel: Sequenced[] = [];
  const sent: Sequenced[] = [];
  const apply = (step: Step<Sequenced>): void => {
    state = step.state;
    sent.push(...step.send);
  };
  const headNow = (): number => events[stored - 1]?.sequence ?? 0;
  const steps: Record<Action, () => void> = {
    append: () => {
      const next = events[stored];
      if (next === undefined) return;
      stored += 1;
      channel.push(next);
    },
    live: () => {
      const next = channel.shift();
      if (next !== undefined) apply(received(state, next));
    },
    lose: () => void channel.shift(),
    repeat: () => {
      if (channel[0] !== undefined) apply(received(state, channel[0]));
    },
    read: () => {
      if (state.phase === 'live') return;
      head = Math.max(head, headNow());
      const next = events.slice(0, stored).find(({ sequence }) => sequence > state.sent);
      if (next !== undefined && next.sequence <= head) apply(replayed(state, [next]));
    },
    finish: () => {
      const lacks = events
        .slice(0, stored)
        .some((e) => e.sequence > state.sent && e.sequence <= head);
      if (state.phase === 'resuming' && !lacks) apply(caughtUp(state, head));
    },
    audit: () => {
      if (headNow() > state.sent) state = rewound({ ...state, known: headNow() }, state.sent);
    },
  };
  return {
    cursor,
    sent,
    act: (action: Action) => steps[action](),
    settle: () => {
      while (stored < events.length) steps.append();
      channel.length = 0;
      steps.audit();
      for (let i = 0; i < 2 * events.length + 2; i++) steps.read();
      steps.finish();
      if (isBehind(state)) throw new Error('still behind after a full read');
    },
  };
}

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
