import type { FoodAlternative } from './analyser.js';
import type { Food } from './food.js';
import { type Token, tokenise } from './normalise.js';
import { isDescriptor, isNoise } from './words.js';

/** Where in the tokens a food is named; `end` is exclusive. */
export interface FoodSpan {
  readonly start: number;
  readonly end: number;
  readonly food: Food;
}

/** The food table, ready for looking words up. */
export interface Lexicon {
  readonly byAlias: ReadonlyMap<string, Food>;
  readonly byWord: ReadonlyMap<string, readonly Food[]>;
  readonly longestAlias: number;
}

/** Throws when two foods claim one alias: a mistake in the table, seen at the first test. */
export function buildLexicon(foods: readonly Food[]): Lexicon {
  const byAlias = new Map<string, Food>();
  const byWord = new Map<string, Food[]>();
  let longestAlias = 1;
  for (const food of foods) {
    for (const alias of food.aliases) {
      const tokens = tokenise(alias);
      const key = keyOf(tokens);
      const owner = byAlias.get(key);
      if (owner !== undefined && owner !== food) {
        throw new Error(`alias '${alias}' belongs to both ${owner.id} and ${food.id}`);
      }
      byAlias.set(key, food);
      longestAlias = Math.max(longestAlias, tokens.length);
      for (const token of tokens) {
        const list = byWord.get(token.stem) ?? [];
        if (!list.includes(food)) byWord.set(token.stem, [...list, food]);
      }
    }
  }
  return { byAlias, byWord, longestAlias };
}

/** The foods named, left to right; at each place the longest alias wins. */
export function findFoods(tokens: readonly Token[], lexicon: Lexicon): readonly FoodSpan[] {
  const spans: FoodSpan[] = [];
  let at = 0;
  while (at < tokens.length) {
    const span = longestAt(tokens, at, lexicon);
    // `sugar free` names no sugar.
    const isAbsent = span !== undefined && tokens[span.end]?.text === 'free';
    if (span !== undefined && !isAbsent) spans.push(span);
    at = span?.end ?? at + 1;
  }
  return spans;
}

/** Up to three other foods that share a word with what was said, the last word first. */
export function alternativesTo(
  food: Food,
  said: readonly Token[],
  lexicon: Lexicon,
): readonly FoodAlternative[] {
  const telling = said.filter(({ stem }) => !isNoise(stem) && !isDescriptor(stem));
  const related = telling.toReversed().flatMap((token) => lexicon.byWord.get(token.stem) ?? []);
  const others = new Set(related.filter((other) => other !== food));
  return [...others].slice(0, 3).map(({ id, name }) => ({ foodId: id, name }));
}

function longestAt(
  tokens: readonly Token[],
  start: number,
  lexicon: Lexicon,
): FoodSpan | undefined {
  for (let length = lexicon.longestAlias; length > 0; length -= 1) {
    const part = tokens.slice(start, start + length);
    if (part.length < length || part.some((token) => token.kind !== 'word')) continue;
    const food = lexicon.byAlias.get(keyOf(part));
    if (food !== undefined) return { start, end: start + length, food };
  }
  return undefined;
}

function keyOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.stem).join(' ');
}
