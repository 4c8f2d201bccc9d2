import type {
  AnalysedItem,
  Analyser,
  Analysis,
  AnalysisRequest,
  FailureReason,
} from './analyser.js';
import { type Assembled, assemble, baseOf } from './assemble.js';
import { keepEaten } from './eaten.js';
import { FOODS, TABLE_VERSION } from './foods/index.js';
import { isForeignScript, isPlausibleMeal, MAX_ITEMS } from './guards.js';
import { buildLexicon, findFoods } from './lexicon.js';
import { MAX_TEXT_LENGTH, tokenise } from './normalise.js';
import { readNumbers } from './numbers.js';
import { sum } from './nutrition.js';
import type { AddedTo } from './portion.js';
import { segment } from './segment.js';
import { mealTypeIn } from './words.js';

const LEXICON = buildLexicon(FOODS);

const MESSAGES: Readonly<Record<Exclude<FailureReason, `analysis_${string}`>, string>> = {
  no_food_detected: 'We could not find any food that you ate in this text.',
  empty_meal: 'This text says that nothing was eaten.',
  implausible_quantity: 'The amounts in this text do not look right. Please check the numbers.',
  unsupported_language: 'We can only read meals in English so far.',
};

/**
 * Reads a meal with a table of everyday foods: no key, no network, the same answer every time.
 * The text is split into words, numbers are read, what was not eaten is left out, and each
 * remaining food is weighed.
 */
export const embeddedAnalyser: Analyser = {
  name: 'embedded',
  tableVersion: TABLE_VERSION,
  async analyse(request, signal) {
    signal.throwIfAborted();
    return analyseText(request);
  },
};

function analyseText(request: AnalysisRequest): Analysis {
  const { text } = request;
  if (text.trim() === '') return failed('empty_meal');
  const eaten = keepEaten(readNumbers(tokenise(text)));
  const { parts, zeroes } = readParts(eaten.tokens, text);
  const counted = parts.filter((part) => part.kind === 'counted');
  if (counted.length === 0) {
    if (parts.some((part) => part.kind === 'implausible')) return failed('implausible_quantity');
    if (isForeignScript(text)) return failed('unsupported_language');
    const nothing = parts.length === 0 && (eaten.saysNothingEaten || zeroes > 0);
    return failed(nothing ? 'empty_meal' : 'no_food_detected');
  }
  return completed(request, parts);
}

function readParts(
  tokens: ReturnType<typeof tokenise>,
  text: string,
): { parts: readonly Assembled[]; zeroes: number } {
  const parts: Assembled[] = [];
  let zeroes = 0;
  let base: AddedTo;
  for (const part of segment(tokens, findFoods(tokens, LEXICON))) {
    const assembly = assemble(part, text, LEXICON, part.isAddition ? base : undefined);
    if (assembly === 'not_eaten') zeroes += 1;
    else if (assembly !== undefined) parts.push(assembly);
    if (part.span !== undefined && !part.isAddition) base = baseOf(part.span.food);
  }
  return { parts, zeroes };
}

function completed(request: AnalysisRequest, parts: readonly Assembled[]): Analysis {
  const kept = parts.slice(0, MAX_ITEMS);
  const items: readonly AnalysedItem[] = kept.map((part) => part.item);
  const totals = sum(items);
  if (!isPlausibleMeal(totals)) return failed('implausible_quantity');
  const cut = parts.length > MAX_ITEMS || request.text.length > MAX_TEXT_LENGTH;
  return {
    outcome: 'completed',
    items,
    totals,
    mealType: request.mealType ?? mealTypeIn(request.text),
    needsReview: cut || items.some((item) => item.needsReview),
    totalIsPartial: cut || kept.some((part) => part.kind !== 'counted'),
  };
}

function failed(reason: keyof typeof MESSAGES): Analysis {
  return { outcome: 'failed', reason, message: MESSAGES[reason] };
}
