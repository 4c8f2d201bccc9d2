#!/usr/bin/env node
// Keeps the food table (services/ai/foods/*.jsonl) in order.
//
//   node services/ai/tools/foods.mjs check --reference DIR   validates every file, exit code 1 on errors
//   node services/ai/tools/foods.mjs fill --reference DIR    fills missing figures, portions and usual
//                                                            amounts in place, sorts and formats
//   node services/ai/tools/foods.mjs show --reference DIR CODE...   what `fill` would derive
//
// DIR holds fndds_union.jsonl and usda_sr.jsonl. Options: --only file.jsonl (fill), --quiet (check).
// Without --reference, `check` validates everything but the figures' origin.

import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const MASS = new Set(['g', 'oz', 'lb', 'kg', 'mg']);
const VOLUME = new Set(['ml', 'cl', 'dl', 'l', 'fl_oz', 'tsp', 'tbsp', 'cup', 'pint', 'quart']);
const HOUSEHOLD = new Set(
  (
    'bag ball bar basket block bottle bowl box bunch can carton clove container cube dollop drizzle ear ' +
    'fillet floret footlong glass half handful head jar leaf link loaf medium mug nugget order packet ' +
    'pat patty piece pinch plate pouch rack ring roll scoop serving sheet shot sleeve slice small large ' +
    'spear splash sprig square stalk stick strip wedge'
  ).split(' '),
);
const KEYS = ['id', 'name', 'source', 'aliases', 'per_100g', 'portions', 'usual', 'drink', 'added'];
const FIGURES = {
  kcal: 'kcal',
  protein_g: 'protein',
  carbs_g: 'carbs',
  fat_g: 'fat',
  fiber_g: 'fiber',
  sugar_g: 'sugar',
  sodium_mg: 'sodium',
};
const ADDED = ['to_drink_g', 'to_food_g'];

/** Two spellings that the analyser does not tell apart fold to one key. */
export function fold(alias) {
  return alias
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/gu, '')
    .replace(/['’]/gu, '')
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{N}%.]+/gu, ' ')
    .trim()
    .split(/\s+/u)
    .map(singular)
    .join(' ');
}

function singular(word) {
  if (word.length < 4 || /(?:ss|us|is)$/u.test(word)) return word;
  if (/(?:ch|sh|x|ss|o)es$/u.test(word)) return word.slice(0, -2);
  const bare = word.endsWith('s') ? word.slice(0, -1) : word;
  if (bare.endsWith('ie') && bare.length > 3) return `${bare.slice(0, -2)}y`;
  return bare;
}

// ---------------------------------------------------------------- portions from the reference

// In order of preference; the first portion that matches names the unit. `N` is one plain noun.
const DERIVED = [
  ['cup', /^1 cup$/],
  ['cup', /^1 cup(?:,| \()(?: ?NFS| ?8 fl oz)/],
  [
    'cup',
    /^1 cup, (?:cooked|sliced|pieces?|chopped|diced|cut pieces|cubed|cut up|whole|halves|prepared)/,
  ],
  ['cup', /^1 cup, (?!dry|raw|in shell|popped|unpopped|mashed|melted|pureed|.*yield)/],
  ['cup', /^1 cup, popped/],
  ['fl_oz', /^1 fl oz$/],
  ['fl_oz', /^1 fl oz \((?:NFS|no ice)\)/],
  ['tbsp', /^1 tablespoon$/],
  ['tbsp', /^1 tablespoon, (?!dry)/],
  ['tbsp', /^1 tbsp$/],
  ['tsp', /^1 (?:teaspoon|tsp)$/],
  ['slice', /^1 slice$/],
  ['slice', /^1 slice, NFS/],
  ['slice', /^1 (?:medium or )?(?:regular|medium) slice/],
  ['slice', /^1 slice, any size/],
  ['slice', /^1 piece\/slice/],
  ['slice', /^1 thin slice/],
  ['small', /^1 small$/],
  [
    'small',
    /^1 small (?!single|can|bag|box|bar|order|or |fillet|steak|slice)[a-z]+(?: or [a-z]+)?$/,
  ],
  ['small', /^1 small(?:,|\/| \()/],
  ['medium', /^1 medium$/],
  [
    'medium',
    /^1 medium (?!single|can|bag|box|bar|order|or |fillet|steak|slice)[a-z]+(?: or [a-z]+)?$/,
  ],
  ['medium', /^1 (?:medium(?:,|\/| \()|regular$|regular (?!single|bag|slice|can|sandwich)[a-z]+$)/],
  ['large', /^1 large$/],
  [
    'large',
    /^1 large (?!single|can|bag|box|bar|order|or |fillet|steak|slice)[a-z]+(?: or [a-z]+)?$/,
  ],
  ['large', /^1 (?:large(?:,|\/| \()|regular\/large)/],
  ['piece', /^1 piece$/],
  ['piece', /^1 piece, NFS/],
  ['piece', /^1 [^,]+, (?:NS as to size|any size|NS size)/],
  ['piece', /^1 (?:medium|regular)$/],
  ['piece', /^1 (?:medium|regular) (?!drink|single|can|bag|box|bar|order|or |slice|ear)[a-z]+$/],
  ['piece', /^1 [^,]*(?:NS as to size)/],
  ['piece', /^1 piece/],
  ['can', /^1 can$/],
  ['can', /^1 can(?: or bottle)? \(12 fl oz\)/],
  ['can', /^1 can/],
  ['bottle', /^1 bottle$/],
  ['bottle', /^1 (?:can or )?bottle(?:, NFS| \((?:16\.9|20|16|12))/],
  ['bottle', /^1 bottle/],
  ['bar', /^1 bar$/],
  ['bar', /^1 (?:regular|medium)(?: size)? bar|^1 bar(?:,| \()/],
  ['packet', /^1 (?:individual )?packet$/],
  ['packet', /^1 packet, reconstituted|^1 packet(?:,| \()|^1 package$/],
  ['pouch', /^1 pouch/],
  ['bag', /^1 bag$|^1 (?:small )?single serving bag|^1 bag\b/],
  ['container', /^1 (?:individual )?container(?:, NFS)?$/],
  ['container', /^1 (?:5\.3|6) oz container|^1 single serving container|^1 [^,]*container/],
  ['box', /^1 (?:single serving )?box$|^1 single serving box/],
  ['stick', /^1 (?:medium )?stick$/],
  ['patty', /^1 patty$/],
  ['link', /^1 link$/],
  ['wedge', /^1 wedge/],
  ['half', /^1 half/],
  ['clove', /^1 clove/],
  ['leaf', /^1 (?:medium )?leaf/],
  ['spear', /^1 (?:medium )?spear/],
  ['floret', /^1 (?:flower|flor)et/],
  ['stalk', /^1 (?:medium )?stalk/],
  ['sprig', /^1 sprig/],
  ['ear', /^1 (?:regular |medium )?ear/],
  ['head', /^1 (?:medium )?head/],
  ['strip', /^1 strip/],
  ['ring', /^1 (?:medium )?ring/],
  ['nugget', /^1 nugget|^1 bite size\/nugget/],
  ['fillet', /^1 medium fillet|^1 fillet|^1 (?:small\/)?regular fillet/],
  ['scoop', /^1 scoop/],
  ['shot', /^1 (?:shot|jigger)/],
  ['pat', /^1 pat$/],
  ['cube', /^1 cube/],
  ['ball', /^1 ball/],
  ['roll', /^1 (?:medium |regular )?roll$/],
  ['square', /^1 square/],
  ['order', /^1 (?:fast food )?order/],
  ['glass', /^1 glass/],
  ['footlong', /^1 (?:12-inch submarine|.*footlong)/],
  // One natural unit by its own name: "1 egg", "1 cookie", "1 nut".
  [
    'piece',
    /^1 (?!cup|oz|fl|slice|tablespoon|teaspoon|tbsp|tsp|can|bottle|bar|package|packet|pouch|bag|container|box|jar|tub|drink|small|large|medium|thin|thick|miniature|cubic|surface|stick|patty|link|wedge|half|clove|leaf|spear|stalk|sprig|ear|head|strip|shot|pat|scoop|order|glass|sleeve|bunch|recipe|serving|kernel|individual)[a-z]+(?: [a-z]+)?$/,
  ],
];

// FNDDS writes its portions with counts of one; SR sometimes counts ("10 almonds").
const NATURAL = (
  'piece slice bar can bottle container packet pouch bag box stick patty link ear roll fillet cup ' +
  'scoop shot wedge half tbsp pat tsp fl_oz medium small'
).split(' ');

/** The household portions of a reference record. */
export function portionsOf(record) {
  const portions = {};
  for (const [unit, pattern] of DERIVED) {
    if (portions[unit] !== undefined) continue;
    const found = record.portions.find((p) => p.length === 2 && p[1] > 0 && pattern.test(p[0]));
    if (found !== undefined) portions[unit] = found[1];
  }
  if (portions.cup === undefined && portions.fl_oz !== undefined) {
    portions.cup = round(portions.fl_oz * 8);
  }
  const isDrink = portions.fl_oz !== undefined;
  if (!isDrink && portions.medium !== undefined) portions.piece ??= portions.medium;
  return portions;
}

/** What FNDDS takes when no quantity is said, in the unit that fits. */
export function usualOf(record, portions) {
  const said = record.portions.find((p) => p.length === 2 && p[0] === 'Quantity not specified');
  const fallback = NATURAL.find((unit) => portions[unit] !== undefined);
  if (said === undefined) {
    return fallback === undefined ? { quantity: 100, unit: 'g' } : { quantity: 1, unit: fallback };
  }
  const grams = said[1];
  const fits = (unit, count) =>
    portions[unit] !== undefined &&
    Math.abs(portions[unit] * count - grams) <= Math.max(0.011 * grams, 0.06);
  for (const count of [1, 2, 0.5, 3, 4, 0.25, 0.75, 1.5, 5, 6, 8, 10]) {
    const whole = Number.isInteger(count);
    const unit = NATURAL.find((u) => (whole || u === 'cup') && fits(u, count));
    if (unit !== undefined) return { quantity: count, unit };
  }
  return { quantity: grams, unit: 'g' };
}

function round(value) {
  return Math.round(value * 100) / 100;
}

// ---------------------------------------------------------------- files

function readReference(directory) {
  const records = new Map();
  const read = (file) =>
    readFileSync(join(directory, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  for (const record of read('fndds_union.jsonl')) records.set(`usda-fndds:${record.code}`, record);
  for (const record of read('usda_sr.jsonl')) records.set(`usda-sr:${record.ndb}`, record);
  return records;
}

/** Every line of every file, with what is wrong about the JSON itself. */
function readTable(directory) {
  const rows = [];
  const errors = [];
  for (const file of readdirSync(directory).sort()) {
    if (!file.endsWith('.jsonl')) continue;
    const lines = readFileSync(join(directory, file), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      if (line.trim() === '') continue;
      try {
        rows.push({ file, at: `${file}:${index + 1}`, food: JSON.parse(line) });
      } catch (error) {
        errors.push(`${file}:${index + 1}: not JSON: ${error.message}`);
      }
    }
  }
  return { rows, errors };
}

function figuresOf(record) {
  return Object.fromEntries(
    Object.entries(FIGURES).map(([ours, theirs]) => [ours, record[theirs] ?? 0]),
  );
}

/** One food as one line, keys in the order of the format. */
function format(food) {
  const ordered = {};
  for (const key of KEYS) {
    if (food[key] !== undefined) ordered[key] = food[key];
  }
  for (const key of Object.keys(food)) {
    if (!(key in ordered)) ordered[key] = food[key];
  }
  return JSON.stringify(ordered);
}

// ---------------------------------------------------------------- fill

function fill(directory, reference, only) {
  const { rows, errors } = readTable(directory);
  const files = new Map();
  for (const row of rows) {
    const rowsOfFile = files.get(row.file) ?? [];
    files.set(row.file, [...rowsOfFile, row]);
  }
  let filled = 0;
  for (const [file, rowsOfFile] of files) {
    if (only !== undefined && file !== only) continue;
    if (errors.some((error) => error.startsWith(`${file}:`))) continue; // nothing is lost
    for (const { food, at } of rowsOfFile) {
      const record = reference.get(food.source);
      if (record === undefined) {
        errors.push(`${at}: ${food.id}: no record ${food.source}`);
        continue;
      }
      if (food.per_100g === undefined) {
        food.per_100g = figuresOf(record);
        filled += 1;
      }
      food.portions ??= portionsOf(record);
      food.usual ??= usualOf(record, food.portions);
      const folded = (food.aliases ?? []).map(fold);
      food.aliases = food.aliases?.filter((_, index) => folded.indexOf(folded[index]) === index);
    }
    const sorted = rowsOfFile.map(({ food }) => food).sort((a, b) => (a.id < b.id ? -1 : 1));
    const text = `${sorted.map(format).join('\n')}\n`;
    const path = join(directory, file);
    if (text !== readFileSync(path, 'utf8')) {
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
    }
  }
  return { filled, errors };
}

// ---------------------------------------------------------------- check

function check(directory, reference) {
  const { rows, errors } = readTable(directory);
  const warnings = [];
  const ids = new Map();
  const aliases = new Map();
  for (const { food, at } of rows) {
    const say = (list, message) => list.push(`${at}: ${food.id}: ${message}`);
    const owner = ids.get(food.id);
    if (owner !== undefined) say(errors, `the id is also at ${owner}`);
    ids.set(food.id, at);
    for (const alias of food.aliases ?? []) {
      const key = fold(alias);
      const other = aliases.get(key);
      if (other === undefined) aliases.set(key, { food, at, alias });
      else if (other.food === food) say(warnings, `'${alias}' and '${other.alias}' are the same`);
      else say(errors, `alias '${alias}' also belongs to ${other.food.id} (${other.at})`);
      if (key === '' || alias !== alias.toLowerCase())
        say(errors, `alias '${alias}' is not lower case`);
    }
    checkFood(food, (message) => say(errors, message));
    const record = reference?.get(food.source);
    if (reference !== undefined && record === undefined) say(errors, `no record ${food.source}`);
    if (record !== undefined && food.per_100g !== undefined) {
      for (const [figure, value] of Object.entries(figuresOf(record))) {
        const ours = food.per_100g[figure];
        if (ours !== value) say(errors, `${figure} is ${ours}, the reference says ${value}`);
      }
    }
    checkEnergy(food, record, (message) => say(warnings, message));
    checkUsual(food, record, (message) => say(warnings, message));
  }
  return { rows, errors, warnings, aliases };
}

function checkFood(food, fail) {
  const { id, name, source, per_100g: figures, portions, usual, drink, added } = food;
  for (const key of Object.keys(food)) if (!KEYS.includes(key)) fail(`unknown key ${key}`);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id ?? '')) fail('the id is not kebab-case');
  if (typeof name !== 'string' || name === '') fail('no name');
  if (!/^usda-(?:fndds:\d{8}|sr:\d{5})$/u.test(source ?? '')) fail(`source is ${source}`);
  if (!Array.isArray(food.aliases) || food.aliases.length === 0) fail('no aliases');
  if (figures === undefined) fail('no figures: run fill');
  else {
    if (Object.keys(figures).join() !== Object.keys(FIGURES).join()) fail('figures out of order');
    for (const [key, value] of Object.entries(figures)) {
      if (!(Number.isFinite(value) && value >= 0)) fail(`${key} is ${value}`);
    }
    const { protein_g: protein, carbs_g: carbs, fat_g: fat, sugar_g: sugar } = figures;
    if (protein + carbs + fat > 102) fail('more than 100 g of nutrients in 100 g');
    if (sugar > carbs + 1) fail('more sugar than carbohydrate');
  }
  if (portions === undefined || usual === undefined)
    return fail('no portions or no usual: run fill');
  for (const [unit, grams] of Object.entries(portions)) {
    if (!HOUSEHOLD.has(unit) && !VOLUME.has(unit)) fail(`unknown portion ${unit}`);
    if (!(Number.isFinite(grams) && grams > 0)) fail(`portion ${unit} is ${grams}`);
  }
  const { quantity, unit } = usual;
  if (!(Number.isFinite(quantity) && quantity > 0)) fail(`usual quantity is ${quantity}`);
  if (usualGrams(food) === undefined) fail(`usual unit ${unit} has no grams`);
  if (drink !== undefined && drink !== true) fail('drink is true or absent');
  if (
    added !== undefined &&
    (Object.keys(added).join() !== ADDED.join() || Object.values(added).some((g) => !(g > 0)))
  ) {
    fail('added needs to_drink_g and to_food_g');
  }
  return undefined;
}

function checkEnergy({ per_100g: figures }, record, warn) {
  if (figures === undefined) return;
  const { kcal, protein_g: protein, carbs_g: carbs, fat_g: fat, fiber_g: fiber } = figures;
  const alcohol = record?.alcohol ?? 0;
  const most = 4 * protein + 4 * carbs + 9 * fat + 7 * alcohol;
  const least = most - 3 * fiber;
  if (kcal > 15 + 1.15 * most || kcal < 0.85 * least - 15) {
    warn(`${kcal} kcal, but its parts have ${round(most)}`);
  }
}

function checkUsual(food, record, warn) {
  const said = record?.portions.find((p) => p[0] === 'Quantity not specified')?.[1];
  const ours = food.portions && food.usual ? usualGrams(food) : undefined;
  if (said === undefined || ours === undefined) return;
  if (ours > 1.3 * said || ours < said / 1.3)
    warn(`usually ${round(ours)} g, FNDDS says ${said} g`);
}

const ML = {
  ml: 1,
  cl: 10,
  dl: 100,
  l: 1000,
  fl_oz: 29.5735,
  tsp: 4.92892,
  tbsp: 14.7868,
  cup: 236.588,
  pint: 473.176,
  quart: 946.353,
};
const G = { mg: 0.001, g: 1, kg: 1000, oz: 28.3495, lb: 453.592 };

function usualGrams({ portions, usual: { quantity, unit } }) {
  if (MASS.has(unit)) return quantity * G[unit];
  if (portions[unit] !== undefined) return quantity * portions[unit];
  if (!VOLUME.has(unit)) return undefined;
  const known = ['cup', 'tbsp', 'fl_oz', 'tsp'].find((u) => portions[u] !== undefined);
  return known === undefined ? undefined : (quantity * ML[unit] * portions[known]) / ML[known];
}

// ---------------------------------------------------------------- command line

function print(line) {
  process.stdout.write(`${line}\n`);
}

function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      reference: { type: 'string' },
      only: { type: 'string' },
      quiet: { type: 'boolean', default: false },
      foods: { type: 'string', default: fileURLToPath(new URL('../foods', import.meta.url)) },
    },
  });
  const [command, ...codes] = positionals;
  const reference = values.reference === undefined ? undefined : readReference(values.reference);
  if (command === 'check') return runCheck(values.foods, reference, values.quiet);
  if (command === 'fill' && reference !== undefined) {
    const { filled, errors } = fill(values.foods, reference, values.only);
    for (const error of errors) print(`error ${error}`);
    print(`${filled} foods filled`);
    return errors.length === 0 ? 0 : 1;
  }
  if (command === 'show' && reference !== undefined) {
    for (const code of codes) show(reference, code);
    return 0;
  }
  print('usage: foods.mjs check|fill|show --reference DIR [--foods DIR] [--only FILE] [--quiet]');
  return 2;
}

function runCheck(directory, reference, quiet) {
  const { rows, errors, warnings, aliases } = check(directory, reference);
  for (const error of errors) print(`error ${error}`);
  if (!quiet) for (const warning of warnings) print(`warning ${warning}`);
  const counts = new Map();
  for (const { file } of rows) counts.set(file, (counts.get(file) ?? 0) + 1);
  for (const [file, count] of counts) print(`${String(count).padStart(6)} ${file}`);
  print(
    `${rows.length} foods, ${aliases.size} aliases, ${errors.length} errors, ${warnings.length} warnings`,
  );
  return errors.length === 0 ? 0 : 1;
}

function show(reference, code) {
  const source = code.length === 8 ? `usda-fndds:${code}` : `usda-sr:${code}`;
  const record = reference.get(source);
  if (record === undefined) return print(`${code}: no such record`);
  const portions = portionsOf(record);
  print(`${record.desc} ${JSON.stringify(record.portions)}`);
  return print(`${JSON.stringify(portions)} ${JSON.stringify(usualOf(record, portions))}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
