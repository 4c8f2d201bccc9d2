import type { Mention } from '../analysis/index.js';
import { readNumbers } from '../analysis/normalise/numbers.js';
import { type Token, tokenise } from '../analysis/normalise/tokenise.js';
import { unitNamed } from '../analysis/words/units.js';
import type { AnswerItem } from './answer-schema.js';

export type StatedAmount = Pick<
  Mention,
  'quantity' | 'unit' | 'about' | 'isArticle' | 'isPlural' | 'assumptions'
>;

/**
 * The amount of an item as far as the words of its phrase state it. What they do not state is left
 * to the portions of the food table, however sure the model was.
 */
export function statedAmount(item: AnswerItem, phrase: string): StatedAmount {
  const words = readNumbers(tokenise(phrase));
  const numbers = words.filter(({ kind }) => kind === 'number');
  const unit = item.unit === null ? undefined : unitNamed(item.unit);
  if (unit !== undefined && !namesUnit(words, unit)) return NOT_UNDERSTOOD;
  // A unit of no language that we know: without it the number would count pieces.
  if (item.unit !== null && unit === undefined && numbers.length > 0) return NOT_UNDERSTOOD;
  if (numbers.length === 0 || item.quantity === null) return uncounted(item.food, words, unit);
  const quantity = statedNumber(item.quantity, numbers);
  if (quantity === undefined) return NOT_UNDERSTOOD;
  return { quantity, unit, about: numbers.some(({ about }) => about) };
}

const NOT_UNDERSTOOD: StatedAmount = { assumptions: ['the amount was not understood'] };

function uncounted(food: string, words: readonly Token[], unit: string | undefined): StatedAmount {
  if (/^an?$/u.test(words[0]?.text ?? '')) return { quantity: 1, unit, isArticle: true };
  const last = tokenise(food).at(-1);
  return {
    unit,
    isPlural: last !== undefined && last.text !== last.stem && last.text.endsWith('s'),
  };
}

/** The model's number where the phrase has it, as it is or multiplied (`two 8 oz steaks`). */
function statedNumber(said: number, numbers: readonly Token[]): number | undefined {
  const values = numbers.map(({ value }) => value);
  const products = values.flatMap((a, i) => values.slice(i + 1).map((b) => a * b));
  const isStated = [...values, ...products].some((value) => isClose(value, said));
  // The only number of the phrase is its amount, whatever the model made of it.
  return isStated ? said : values.length === 1 ? values[0] : undefined;
}

/** A third is written in many ways. */
function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.01 * Math.abs(a);
}

/** Whether the words name the unit; some units are two words. */
function namesUnit(words: readonly Token[], unit: string): boolean {
  return words.some(
    ({ text }, at) =>
      unitNamed(text) === unit || unitNamed(`${text} ${words[at + 1]?.text ?? ''}`) === unit,
  );
}
