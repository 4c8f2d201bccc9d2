import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Nutrition } from '../analysis/index.js';
import { readCsv } from './csv.js';
import { ImportError, type Progress, type SourceFood } from './source-food.js';

/** Of a full download; branded and sample foods are left out. */
const KINDS = new Set(['survey_fndds_food', 'sr_legacy_food', 'foundation_food']);

/** By nutrient number, which every release has; the first one that a food states counts. */
const NUMBERS: Readonly<Record<keyof Nutrition, readonly string[]>> = {
  calories: ['208', '957', '958'],
  proteinG: ['203'],
  fatG: ['204'],
  carbsG: ['205'],
  fiberG: ['291'],
  sugarG: ['269', '269.3'],
  sodiumMg: ['307'],
};

interface Draft {
  source: string;
  readonly description: string;
  readonly otherNames: string[];
  readonly figures: Map<string, number>;
  readonly portions: (readonly [string, number])[];
}

/** Reads a FoodData Central download: the folder that its CSV files were unpacked into. */
export async function readFdc(folder: string, progress: Progress): Promise<readonly SourceFood[]> {
  for (const name of ['food.csv', 'food_nutrient.csv', 'nutrient.csv']) {
    if (!existsSync(join(folder, name))) throw new ImportError(`${folder}: there is no ${name}`);
  }
  const foods = await readFoods(folder, progress);
  if (foods.size === 0) {
    throw new ImportError(`${folder}: food.csv has no food of ${[...KINDS].join(', ')}`);
  }
  await readCodes(folder, foods);
  await readNutrients(folder, foods, progress);
  await readPortions(folder, foods, progress);
  await readNames(folder, foods);
  return [...foods.values()].map(sourceFood);
}

async function readFoods(folder: string, progress: Progress): Promise<Map<string, Draft>> {
  const foods = new Map<string, Draft>();
  const columns = ['fdc_id', 'data_type', 'description'];
  for await (const row of readCsv(join(folder, 'food.csv'), columns)) {
    if (!KINDS.has(row['data_type'] ?? '')) continue;
    foods.set(row['fdc_id'] ?? '', {
      source: `usda-fdc:${row['fdc_id']}`,
      description: row['description'] ?? '',
      otherNames: [],
      figures: new Map(),
      portions: [],
    });
  }
  progress(`${foods.size} foods in food.csv`);
  return foods;
}

/** The codes under which the databases themselves know their foods. */
async function readCodes(folder: string, foods: ReadonlyMap<string, Draft>): Promise<void> {
  const files = [
    ['survey_fndds_food.csv', 'food_code', 'usda-fndds'],
    ['sr_legacy_food.csv', 'NDB_number', 'usda-sr'],
    ['foundation_food.csv', 'NDB_number', 'usda-sr'],
  ] as const;
  for (const [name, column, prefix] of files) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    for await (const row of readCsv(path, ['fdc_id', column])) {
      const food = foods.get(row['fdc_id'] ?? '');
      const code = row[column] ?? '';
      if (food === undefined || code === '') continue;
      food.source = `${prefix}:${prefix === 'usda-sr' ? code.padStart(5, '0') : code}`;
    }
  }
}

async function readNutrients(
  folder: string,
  foods: ReadonlyMap<string, Draft>,
  progress: Progress,
): Promise<void> {
  const numbers = new Map<string, string>();
  for await (const row of readCsv(join(folder, 'nutrient.csv'), ['id', 'nutrient_nbr'])) {
    numbers.set(row['id'] ?? '', String(Number(row['nutrient_nbr'])));
  }
  let read = 0;
  const columns = ['fdc_id', 'nutrient_id', 'amount'];
  for await (const row of readCsv(join(folder, 'food_nutrient.csv'), columns)) {
    read += 1;
    if (read % 1_000_000 === 0) progress(`${read / 1_000_000} million nutrient figures`);
    const id = row['nutrient_id'] ?? '';
    // Older releases write the number itself.
    foods.get(row['fdc_id'] ?? '')?.figures.set(numbers.get(id) ?? id, Number(row['amount']));
  }
  progress(`${read} nutrient figures in food_nutrient.csv`);
}

async function readPortions(
  folder: string,
  foods: ReadonlyMap<string, Draft>,
  progress: Progress,
): Promise<void> {
  const path = join(folder, 'food_portion.csv');
  if (!existsSync(path)) return;
  const units = new Map<string, string>();
  const unitsPath = join(folder, 'measure_unit.csv');
  if (existsSync(unitsPath)) {
    for await (const row of readCsv(unitsPath, ['id', 'name'])) {
      units.set(row['id'] ?? '', row['name'] ?? '');
    }
  }
  let read = 0;
  for await (const row of readCsv(path, ['fdc_id', 'gram_weight'])) {
    const grams = Number(row['gram_weight']);
    const food = foods.get(row['fdc_id'] ?? '');
    if (food === undefined || !(grams > 0)) continue;
    const unit = units.get(row['measure_unit_id'] ?? '') ?? '';
    const named = [row['amount'] || '1', unit === 'undetermined' ? '' : unit, row['modifier']];
    const words = row['portion_description'] || named.filter(Boolean).join(' ');
    // FNDDS has codes as modifiers and its words in the description.
    food.portions.push([words.replace(/ \d{5,}$/u, ''), grams]);
    read += 1;
  }
  progress(`${read} portions in food_portion.csv`);
}

/** FNDDS keeps further names of a food as attributes. */
async function readNames(folder: string, foods: ReadonlyMap<string, Draft>): Promise<void> {
  const path = join(folder, 'food_attribute.csv');
  if (!existsSync(path)) return;
  for await (const row of readCsv(path, ['fdc_id', 'value'])) {
    const value = row['value'] ?? '';
    if (/\p{L}/u.test(value) && !/^(?:adjust|update)/iu.test(value)) {
      foods.get(row['fdc_id'] ?? '')?.otherNames.push(...value.split(/;\s*/u));
    }
  }
}

function sourceFood({ source, description, otherNames, figures, portions }: Draft): SourceFood {
  const figure = (name: keyof Nutrition): number | undefined =>
    NUMBERS[name].map((number) => figures.get(number)).find((value) => value !== undefined);
  return {
    source,
    description,
    otherNames,
    portions,
    per100g: {
      calories: figure('calories'),
      proteinG: figure('proteinG'),
      carbsG: figure('carbsG'),
      fatG: figure('fatG'),
      fiberG: figure('fiberG'),
      sugarG: figure('sugarG'),
      sodiumMg: figure('sodiumMg'),
    },
  };
}
