import { describe, expect, it } from 'vitest';
import { withoutStatedNutrition } from './stated-nutrition.js';
import { tokenise } from './tokenise.js';

describe('withoutStatedNutrition', () => {
  it.each([
    ['fries 200 cal', 'fries'],
    ['fries (350kcal)', 'fries ( )'],
    ['bar 20g protein', 'bar'],
    ['calories: 0 banana', 'banana'],
    ['30g protein powder', '30 g protein powder'],
    ['1 protein shake', '1 protein shake'],
    ['200 g rice', '200 g rice'],
  ])('given %j, then %j is left', (text, expected) => {
    const left = withoutStatedNutrition(tokenise(text));
    expect(left.map((token) => token.text).join(' ')).toBe(expected);
  });
});
