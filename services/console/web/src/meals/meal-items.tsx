import type { ItemCorrection, MealLogItem } from '@mealwire/client';
import { useState } from 'preact/hooks';
import { ItemEditor } from '../changes/item-editor.js';
import { PencilIcon } from '../icons.js';
import { nameOf } from './item-name.js';
import { MealItemRow } from './meal-item-row.js';

interface MealItemsProps {
  readonly items: readonly MealLogItem[];
  readonly isBusy: boolean;
  readonly onCorrect: (correction: ItemCorrection) => void;
}

/** The items of one result; one of them can be open to be put right. */
export function MealItems({ items, isBusy, onCorrect }: MealItemsProps) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <ul class="items">
      {items.map((item, index) => (
        // Items have no id, and those of a result never change places.
        <MealItemRow
          key={index}
          item={item}
          action={
            <button
              type="button"
              class="item-edit"
              data-testid="item-edit"
              aria-label={`Correct ${nameOf(item)}`}
              aria-expanded={open === index}
              onClick={() => setOpen(open === index ? null : index)}
            >
              <PencilIcon />
            </button>
          }
        >
          {open === index && (
            <ItemEditor
              item={item}
              index={index}
              isOnly={items.length === 1}
              isBusy={isBusy}
              onCorrect={onCorrect}
            />
          )}
        </MealItemRow>
      ))}
    </ul>
  );
}
