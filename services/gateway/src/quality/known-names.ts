/** Stands for all names beyond the limit. */
export const OTHER = 'other';

/**
 * Keeps a label's values few, whatever clients call themselves: each is a time series for ever. The
 * `expected` names always count; of others the first ones, until there are `max` in all.
 */
export function createKnownNames(
  expected: readonly string[],
  max: number,
): (name: string) => string {
  const known = new Set(expected);
  return (name) => {
    if (known.has(name)) return name;
    if (known.size >= max) return OTHER;
    known.add(name);
    return name;
  };
}
