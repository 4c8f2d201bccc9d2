import type { ItemCorrection } from '@mealwire/client';
import { CorrectedNote } from '../changes/corrected-note.js';
import { kcal, milliseconds } from '../format.js';
import { MacroBar } from './macro-bar.js';
import { analysedMs, type Meal } from './meal.js';
import { MealItems } from './meal-items.js';

interface MealResultProps {
  readonly meal: Meal;
  readonly isBusy: boolean;
  readonly onCorrect: (correction: ItemCorrection) => void;
}

export function MealResult({ meal, isBusy, onCorrect }: MealResultProps) {
  return (
    <div class="result">
      <MealItems
        // Another result has other items: what was open on one of the old ones is closed.
        key={meal.changedAt}
        items={meal.items}
        isBusy={isBusy}
        onCorrect={onCorrect}
      />
      {meal.totals !== null && (
        <div class="totals">
          <p class="total">
            <strong data-testid="total-calories" data-value={meal.totals.calories}>
              {kcal(meal.totals.calories)}
            </strong>{' '}
            kcal
            {meal.isPartial && <span class="partial">without the unknown items</span>}
          </p>
          <MacroBar nutrition={meal.totals} />
        </div>
      )}
      {meal.correctedAt === null ? (
        <MealTiming meal={meal} />
      ) : (
        <CorrectedNote at={meal.correctedAt} />
      )}
    </div>
  );
}

/** How the outcome came, where that is worth a word. */
const WAYS = { socket: '', replay: ' · replayed', polling: ' · by polling' } as const;

function MealTiming({ meal }: { readonly meal: Meal }) {
  if (meal.tookMs !== null) {
    const tookMs = Math.round(meal.tookMs);
    return (
      <p
        class="timing"
        data-testid="meal-timing"
        data-took-ms={tookMs}
        data-arrived-by={meal.arrivedBy}
      >
        On your phone in {milliseconds(tookMs)}
        {WAYS[meal.arrivedBy ?? 'socket']}
      </p>
    );
  }
  const tookMs = analysedMs(meal);
  return tookMs === null ? null : <p class="timing">Analysed in {milliseconds(tookMs)}</p>;
}
