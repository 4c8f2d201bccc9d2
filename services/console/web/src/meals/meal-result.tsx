import { kcal, milliseconds } from '../format.js';
import { MacroBar } from './macro-bar.js';
import { analysedMs, type Meal } from './meal.js';
import { MealItemRow } from './meal-item-row.js';

export function MealResult({ meal }: { readonly meal: Meal }) {
  return (
    <div class="result">
      <ul class="items">
        {meal.items.map((item, index) => (
          // Items have no id, and those of a result never change places.
          <MealItemRow key={index} item={item} />
        ))}
      </ul>
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
      <MealTiming meal={meal} />
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
