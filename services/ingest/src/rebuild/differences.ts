export type DifferenceKind = 'missing' | 'extra' | 'different';

/** What is not as the events say, counted, and the first ones by name: never with their content. */
export interface Differences {
  missing: number;
  extra: number;
  different: number;
  readonly first: { readonly kind: DifferenceKind; readonly what: string }[];
}

/** So many are named. */
export const NAMED_DIFFERENCES = 20;

export function createDifferences() {
  const differences: Differences = { missing: 0, extra: 0, different: 0, first: [] };
  return {
    differences,
    add: (kind: DifferenceKind, what: string): void => {
      differences[kind] += 1;
      if (differences.first.length < NAMED_DIFFERENCES) differences.first.push({ kind, what });
    },
  };
}

export function countOf({ missing, extra, different }: Differences): number {
  return missing + extra + different;
}
