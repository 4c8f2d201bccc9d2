import type { AnalysedItem, Analysis } from '../../src/analysis/index.js';
import { FIGURES, type Figures, type MealCase } from '../cases.js';
import type { Reference } from '../reference.js';
import { matchBest } from './match-items.js';

// An amount within a quarter of the true one is as good as people's own estimates get.
const GRAMS_SHARE = 0.25;

export interface ItemVerdict {
  readonly confidence: number;
  readonly isRightFood: boolean;
  /** And the amount is within a quarter. */
  readonly isRightAmount: boolean;
}

/** One meal's answer against its truth. */
export interface MealScore {
  readonly meal: MealCase;
  readonly analysis: Analysis;
  readonly latencyMs: number;
  readonly isAnswered: boolean;
  /** Said minus true, for the figures that the case has. */
  readonly errors: Partial<Figures>;
  /** Undefined for a case without items. */
  readonly items: ItemScore | undefined;
}

export interface ItemScore {
  readonly right: number;
  readonly said: number;
  readonly meant: number;
  readonly isCountRight: boolean;
  readonly verdicts: readonly ItemVerdict[];
}

/** A refused meal counts as one without items and energy: that is what the person gets. */
export function scoreMeal(
  meal: MealCase,
  analysis: Analysis,
  latencyMs: number,
  reference: Reference,
): MealScore {
  const isAnswered = analysis.outcome === 'completed';
  const said = isAnswered ? analysis.items : [];
  const match = matchBest(said, meal.breakdowns, reference);
  return {
    meal,
    analysis,
    latencyMs,
    isAnswered,
    errors: errorsOf(meal.figures, totalsOf(analysis)),
    items: match && {
      right: match.pairs.length,
      said: match.said,
      meant: match.meant,
      isCountRight: meal.breakdowns.some((items) => items.length === said.length),
      verdicts: said.map((item) => verdictOf(item, match.pairs)),
    },
  };
}

export function totalsOf(analysis: Analysis): Figures {
  if (analysis.outcome === 'failed') return { kcal: 0, protein: 0, carbs: 0, fat: 0 };
  const { calories: kcal, proteinG: protein, carbsG: carbs, fatG: fat } = analysis.totals;
  return { kcal, protein, carbs, fat };
}

function errorsOf(meant: Partial<Figures>, said: Figures): Partial<Figures> {
  const errors: Record<string, number> = {};
  for (const figure of FIGURES) {
    const figureMeant = meant[figure];
    if (figureMeant !== undefined) errors[figure] = said[figure] - figureMeant;
  }
  return errors;
}

type Pairs = readonly { readonly said: AnalysedItem; readonly meant: { readonly grams: number } }[];

function verdictOf(item: AnalysedItem, pairs: Pairs): ItemVerdict {
  const meant = pairs.find(({ said }) => said === item)?.meant;
  const isRightAmount =
    meant !== undefined && Math.abs(item.grams - meant.grams) <= GRAMS_SHARE * meant.grams;
  return { confidence: item.confidence, isRightFood: meant !== undefined, isRightAmount };
}
