import type { Food } from '../analysis/index.js';
import { isMass, isMeasure, unitNamed } from '../analysis/words/units.js';

type Portions = Record<string, number>;

/** What people call a piece by its own name: `1 sandwich`, `1 taco`. */
const SKIP = /guideline|quantity not specified|cubic inch|surface|linear|^(?:1 )?(?:oz|lb|g)\b/u;

/** Portions by unit from a database's words; the first portion of each unit counts. */
export function derivePortions(portions: readonly (readonly [string, number])[]): {
  readonly portions: Readonly<Portions>;
  readonly usual: Food['usual'];
} {
  const out: Portions = {};
  let usualGrams: number | undefined;
  for (const [words, grams] of portions) {
    const lower = words.toLowerCase();
    if (/quantity not specified/u.test(lower) && grams > 0) usualGrams = grams;
    if (!(grams > 0) || SKIP.test(lower)) continue;
    const { amount, unit } = unitOf(lower);
    if (unit !== undefined && out[unit] === undefined) out[unit] = round(grams / amount);
  }
  return { portions: out, usual: usualOf(out, usualGrams) };
}

function unitOf(words: string): { readonly amount: number; readonly unit: string | undefined } {
  const match = /^(\d+(?:\.\d+)?)(?:\s*[/]\s*(\d+))?\s*(.*)$/u.exec(words);
  const amount = match === null ? 1 : Number(match[1]) / Number(match[2] ?? 1);
  const rest = (match?.[3] ?? words)
    .replace(/\([^)]*\)/gu, '')
    .replace(/,.*$/u, '')
    .trim();
  const names = rest.split(/\s+/u).filter(Boolean);
  if (!(amount > 0) || names.length === 0) return { amount: 1, unit: undefined };
  if (/^fl(?:uid)?\.? oz|^fluid ounce/u.test(rest)) return { amount, unit: 'fl_oz' };
  const units = names.map((name) => unitNamed(name));
  const unit = units.find((name) => name !== undefined && !isMass(name));
  if (units.some((name) => name !== undefined && isMass(name))) return { amount, unit: undefined };
  if (unit !== undefined) return { amount, unit };
  return { amount, unit: names.length <= 3 ? 'piece' : undefined };
}

function usualOf(portions: Readonly<Portions>, usualGrams: number | undefined): Food['usual'] {
  if (usualGrams !== undefined) {
    const same = Object.keys(portions).find((unit) => portions[unit] === round(usualGrams));
    if (same !== undefined) return { quantity: 1, unit: same };
    const whole = Object.keys(portions).find(
      (unit) => !isMeasure(unit) && Number.isInteger(usualGrams / (portions[unit] ?? 1)),
    );
    if (whole !== undefined) {
      return { quantity: usualGrams / (portions[whole] ?? 1), unit: whole };
    }
    return { quantity: round(usualGrams), unit: 'g' };
  }
  const first = ['serving', 'piece', 'medium', 'slice', 'cup', 'tbsp'].find(
    (unit) => unit in portions,
  );
  return first === undefined ? { quantity: 100, unit: 'g' } : { quantity: 1, unit: first };
}

function round(grams: number): number {
  return Math.round(grams * 100) / 100;
}
