import type { Food, Nutrition } from '../food.js';
import { isMass, isVolume, PORTION_NAMES } from '../words/units.js';

/** One thing that is wrong with a table, in words for whoever edits it. */
export interface TableProblem {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly problem: string;
}

/** A food table that cannot be used; the message names file, line and field. */
export class FoodTableError extends Error {
  override readonly name = 'FoodTableError';

  constructor(problems: readonly TableProblem[]) {
    const shown = problems.slice(0, 20).map(describe);
    const more = problems.length > 20 ? [`and ${problems.length - 20} more`] : [];
    super(['The food table is not valid:', ...shown, ...more].join('\n  '));
  }
}

const FIGURES = {
  kcal: 'calories',
  protein_g: 'proteinG',
  carbs_g: 'carbsG',
  fat_g: 'fatG',
  fiber_g: 'fiberG',
  sugar_g: 'sugarG',
  sodium_mg: 'sodiumMg',
} as const satisfies Readonly<Record<string, keyof Nutrition>>;

const KEYS = new Set([
  'id',
  'name',
  'source',
  'aliases',
  'per_100g',
  'portions',
  'usual',
  'drink',
  'added',
  'imported',
]);

type Report = (field: string, problem: string) => void;

/** Reads foods, one JSON object per line; empty lines are skipped. Pure; collects every problem. */
export function parseFoods(
  text: string,
  file: string,
): { readonly foods: readonly Food[]; readonly problems: readonly TableProblem[] } {
  const foods: Food[] = [];
  const problems: TableProblem[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    // One row at a time: all at once, a large table would be in memory twice.
    const end = text.indexOf('\n', start);
    const row = text.slice(start, end < 0 ? text.length : end);
    start = end < 0 ? text.length : end + 1;
    line += 1;
    if (row.trim() === '') continue;
    const before = problems.length;
    const report: Report = (field, problem) => problems.push({ file, line, field, problem });
    const food = parseRow(row, report);
    if (food !== undefined && problems.length === before) foods.push(food);
  }
  return { foods, problems };
}

function parseRow(row: string, report: Report): Food | undefined {
  let value: unknown;
  try {
    value = JSON.parse(row);
  } catch {
    report('', 'is no JSON');
    return undefined;
  }
  if (!isRecord(value)) {
    report('', 'must be an object');
    return undefined;
  }
  for (const key of Object.keys(value)) if (!KEYS.has(key)) report(key, 'is no known field');
  const portions = numbersOf(value['portions'], 'portions', report);
  for (const unit of Object.keys(portions)) {
    if (!PORTION_NAMES.has(unit)) report(`portions.${unit}`, 'is no known unit');
    if (!((portions[unit] ?? 0) > 0)) report(`portions.${unit}`, 'must be more than 0');
  }
  return {
    id: stringOf(value['id'], 'id', report),
    name: stringOf(value['name'], 'name', report),
    source: stringOf(value['source'], 'source', report),
    aliases: aliasesOf(value['aliases'], report),
    per100g: nutritionOf(value['per_100g'], report),
    portions,
    usual: usualOf(value['usual'], portions, report),
    ...(value['drink'] === true ? { isDrink: true as const } : {}),
    ...(value['added'] === undefined ? {} : { asAddition: addedOf(value['added'], report) }),
    ...(value['imported'] === true ? { isImported: true as const } : {}),
  };
}

function nutritionOf(value: unknown, report: Report): Nutrition {
  const figures = numbersOf(value, 'per_100g', report);
  const out: Record<string, number> = {};
  for (const [key, figure] of Object.entries(FIGURES)) {
    const number = figures[key];
    if (number === undefined) report(`per_100g.${key}`, 'is missing');
    else if (number < 0 || number > (key === 'sodium_mg' ? 50_000 : key === 'kcal' ? 910 : 101)) {
      report(`per_100g.${key}`, `cannot be ${number}`);
    }
    out[figure] = number ?? 0;
  }
  return out as unknown as Nutrition;
}

function usualOf(
  value: unknown,
  portions: Readonly<Record<string, number>>,
  report: Report,
): Food['usual'] {
  const usual = isRecord(value) ? value : {};
  const { quantity, unit } = usual;
  if (typeof quantity !== 'number' || !(quantity > 0)) {
    report('usual.quantity', 'must be a number above 0');
    return { quantity: 1, unit: 'g' };
  }
  if (typeof unit !== 'string' || !(isMass(unit) || isVolume(unit) || unit in portions)) {
    report('usual.unit', 'must be one of the portions, a mass or a volume');
    return { quantity: 1, unit: 'g' };
  }
  return { quantity, unit };
}

function addedOf(value: unknown, report: Report): { toDrinkG: number; toFoodG: number } {
  const grams = numbersOf(value, 'added', report);
  const { to_drink_g: toDrinkG, to_food_g: toFoodG } = grams;
  const either = toDrinkG ?? toFoodG;
  if (either === undefined) report('added', 'needs to_drink_g or to_food_g');
  return { toDrinkG: toDrinkG ?? either ?? 0, toFoodG: toFoodG ?? either ?? 0 };
}

function aliasesOf(value: unknown, report: Report): readonly string[] {
  const isList = Array.isArray(value) && value.every((alias) => typeof alias === 'string');
  if (!isList) report('aliases', 'must be a list of strings');
  return isList ? (value as string[]) : [];
}

function stringOf(value: unknown, field: string, report: Report): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  report(field, 'must be a text');
  return '';
}

function numbersOf(value: unknown, field: string, report: Report): Record<string, number> {
  if (!isRecord(value)) {
    report(field, 'must be an object');
    return {};
  }
  const out: Record<string, number> = {};
  for (const [key, number] of Object.entries(value)) {
    if (typeof number === 'number' && Number.isFinite(number)) out[key] = number;
    else report(`${field}.${key}`, 'must be a number');
  }
  return out;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describe({ file, line, field, problem }: TableProblem): string {
  return `${file}:${line}: ${field === '' ? 'the line' : field} ${problem}`;
}
