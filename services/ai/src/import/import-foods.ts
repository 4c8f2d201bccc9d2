import type { Food, Nutrition } from '../analysis/index.js';
import { deriveAliases } from './derive-aliases.js';
import { derivePortions } from './derive-portions.js';
import type { SourceFood } from './source-food.js';

/** What came of an import. */
export interface ImportResult {
  readonly foods: readonly Food[];
  /** Why foods were left out → how many, and one of them. */
  readonly skipped: ReadonlyMap<string, { readonly count: number; readonly example: string }>;
}

/**
 * Makes foods of a database's records. What the everyday table has already, by its source, is left
 * out: its names and portions are better.
 */
export function importFoods(
  records: readonly SourceFood[],
  everyday: readonly Food[],
): ImportResult {
  const known = new Set(everyday.map((food) => food.source));
  const ids = new Set(everyday.map((food) => food.id));
  const foods: Food[] = [];
  const skipped = new Map<string, { count: number; example: string }>();
  for (const record of records) {
    const reason = problemOf(record, known, ids);
    if (reason === undefined) {
      const food = foodOf(record);
      ids.add(food.id);
      foods.push(food);
    } else {
      const entry = skipped.get(reason) ?? { count: 0, example: record.description };
      skipped.set(reason, { ...entry, count: entry.count + 1 });
    }
  }
  return { foods, skipped };
}

function problemOf(
  { source, description, per100g }: SourceFood,
  known: ReadonlySet<string>,
  ids: ReadonlySet<string>,
): string | undefined {
  if (known.has(source)) return 'in the everyday table already';
  if (ids.has(idOf(source))) return 'there twice';
  if (description.trim() === '') return 'no description';
  if (per100g.calories === undefined) return 'no energy figure';
  const macros = [per100g.proteinG, per100g.carbsG, per100g.fatG];
  if (macros.some((figure) => figure === undefined))
    return 'no protein, carbohydrate or fat figure';
  const figures = Object.values(per100g).filter((figure) => figure !== undefined);
  if (figures.some((figure) => !(figure >= 0))) return 'a figure below 0';
  const most = macros.reduce((sum: number, figure) => sum + (figure ?? 0), 0);
  if (per100g.calories > 910 || most > 105) return 'figures that cannot be';
  return undefined;
}

function foodOf({ source, description, otherNames, per100g, portions }: SourceFood): Food {
  const figure = (name: keyof Nutrition): number => per100g[name] ?? 0;
  const derived = derivePortions(portions);
  const aliases = deriveAliases(description, otherNames);
  return {
    id: idOf(source),
    name: description,
    source,
    aliases: aliases.length === 0 ? [description.toLowerCase()] : aliases,
    per100g: {
      calories: figure('calories'),
      proteinG: figure('proteinG'),
      carbsG: figure('carbsG'),
      fatG: figure('fatG'),
      fiberG: figure('fiberG'),
      sugarG: figure('sugarG'),
      sodiumMg: figure('sodiumMg'),
    },
    portions: derived.portions,
    usual: derived.usual,
    ...(isDrink(description, derived.portions) ? { isDrink: true as const } : {}),
    isImported: true,
  };
}

function idOf(source: string): string {
  return source.replace(':', '-');
}

const DRINKS =
  /^(?:milk|coffee|tea|water|juice|beer|wine|soft drink|fruit juice|cocktail|beverage|.* (?:juice|drink|milk)(?:,|$))/iu;

function isDrink(description: string, portions: Readonly<Record<string, number>>): boolean {
  return DRINKS.test(description) && ('fl_oz' in portions || 'cup' in portions);
}
