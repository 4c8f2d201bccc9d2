import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDeck, integerBetween, randomStream } from './random.js';

const draw = (seed: number, purpose: string): number[] => {
  const random = randomStream(seed, purpose);
  return Array.from({ length: 20 }, random);
};

describe('a stream of randomness', () => {
  test('is the same for the same seed and purpose, and another one for any other', () => {
    expect(draw(7, 'phones')).toEqual(draw(7, 'phones'));
    expect(draw(7, 'phones')).not.toEqual(draw(7, 'schedule'));
    expect(draw(7, 'phones')).not.toEqual(draw(8, 'phones'));
  });

  test('stays from 0 to below 1, and about half of it below a half', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomStream(seed, 'test');
        const drawn = Array.from({ length: 1_000 }, random);
        expect(drawn.every((x) => x >= 0 && x < 1)).toBe(true);
        const low = drawn.filter((x) => x < 0.5).length;
        expect(low).toBeGreaterThan(400);
        expect(low).toBeLessThan(600);
      }),
    );
  });

  test('gives whole numbers within both bounds', () => {
    const random = randomStream(7, 'test');
    const numbers = new Set(Array.from({ length: 200 }, () => integerBetween(random, 3, 5)));
    expect(numbers).toEqual(new Set([3, 4, 5]));
  });
});

describe('a deck', () => {
  const cards = ['a', 'b', 'c', 'd', 'e', 'f'];

  test('deals every card once before any comes again', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const deck = createDeck(randomStream(seed, 'test'), cards);
        for (let round = 0; round < 3; round++) {
          const dealt = cards.map(() => deck.draw(() => true));
          expect(dealt.toSorted()).toEqual(cards);
        }
      }),
    );
  });

  test('passes over a card that does not fit, until it does', () => {
    const deck = createDeck(randomStream(7, 'test'), cards);
    const others = cards.slice(1).map(() => deck.draw((card) => card !== 'a'));
    expect(others).not.toContain('a');
    expect(deck.draw(() => true)).toBe('a');
    expect(deck.draw(() => false)).toBeUndefined();
  });
});
