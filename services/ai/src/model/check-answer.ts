import type { Mention } from '../analysis/index.js';
import { type Token, tokenise } from '../analysis/normalise/tokenise.js';
import { SIZES } from '../analysis/words/units.js';
import type { Answer, AnswerItem } from './answer-schema.js';
import { statedAmount } from './stated-amount.js';

/** What is left of an answer after it was held against the text. */
export interface CheckedAnswer {
  readonly mentions: readonly Mention[];
  /** What is wrong with the rest, in words for the model: they quote nothing. */
  readonly problems: readonly string[];
}

/** More than any meal has; the outcome has its own, smaller limit. */
const MAX_ANSWER_ITEMS = 100;

/**
 * Nothing that the model says is believed unless the text says it too: not a food, not a number,
 * not a unit. So neither a model that invents nor a text that gives it orders can add anything to
 * a meal. What is told twice and stands there once counts once. Pure.
 */
export function checkAnswer({ items }: Answer, text: string): CheckedAnswer {
  const words = wordsOf(text);
  const claimed = new Set<Token>();
  const mentions: Mention[] = [];
  const problems: string[] = [];
  for (const [index, item] of items.slice(0, MAX_ANSWER_ITEMS).entries()) {
    const places = placesOf(wordsOf(item.phrase), words);
    const food = wordsOf(item.food);
    if (places.length === 0) {
      problems.push(`items[${index}].phrase is not copied from meal_text`);
    } else if (food.length === 0 || !isWithin(food, places[0] ?? [])) {
      problems.push(`items[${index}].food is not made of words of its phrase`);
    } else {
      const place = places.find((candidate) => claim(food, candidate, claimed));
      if (place !== undefined) mentions.push(mentionOf(item, place, text));
    }
  }
  if (items.length > MAX_ANSWER_ITEMS) problems.push('there are too many items');
  return { mentions, problems };
}

/** Case, accents, punctuation and spacing make no difference. */
function wordsOf(text: string): readonly Token[] {
  return tokenise(text).filter(({ kind }) => kind !== 'break');
}

/** Every place of the text that reads like the phrase. */
function placesOf(
  phrase: readonly Token[],
  words: readonly Token[],
): readonly (readonly Token[])[] {
  if (phrase.length === 0) return [];
  return words.flatMap((_, at) =>
    phrase.every(({ text }, i) => text === words[at + i]?.text)
      ? [words.slice(at, at + phrase.length)]
      : [],
  );
}

function isWithin(part: readonly Token[], whole: readonly Token[]): boolean {
  return part.every(({ text }) => whole.some((word) => word.text === text));
}

/**
 * Takes the words of a food at a place. False when earlier items have them all; `chicken tacos`
 * after `beef tacos` still has one of its own.
 */
function claim(food: readonly Token[], place: readonly Token[], claimed: Set<Token>): boolean {
  const own = place.filter((word) => food.some(({ text }) => text === word.text));
  const isNew = own.some((word) => !claimed.has(word));
  for (const word of own) claimed.add(word);
  return isNew;
}

function mentionOf(item: AnswerItem, place: readonly Token[], text: string): Mention {
  const { food, preparation, added_to: addedTo } = item;
  const rawText = text.slice(place[0]?.start ?? 0, place.at(-1)?.end ?? 0);
  const isStated = preparation !== null && isWithin(wordsOf(preparation), place);
  return {
    rawText,
    phrase: food,
    state: isStated ? preparation : undefined,
    size: place.map((word) => SIZES.get(word.text)).find((size) => size !== undefined),
    addedTo: addedTo ?? undefined,
    ...statedAmount(item, rawText),
  };
}
