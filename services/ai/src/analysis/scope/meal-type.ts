const MEALS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:breakfast|brekkie|brekky)\b/u, 'breakfast'],
  [/\blunch\b/u, 'lunch'],
  [/\b(?:dinner|supper)\b/u, 'dinner'],
  [/\b(?:as a snack|for a snack|snack:|snacked|afternoon snack)/u, 'snack'],
];

/** The meal that the text names, '' when it names none or several. */
export function mealTypeIn(text: string): string {
  const lower = text.toLowerCase();
  const found = MEALS.filter(([pattern]) => pattern.test(lower));
  return found.length === 1 ? (found[0]?.[1] ?? '') : '';
}
