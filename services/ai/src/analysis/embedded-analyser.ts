import { withShares } from './amount/shares.js';
import type { Analyser, Analysis, AnalysisRequest } from './analyser.js';
import { analyseMentions } from './item/analyse-mentions.js';
import { failed } from './item/failure.js';
import { withCorrectedCounts } from './normalise/corrected-counts.js';
import { inEnglishOrder } from './normalise/dishes-of.js';
import { readNumbers } from './normalise/numbers.js';
import { inPlainWords } from './normalise/plain-words.js';
import { withReferents } from './normalise/referents.js';
import { respell } from './normalise/respell.js';
import { withoutStatedNutrition } from './normalise/stated-nutrition.js';
import { MAX_TEXT_LENGTH, tokenise } from './normalise/tokenise.js';
import { withoutRest } from './normalise/what-was-left.js';
import { keepEaten } from './scope/eaten.js';
import { isForeign } from './scope/language.js';
import { withoutMachineText } from './scope/machine-text.js';
import { mealTypeIn } from './scope/meal-type.js';
import { withoutPlaceNames } from './scope/place-names.js';
import { brandsIn, withoutPlaces } from './scope/places.js';
import { readMentions, saysEaten } from './segment/read-mentions.js';
import type { FoodTable } from './table/food-table.js';

/**
 * Reads a meal with a table of foods: no key, no network, the same answer every time. The text is
 * split into words, numbers are read, what was not eaten is left out, and each remaining food is
 * looked up and weighed.
 */
export function createEmbeddedAnalyser(table: FoodTable): Analyser {
  return {
    name: 'embedded',
    tableVersion: table.version,
    async analyse(request, signal) {
      signal.throwIfAborted();
      return analyseMeal(request, table);
    },
  };
}

/** The same without a promise: pure, never throws. */
export function analyseMeal(request: AnalysisRequest, table: FoodTable): Analysis {
  if (request.text.trim() === '') return failed('empty_meal');
  const text = withoutMachineText(request.text);
  const said = withReferents(inPlainWords(tokenise(text)), table.lexicon);
  const inOrder = inEnglishOrder(said, table.lexicon);
  const words = withoutRest(withCorrectedCounts(withoutStatedNutrition(readNumbers(inOrder))));
  if (isForeign(words, text, table.lexicon)) return failed('unsupported_language');
  const eaten = keepEaten(words, text);
  const tokens = respell(
    withoutPlaceNames(withoutPlaces(withShares(eaten.tokens)), table.lexicon),
    table.lexicon,
  );
  const mentions = readMentions(tokens, text, table.lexicon, brandsIn(eaten.tokens));
  const analysis = analyseMentions(mentions, request, table, {
    isCut: text.length > MAX_TEXT_LENGTH,
    mealType: mealTypeIn(text),
    tellsEating: saysEaten(tokens),
  });
  const isEmpty = analysis.outcome === 'failed' && analysis.reason === 'no_food_detected';
  return isEmpty && eaten.saysNothingEaten ? failed('empty_meal') : analysis;
}
