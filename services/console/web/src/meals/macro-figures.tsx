import type { Nutrition } from '@mealwire/client';
import { grams } from '../format.js';

const MACROS = [
  { key: 'protein', label: 'Protein', of: (n: Nutrition) => n.protein_g },
  { key: 'carbs', label: 'Carbs', of: (n: Nutrition) => n.carbs_g },
  { key: 'fat', label: 'Fat', of: (n: Nutrition) => n.fat_g },
] as const;

/** Short, for a row: `P 12 g  C 3 g  F 9 g`. */
export function MacroFigures({ nutrition }: { readonly nutrition: Nutrition }) {
  return (
    <span class="figures">
      {MACROS.map(({ key, label, of }) => (
        <span key={key} class="figure">
          <abbr title={label}>{label.slice(0, 1)}</abbr> {grams(of(nutrition))}
        </span>
      ))}
    </span>
  );
}

/** With names and colours, for the total. */
export function MacroLegend({ nutrition }: { readonly nutrition: Nutrition }) {
  return (
    <ul class="legend">
      {MACROS.map(({ key, label, of }) => (
        <li key={key} data-macro={key}>
          {label} <b>{grams(of(nutrition))}</b>
        </li>
      ))}
    </ul>
  );
}
