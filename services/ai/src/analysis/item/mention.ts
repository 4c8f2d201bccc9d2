import type { Size } from '../words/units.js';

/** What a meal text says about one food, before any food table was asked. */
export interface Mention {
  /** The part of the meal text it was read from. */
  readonly rawText: string;
  /** The words that name the food, with how it was made: `grilled chicken breast`. */
  readonly phrase: string;
  /** The part of the phrase that the table knows as a name: `ground beef` of `ground beef skillet`. */
  readonly name?: string | undefined;
  /** How it was made or what it was like, where a reader keeps that apart: `fried`, `dry`. */
  readonly state?: string | undefined;
  /** Undefined when the text names no number. May be zero or negative: `0 apples`, `-3 apples`. */
  readonly quantity?: number | undefined;
  /** A unit in any spelling: `g`, `cups`, `slice`. Undefined for pieces and unnamed portions. */
  readonly unit?: string | undefined;
  readonly size?: Size | undefined;
  /** Across or along: `12 inch pizza`, `6" sub`. */
  readonly inches?: number | undefined;
  /** The quantity is a guess: `a few`, `2-3`. */
  readonly about?: boolean | undefined;
  /** The number is only an article: `a coffee`. */
  readonly isArticle?: boolean | undefined;
  /** The word is a plural without a number: `eggs`. */
  readonly isPlural?: boolean | undefined;
  /** Nothing but a guess that words name a food: left out where the table does not know it. */
  readonly isWeak?: boolean | undefined;
  /** What it was added to, if it was: a splash of milk in coffee, more on cereal. */
  readonly addedTo?: 'drink' | 'food' | undefined;
  /** On so many pieces: the butter of two slices of toast. */
  readonly addedTimes?: number | undefined;
  /** Words of the phrase that were respelled: what the text says, what was read. */
  readonly respelled?: readonly (readonly [string, string])[] | undefined;
  /** What the reader of the text took for granted, in words for a person. */
  readonly assumptions?: readonly string[] | undefined;
}
