import type { Food } from '../food.js';
import { buildLexicon, type Lexicon } from '../match/lexicon.js';
import { FoodTableError, parseFoods, type TableProblem } from './parse-foods.js';

/** The foods that an analyser knows, ready for looking words up. */
export interface FoodTable {
  /** Name and content hash: changes with every figure, alias and portion. */
  readonly version: string;
  readonly foods: readonly Food[];
  readonly byId: ReadonlyMap<string, Food>;
  readonly lexicon: Lexicon;
}

/** Throws `FoodTableError` for rows that are not valid and for an id that is used twice. */
export function foodTable(
  version: string,
  files: readonly { readonly file: string; readonly text: string }[],
): FoodTable {
  const foods: Food[] = [];
  const byId = new Map<string, Food>();
  const problems: TableProblem[] = [];
  for (const { file, text } of files) {
    const parsed = parseFoods(text, file);
    problems.push(...parsed.problems);
    for (const food of parsed.foods) {
      if (byId.has(food.id)) {
        problems.push({ file, line: 0, field: 'id', problem: `'${food.id}' is there twice` });
      }
      byId.set(food.id, food);
      foods.push(food);
    }
  }
  if (foods.length === 0 && problems.length === 0) {
    problems.push({ file: files[0]?.file ?? '', line: 0, field: '', problem: 'has no foods' });
  }
  if (problems.length > 0) throw new FoodTableError(problems);
  return { version, foods, byId, lexicon: buildLexicon(foods) };
}

/** A table of foods made elsewhere: tests, and what was just imported. */
export function tableOf(version: string, foods: readonly Food[]): FoodTable {
  const byId = new Map(foods.map((food) => [food.id, food] as const));
  return { version, foods, byId, lexicon: buildLexicon(foods) };
}
