import type { MealLogItem } from '@mealwire/client';
import type { ComponentChildren } from 'preact';
import { amount, kcal } from '../format.js';
import { ItemDoubts } from './item-doubts.js';
import { nameOf } from './item-name.js';
import { MacroFigures } from './macro-figures.js';

interface MealItemRowProps {
  readonly item: MealLogItem;
  /** The button that opens what can be done about it. */
  readonly action: ComponentChildren;
  /** What can be done about it, where that is open. */
  readonly children: ComponentChildren;
}

export function MealItemRow({ item, action, children }: MealItemRowProps) {
  const isKnown = item.food_id !== '';
  return (
    <li class="item" data-testid="meal-item" data-needs-review={item.needs_review}>
      <div class="item-main">
        <span class="item-name">{nameOf(item)}</span>
        <span class="item-kcal">
          {isKnown ? kcal(item.calories) : '–'} <small>kcal</small>
        </span>
        {action}
      </div>
      <div class="item-detail">
        <span>{amount(item.quantity, item.unit, item.grams)}</span>
        {isKnown && <MacroFigures nutrition={item} />}
      </div>
      <ItemDoubts item={item} />
      {children}
    </li>
  );
}
