import type { ItemCorrection, MealLogItem } from '@mealwire/client';
import { useId, useState } from 'preact/hooks';
import { nameOf } from '../meals/item-name.js';
import { amountChange, draftOf, unitsFor } from './amount.js';

interface ItemEditorProps {
  readonly item: MealLogItem;
  readonly index: number;
  /** The last item: a meal without any is deleted instead. */
  readonly isOnly: boolean;
  readonly isBusy: boolean;
  readonly onCorrect: (correction: ItemCorrection) => void;
}

/** Puts one item right: another food, another amount, or not eaten at all. */
export function ItemEditor({ item, index, isOnly, isBusy, onCorrect }: ItemEditorProps) {
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(item));
  const change = item.food_id === '' ? null : amountChange(item, index, draft);
  return (
    <div class="editor" data-testid="item-editor">
      {item.alternatives.length > 0 && (
        <fieldset class="alternatives" aria-label={`Instead of ${nameOf(item)}`}>
          {item.alternatives.map(({ food_id, name }) => (
            <button
              key={food_id}
              type="button"
              class="chip"
              data-testid="alternative"
              disabled={isBusy}
              onClick={() => onCorrect({ op: 'change', index, food_id })}
            >
              {name}
            </button>
          ))}
        </fieldset>
      )}
      {item.food_id !== '' && (
        <form
          class="amount"
          onSubmit={(event) => {
            event.preventDefault();
            if (change !== null) onCorrect(change);
          }}
        >
          <label class="visually-hidden" for={`${id}-amount`}>
            Amount of {nameOf(item)}
          </label>
          <input
            id={`${id}-amount`}
            class="field"
            data-testid="item-amount"
            inputMode="decimal"
            autoComplete="off"
            enterkeyhint="done"
            value={draft.amount}
            onInput={({ currentTarget }) => setDraft({ ...draft, amount: currentTarget.value })}
          />
          <label class="visually-hidden" for={`${id}-unit`}>
            Unit
          </label>
          <select
            id={`${id}-unit`}
            class="field"
            data-testid="item-unit"
            value={draft.unit}
            onChange={({ currentTarget }) => setDraft({ ...draft, unit: currentTarget.value })}
          >
            {unitsFor(item).map((unit) => (
              <option key={unit} value={unit}>
                {unit}
              </option>
            ))}
          </select>
          <button
            type="submit"
            class="button"
            data-testid="item-save"
            disabled={isBusy || change === null}
          >
            Save
          </button>
        </form>
      )}
      {!isOnly && (
        <button
          type="button"
          class="link danger"
          data-testid="item-remove"
          disabled={isBusy}
          onClick={() => onCorrect({ op: 'remove', index })}
        >
          Remove {nameOf(item)}
        </button>
      )}
    </div>
  );
}
