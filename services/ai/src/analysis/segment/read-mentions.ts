import { readAmount } from '../amount/read-amount.js';
import type { Mention } from '../item/mention.js';
import type { Lexicon } from '../match/lexicon.js';
import type { Token } from '../normalise/tokenise.js';
import { isDescriptor } from '../words/descriptors.js';
import { isNoise } from '../words/noise.js';
import { absorb } from './absorb.js';
import { type Part, partsOf } from './parts.js';
import { chunksOf } from './segment.js';
import { findFoods } from './spans.js';

/** Cuts the tokens of what was eaten into one mention per food. `text` is what they point into. */
export function readMentions(
  tokens: readonly Token[],
  text: string,
  lexicon: Lexicon,
): readonly Mention[] {
  const chunks = chunksOf(tokens, findFoods(tokens, lexicon));
  const parts = absorb(
    withTrailingAmounts(chunks.filter((c) => !c.isExcluded).flatMap(partsOf)),
    lexicon,
  );
  const mentions: Mention[] = [];
  let base: Mention['addedTo'];
  for (const part of parts) {
    const mention = mentionOf(part, text, part.isAddition ? base : undefined);
    if (mention !== undefined) mentions.push(mention);
    if (part.span !== undefined && !part.isAddition)
      base = part.span.food.isDrink ? 'drink' : 'food';
  }
  return mentions;
}

/** `2% milk, 1 glass`, `rice (200 g)`, `eggs: 2`: an amount alone belongs to the food before it. */
function withTrailingAmounts(parts: readonly Part[]): readonly Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const previous = out.at(-1);
    const isAlone =
      part.span === undefined && part.joint !== 'sentence' && isOnlyAmount(part.before);
    if (previous?.span !== undefined && isAlone) {
      out.splice(-1, 1, { ...previous, after: [...previous.after, ...part.before] });
    } else {
      out.push(part);
    }
  }
  return out;
}

function isOnlyAmount(tokens: readonly Token[]): boolean {
  const { quantity, unit, size, rest } = readAmount(tokens, []);
  const says = quantity !== undefined || unit !== undefined || size !== undefined;
  return says && rest.every((token) => isNoise(token.stem));
}

function mentionOf(part: Part, text: string, addedTo: Mention['addedTo']): Mention | undefined {
  const amount = readAmount(part.before, part.after);
  const words = [...amount.rest.filter((token) => !isNoise(token.stem)), ...part.said];
  const ordered = words.filter((token) => token.kind === 'word' || part.said.includes(token));
  const telling = ordered.filter((token) => !isDescriptor(token.stem));
  if (part.span === undefined && telling.length === 0) return undefined;
  const last = part.said.at(-1);
  const respelled = ordered.filter((token) => token.misspelled !== undefined);
  return {
    rawText: rawTextOf(part, text),
    phrase: ordered
      .toSorted((a, b) => a.start - b.start)
      .map((token) => token.text)
      .join(' '),
    quantity: amount.quantity,
    unit: amount.unit,
    size: amount.size,
    about: amount.about,
    isArticle: amount.isArticle,
    isPlural: last !== undefined && amount.quantity === undefined && last.text !== singular(last),
    addedTo,
    respelled: respelled.map((token) => [token.misspelled ?? '', token.text] as const),
  };
}

function singular(token: Token): string {
  return token.text.endsWith('s') && token.stem !== token.text ? '' : token.text;
}

function rawTextOf(part: Part, text: string): string {
  const all = [...part.before, ...part.said, ...part.after].toSorted((a, b) => a.start - b.start);
  const first = all.findIndex(isTelling);
  const last = all.findLastIndex(isTelling);
  const tokens = first < 0 ? all : all.slice(first, last + 1);
  const start = Math.min(...tokens.map((token) => token.start));
  const end = Math.max(...tokens.map((token) => token.end));
  const raw = text.slice(start, end);
  // `rice (1 cup)`: brackets name nothing, so the closing one is fetched here.
  const close = raw.includes('(') && !raw.includes(')') ? text.indexOf(')', end) : -1;
  return (close < 0 ? raw : text.slice(start, close + 1)).trim();
}

/** Not `I had` before the food, nor `for breakfast` behind it. */
function isTelling(token: Token): boolean {
  return token.kind === 'number' || /^an?$/u.test(token.text) || !isNoise(token.stem);
}
