import type { Nutrition } from '../analysis/index.js';

/** One food as a USDA database describes it. */
export interface SourceFood {
  /** `usda-fndds:11111000`, `usda-sr:01001`. */
  readonly source: string;
  readonly description: string;
  /** Other names, brands among them. */
  readonly otherNames: readonly string[];
  /** Undefined where the database has no figure. */
  readonly per100g: { readonly [figure in keyof Nutrition]: number | undefined };
  /** Portions in the database's words with their grams: `1 cup, diced`, 132. */
  readonly portions: readonly (readonly [string, number])[];
}

/** How far a long import has come. */
export type Progress = (message: string) => void;

/** A file or folder that cannot be imported, in words for whoever typed the command. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
