/** Figures of a whole meal or of so many grams of a food: kcal and grams. */
export interface Figures {
  readonly kcal: number;
  readonly protein: number;
  readonly carbs: number;
  readonly fat: number;
}

export const FIGURES = ['kcal', 'protein', 'carbs', 'fat'] as const;

/** One food that was eaten, as a dietitian would have written it down. */
export interface TrueItem {
  readonly desc: string;
  /** The FNDDS food code; null for a dish that FNDDS only knows as its parts. */
  readonly fndds: number | null;
  readonly grams: number;
  /** For these grams; undefined where the set has none and no reference is there to look it up. */
  readonly figures: Figures | undefined;
}

export interface MealCase {
  readonly id: string;
  readonly text: string;
  /** What makes it hard; for a breakdown of the scores. */
  readonly kind: string;
  readonly figures: Partial<Figures>;
  /** The ways to take the meal apart that are right; the first is the one of the figures. */
  readonly breakdowns: readonly (readonly TrueItem[])[];
}

export type Expectation =
  | { readonly outcome: 'failed'; readonly reasons: readonly string[] }
  | {
      readonly outcome: 'completed';
      readonly itemsMax: number;
      readonly kcalBetween: readonly [number, number];
    };

/** A text that is no meal, or that tries to be more than one. */
export interface NegativeCase {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly expect: Expectation;
}

export interface CaseSet {
  readonly meals: readonly MealCase[];
  readonly negatives: readonly NegativeCase[];
}

/** Reads cases, one JSON object per line; a line with `expect` is a negative. */
export function parseCases(jsonl: string, file: string): CaseSet {
  const meals: MealCase[] = [];
  const negatives: NegativeCase[] = [];
  for (const [index, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      const row = record(JSON.parse(line));
      const id = typeof row['id'] === 'string' ? row['id'] : `line ${index + 1}`;
      if (row['expect'] === undefined) meals.push(mealOf(row, id));
      else negatives.push({ ...headOf(row, id), expect: expectationOf(record(row['expect'])) });
    } catch (error) {
      throw new Error(`${file}:${index + 1}: ${(error as Error).message}`);
    }
  }
  return { meals, negatives };
}

function headOf(row: Row, id: string): { id: string; text: string; kind: string } {
  return { id, text: text(row, 'text'), kind: row['kind'] === undefined ? '' : text(row, 'kind') };
}

function mealOf(row: Row, id: string): MealCase {
  const ways = [row['items'], ...list(row['alternatives'] ?? [])];
  const breakdowns = ways.filter((way) => way !== undefined).map((way) => list(way).map(itemOf));
  return { ...headOf(row, id), figures: figuresOf(row), breakdowns };
}

function itemOf(value: unknown): TrueItem {
  const row = record(value);
  const figures = figuresOf(row);
  const { fndds } = row;
  return {
    desc: text(row, 'desc'),
    fndds: fndds === undefined || fndds === null ? null : number(row, 'fndds'),
    grams: number(row, 'grams'),
    figures: isWhole(figures) ? figures : undefined,
  };
}

function figuresOf(row: Row): Partial<Figures> {
  const given = FIGURES.filter((key) => row[key] !== undefined && row[key] !== null);
  return Object.fromEntries(given.map((key) => [key, number(row, key)]));
}

function isWhole(figures: Partial<Figures>): figures is Figures {
  return FIGURES.every((key) => figures[key] !== undefined);
}

function expectationOf(row: Row): Expectation {
  if (row['outcome'] === 'failed') {
    return { outcome: 'failed', reasons: list(row['reasons']).map(String) };
  }
  if (row['outcome'] !== 'completed') throw new Error('expect.outcome is failed or completed');
  const [least, most] = list(row['kcal_between']).map(Number);
  if (least === undefined || most === undefined) throw new Error('kcal_between has two numbers');
  return {
    outcome: 'completed',
    itemsMax: number(row, 'items_max'),
    kcalBetween: [least, most],
  };
}

type Row = Readonly<Record<string, unknown>>;

function record(value: unknown): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('must be an object');
  }
  return value as Row;
}

function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('must be a list');
  return value;
}

function text(row: Row, key: string): string {
  const value = row[key];
  if (typeof value !== 'string') throw new Error(`${key} must be a text`);
  return value;
}

function number(row: Row, key: string): number {
  const value = row[key];
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`${key} must be a number`);
  }
  return value;
}
