import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ImportError, type SourceFood } from './source-food.js';

/**
 * Reads one JSON object per line with `code` (FNDDS) or `ndb` (SR), `desc`, figures per 100 g
 * (`kcal`, `protein`, `carbs`, `fat`, `sugar`, `fiber`, `sodium`) and `portions` as
 * `[[text, grams], …]`; `alt` or `common` may have other names.
 */
export function readJsonl(path: string): readonly SourceFood[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((row, index) => {
      if (row.trim() === '') return [];
      try {
        return [foodOf(JSON.parse(row) as Readonly<Record<string, unknown>>)];
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new ImportError(`${basename(path)}:${index + 1}: ${why}`);
      }
    });
}

function foodOf(row: Readonly<Record<string, unknown>>): SourceFood {
  const { code, ndb, desc, alt, common } = row;
  if (typeof desc !== 'string') throw new Error('needs a text "desc"');
  if (code === undefined && ndb === undefined) throw new Error('needs "code" or "ndb"');
  return {
    source: code === undefined ? `usda-sr:${String(ndb)}` : `usda-fndds:${String(code)}`,
    description: desc,
    otherNames: [...texts(alt), ...texts(common)],
    portions: portionsOf(row['portions']),
    per100g: {
      calories: number(row['kcal']),
      proteinG: number(row['protein']),
      carbsG: number(row['carbs']),
      fatG: number(row['fat']),
      fiberG: number(row['fiber']),
      sugarG: number(row['sugar']),
      sodiumMg: number(row['sodium']),
    },
  };
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/[;,]\s*/u).filter((name) => name !== '');
  return Array.isArray(value)
    ? value.filter((name): name is string => typeof name === 'string')
    : [];
}

function portionsOf(value: unknown): SourceFood['portions'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    if (!Array.isArray(entry)) return [];
    const [words, grams] = entry as readonly unknown[];
    return typeof words === 'string' && typeof grams === 'number' ? [[words, grams] as const] : [];
  });
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
