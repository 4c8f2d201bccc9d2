import type { AnalysedItem, CompletedAnalysis } from '../../src/analysis/index.js';
import type { Figures, MealCase, TrueItem } from '../cases.js';

const NOTHING = {
  calories: 0,
  proteinG: 0,
  carbsG: 0,
  fatG: 0,
  fiberG: 0,
  sugarG: 0,
  sodiumMg: 0,
};

/** An item that an analyser said; figures are for its grams. */
export function saidItem(
  name: string,
  grams: number,
  { kcal, protein, carbs, fat }: Figures,
  more: Partial<AnalysedItem> = {},
): AnalysedItem {
  return {
    ...NOTHING,
    calories: kcal,
    proteinG: protein,
    carbsG: carbs,
    fatG: fat,
    rawText: name,
    name,
    foodId: name,
    source: '',
    quantity: 1,
    unit: 'piece',
    grams,
    portionSource: 'default',
    confidence: 0.8,
    needsReview: false,
    reviewReason: '',
    alternatives: [],
    assumptions: [],
    ...more,
  };
}

export function meantItem(
  desc: string,
  grams: number,
  figures: Figures | undefined,
  fndds: number | null = null,
): TrueItem {
  return { desc, fndds, grams, figures };
}

export function completed(...items: readonly AnalysedItem[]): CompletedAnalysis {
  const of = (key: keyof typeof NOTHING): number => items.reduce((sum, item) => sum + item[key], 0);
  return {
    outcome: 'completed',
    items,
    totals: {
      ...NOTHING,
      calories: of('calories'),
      proteinG: of('proteinG'),
      carbsG: of('carbsG'),
      fatG: of('fatG'),
    },
    mealType: '',
    needsReview: false,
    totalIsPartial: false,
  };
}

export function mealCase(
  figures: Partial<Figures>,
  ...breakdowns: readonly (readonly TrueItem[])[]
): MealCase {
  return { id: 'm1', text: 'a meal', kind: 'plain', figures, breakdowns };
}

export const BANANA: Figures = { kcal: 122, protein: 0.9, carbs: 28.6, fat: 0.4 };
export const MILK: Figures = { kcal: 127, protein: 8.1, carbs: 11.8, fat: 5.2 };
