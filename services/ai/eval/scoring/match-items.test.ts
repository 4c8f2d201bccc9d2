import { expect, test } from 'vitest';
import { NO_REFERENCE } from '../reference.js';
import { matchBest, matchItems } from './match-items.js';
import { BANANA, MILK, meantItem, saidItem } from './test-support.js';

const banana = saidItem('Banana', 126, BANANA);
const milk = saidItem('Milk', 244, MILK);
const meantBanana = meantItem('Banana, raw', 126, BANANA);
const meantMilk = meantItem('Milk, NFS', 244, MILK);

test('each item is matched once', () => {
  const match = matchItems([banana, banana], [meantBanana], NO_REFERENCE);
  expect(match).toMatchObject({ said: 2, meant: 1 });
  expect(match.pairs).toHaveLength(1);
});

test('the order does not matter', () => {
  expect(matchItems([milk, banana], [meantBanana, meantMilk], NO_REFERENCE).pairs).toHaveLength(2);
});

test('an item makes way for one that fits nowhere else', () => {
  const shake = meantItem('Milk with banana', 370, undefined);
  const both = matchItems([milk, banana], [shake, meantMilk], NO_REFERENCE);
  expect(both.pairs.map(({ said, meant }) => [said.name, meant.desc])).toEqual(
    expect.arrayContaining([
      ['Banana', 'Milk with banana'],
      ['Milk', 'Milk, NFS'],
    ]),
  );
});

test('the breakdown that fits best counts', () => {
  const shake = meantItem('Banana shake', 370, { kcal: 249, protein: 9, carbs: 40, fat: 5.6 });
  const match = matchBest([banana, milk], [[shake], [meantBanana, meantMilk]], NO_REFERENCE);
  expect(match).toMatchObject({ said: 2, meant: 2 });
  expect(match?.pairs).toHaveLength(2);
});

test('without a breakdown there is nothing to match', () => {
  expect(matchBest([banana], [], NO_REFERENCE)).toBeUndefined();
});
