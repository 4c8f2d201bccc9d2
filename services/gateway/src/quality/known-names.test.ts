import { expect, test } from 'vitest';
import { createKnownNames } from './known-names.js';

test('names are kept until there are too many; the expected ones always', () => {
  const labelOf = createKnownNames(['web', 'ios'], 3);
  expect(['a', 'b', 'a', 'ios', 'web', 'c'].map(labelOf)).toEqual([
    'a',
    'other',
    'a',
    'ios',
    'web',
    'other',
  ]);
});
