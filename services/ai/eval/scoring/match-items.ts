import type { AnalysedItem } from '../../src/analysis/index.js';
import type { TrueItem } from '../cases.js';
import type { Reference } from '../reference.js';
import { isSameFood } from './same-food.js';

export interface Pair {
  readonly said: AnalysedItem;
  readonly meant: TrueItem;
}

/** What was said against one way to take the meal apart. */
export interface ItemMatch {
  readonly pairs: readonly Pair[];
  readonly said: number;
  readonly meant: number;
}

/** Matches against the breakdown that fits best; undefined when the case has none. */
export function matchBest(
  said: readonly AnalysedItem[],
  breakdowns: readonly (readonly TrueItem[])[],
  reference: Reference,
): ItemMatch | undefined {
  const matches = breakdowns.map((meant) => matchItems(said, meant, reference));
  return matches.reduce<ItemMatch | undefined>(
    (best, match) => (best === undefined || f1Of(match) > f1Of(best) ? match : best),
    undefined,
  );
}

/** As many pairs as there can be, each item in at most one (Kuhn's algorithm). */
export function matchItems(
  said: readonly AnalysedItem[],
  meant: readonly TrueItem[],
  reference: Reference,
): ItemMatch {
  const candidates = said.map((item) =>
    meant
      .map((food, index) => ({ food, index }))
      .filter(({ food }) => isSameFood(item, food, reference))
      .sort((a, b) => gap(item, a.food) - gap(item, b.food))
      .map(({ index }) => index),
  );
  const takenBy = new Map<number, number>();
  const place = (item: number, tried: Set<number>): boolean => {
    for (const food of candidates[item] ?? []) {
      if (tried.has(food)) continue;
      tried.add(food);
      const holder = takenBy.get(food);
      if (holder === undefined || place(holder, tried)) {
        takenBy.set(food, item);
        return true;
      }
    }
    return false;
  };
  for (const item of said.keys()) place(item, new Set());
  const pairs = [...takenBy].flatMap(([food, item]) => {
    const [a, b] = [said[item], meant[food]];
    return a === undefined || b === undefined ? [] : [{ said: a, meant: b }];
  });
  return { pairs, said: said.length, meant: meant.length };
}

function gap(item: AnalysedItem, food: TrueItem): number {
  return Math.abs(item.grams - food.grams);
}

function f1Of({ pairs, said, meant }: ItemMatch): number {
  return said + meant === 0 ? 0 : (2 * pairs.length) / (said + meant);
}
