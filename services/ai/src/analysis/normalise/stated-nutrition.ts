import { isMass, unitOf } from '../words/units.js';
import { wordSet } from '../words/word-sets.js';
import type { Token } from './tokenise.js';

const ENERGY = wordSet('kcal kcals cal cals calorie calories kj joules');
const LINKS = wordSet('to is are of be at as about');
const BODY = wordSet('weight weigh weighed weighing bodyweight bw');
const BODY_LINKS = wordSet('in at is was now this morning today about around');
const NUTRIENTS = wordSet(
  'protein proteins carb carbs carbohydrate carbohydrates fat fats fiber fibre sodium sugars net',
);
// With one of these behind it the nutrient is part of a name: `30 g protein powder`.
const NAMES = wordSet(
  'powder shake shakes bar bars drink drinks smoothie pancake pancakes milk yogurt yoghurt free ' +
    'water cookie cookies ball balls scoop scoops pudding bread tortilla tortillas wrap wraps oats ' +
    'chips cereal ice bagel isolate coffee bites bite muffin crisps snack snacks pack packs bowl',
);

/** Takes out what states nutrition and no amount: `30 g protein`, `350 kcal`, `200 calorie`. */
export function withoutStatedNutrition(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const length = statedAt(tokens, at);
    if (length === 0) out.push(tokens[at] as Token);
    at += Math.max(1, length);
  }
  return out;
}

/** `calories: 0`, `kcal = 120`. */
function statedBehind(tokens: readonly Token[], at: number): number {
  if (!ENERGY.has(tokens[at]?.text ?? '')) return 0;
  for (let ahead = at + 1; ahead <= at + 3; ahead += 1) {
    const token = tokens[ahead];
    if (token?.kind === 'number') return ahead - at + 1;
    const isLink = token?.text === ':' || LINKS.has(token?.text ?? '');
    if (!isLink) return 0;
  }
  return 0;
}

/** `weight 180 lbs`, `weighed in at 82 kg`: of the person. */
function bodyWeightAt(tokens: readonly Token[], at: number): number {
  if (!BODY.has(tokens[at]?.text ?? '')) return 0;
  for (let ahead = at + 1; ahead <= at + 4; ahead += 1) {
    const token = tokens[ahead];
    if (token?.kind === 'number') {
      const unit = unitOf(tokens[ahead + 1]?.stem ?? '');
      const isBody = unit === 'lb' || unit === 'kg' || (unit === undefined && token.value > 60);
      if (!isBody) return 0;
      return ahead - at + (unit === undefined ? 1 : 2);
    }
    if (token?.text !== ':' && !BODY_LINKS.has(token?.text ?? '')) return 0;
  }
  return 0;
}

/** How many tokens state nutrition from here on. */
function statedAt(tokens: readonly Token[], at: number): number {
  const behind = statedBehind(tokens, at) || bodyWeightAt(tokens, at);
  if (behind > 0) return behind;
  if (tokens[at]?.kind !== 'number') return 0;
  const text = (ahead: number): string => tokens[at + ahead]?.text ?? '';
  if (ENERGY.has(text(1))) return text(2) === 'of' ? 0 : 2;
  const unit = unitOf(tokens[at + 1]?.stem ?? '');
  const isWeighed = unit !== undefined && isMass(unit) && unit !== 'oz' && unit !== 'lb';
  const start = isWeighed ? 2 : 1;
  const nutrient = text(start) === 'of' ? start + 1 : start;
  if (!NUTRIENTS.has(text(nutrient)) || NAMES.has(text(nutrient + 1))) return 0;
  // `1 protein` is a shake to many; `30 g protein` and `30 protein` are figures.
  if (!isWeighed && (tokens[at]?.value ?? 0) < 3) return 0;
  return nutrient + 1;
}
