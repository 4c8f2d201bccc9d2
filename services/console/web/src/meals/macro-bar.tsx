import type { Nutrition } from '@mealwire/client';
import { MacroLegend } from './macro-figures.js';

/** kcal per gram (Atwater's general factors): the bar shows where the energy comes from. */
const ENERGY = { protein: 4, carbs: 4, fat: 9 };

export function MacroBar({ nutrition }: { readonly nutrition: Nutrition }) {
  const parts = [
    { key: 'protein', kcal: nutrition.protein_g * ENERGY.protein },
    { key: 'carbs', kcal: nutrition.carbs_g * ENERGY.carbs },
    { key: 'fat', kcal: nutrition.fat_g * ENERGY.fat },
  ];
  return (
    <>
      <div class="macro-bar" aria-hidden="true">
        {parts.map(({ key, kcal }) => (
          <span key={key} data-macro={key} style={{ flexGrow: kcal }} />
        ))}
      </div>
      <MacroLegend nutrition={nutrition} />
    </>
  );
}
