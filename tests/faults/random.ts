/** A number from 0 to below 1, like Math.random, but the same ones for the same seed. */
export type Random = () => number;

/**
 * One stream of randomness per purpose: what one part draws does not shift what another gets, so
 * that a seed replays the same schedule whatever else happens.
 */
export function randomStream(seed: number, purpose: string): Random {
  return mulberry32(hash(`${seed} ${purpose}`));
}

/** A whole number from `low` to `high`, both possible. */
export function integerBetween(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** @throws RangeError for an empty list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  if (list.length === 0) throw new RangeError('nothing to pick from');
  return list[Math.floor(random() * list.length)] as T;
}

export interface Deck<T> {
  /** The next card that fits, if there is one; the others keep their turn. */
  draw(fits: (card: T) => boolean): T | undefined;
}

/** Deals every card once, in random order, before any of them comes again. */
export function createDeck<T>(random: Random, cards: readonly T[]): Deck<T> {
  let left: T[] = [];
  return {
    draw: (fits) => {
      // The cards that were passed over stay on top.
      if (!left.some(fits)) left = [...left, ...shuffled(random, cards)];
      const i = left.findIndex(fits);
      return i < 0 ? undefined : left.splice(i, 1)[0];
    },
  };
}

/** Fisher–Yates. */
function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = integerBetween(random, 0, i);
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

function mulberry32(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
