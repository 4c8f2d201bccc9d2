import type { ItemCorrection, MealLogItem } from '@mealwire/client';

/** As the fields of the form have it. */
export interface AmountDraft {
  readonly amount: string;
  readonly unit: string;
}

/** What people measure food with; the item's own unit stands before them. */
const COMMON_UNITS = ['g', 'piece', 'slice', 'cup', 'tbsp', 'tsp', 'oz', 'ml'];

export function unitsFor({ unit }: MealLogItem): readonly string[] {
  return [...new Set([unit, ...COMMON_UNITS])].filter((name) => name !== '');
}

export function draftOf({ quantity, unit, grams }: MealLogItem): AmountDraft {
  return unit === '' ? { amount: text(grams), unit: 'g' } : { amount: text(quantity), unit };
}

/** Null: there is no amount in the field. */
export function amountIn({ amount }: AmountDraft): number | null {
  const value = Number(amount.trim().replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** What is to be said of the amount; null when nothing has changed, or cannot be read. */
export function amountChange(
  item: MealLogItem,
  index: number,
  draft: AmountDraft,
): ItemCorrection | null {
  const amount = amountIn(draft);
  const before = draftOf(item);
  if (amount === null) return null;
  if (amount === amountIn(before) && draft.unit === before.unit) return null;
  return draft.unit === 'g'
    ? { op: 'change', index, grams: amount }
    : { op: 'change', index, quantity: amount, unit: draft.unit };
}

function text(value: number): string {
  return value > 0 ? String(value) : '';
}
