import type { MealLogItem } from '@mealwire/client';
import { amount, kcal, words } from '../format.js';
import { MacroFigures } from './macro-figures.js';

export function MealItemRow({ item }: { readonly item: MealLogItem }) {
  const isKnown = item.food_id !== '';
  return (
    <li class="item" data-testid="meal-item" data-needs-review={item.needs_review}>
      <div class="item-main">
        <span class="item-name">{item.name === '' ? item.raw_text : item.name}</span>
        <span class="item-kcal">
          {isKnown ? kcal(item.calories) : '–'} <small>kcal</small>
        </span>
      </div>
      <div class="item-detail">
        <span>{amount(item.quantity, item.unit, item.grams)}</span>
        {isKnown && <MacroFigures nutrition={item} />}
      </div>
      {item.needs_review && (
        <p class="review" data-testid="needs-review">
          Needs review{item.review_reason !== '' && `: ${words(item.review_reason)}`}
        </p>
      )}
    </li>
  );
}
