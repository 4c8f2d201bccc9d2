import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseSet, Figures, TrueItem } from './cases.js';

/** What FNDDS says about a food, per 100 g. */
export interface ReferenceFood {
  readonly category: string;
  readonly per100g: Figures;
}

export type Reference = ReadonlyMap<number, ReferenceFood>;

export const NO_REFERENCE: Reference = new Map();

/** Reads `fndds_union.jsonl` of a folder. */
export function readReference(folder: string): Reference {
  const rows = readFileSync(join(folder, 'fndds_union.jsonl'), 'utf8').trim().split('\n');
  return new Map(
    rows.map((row) => {
      const { code, cat, kcal, protein, carbs, fat } = JSON.parse(row) as ReferenceRow;
      return [code, { category: cat, per100g: { kcal, protein, carbs, fat } }];
    }),
  );
}

interface ReferenceRow extends Figures {
  readonly code: number;
  readonly cat: string;
}

/** Gives items that come without figures those of their code. */
export function withFigures(cases: CaseSet, reference: Reference): CaseSet {
  const complete = (item: TrueItem): TrueItem => ({
    ...item,
    figures: item.figures ?? figuresOf(item, reference),
  });
  const meals = cases.meals.map((meal) => ({
    ...meal,
    breakdowns: meal.breakdowns.map((items) => items.map(complete)),
  }));
  return { ...cases, meals };
}

function figuresOf({ fndds, grams }: TrueItem, reference: Reference): Figures | undefined {
  const food = fndds === null ? undefined : reference.get(fndds);
  if (food === undefined) return undefined;
  const { kcal, protein, carbs, fat } = food.per100g;
  const of = (figure: number): number => (figure * grams) / 100;
  return { kcal: of(kcal), protein: of(protein), carbs: of(carbs), fat: of(fat) };
}
