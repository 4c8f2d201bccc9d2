/**
 * For gauges that have to ask somebody: however often they are scraped, and from how many places,
 * what is behind them is read no more often than this.
 */
export function atMostEvery<T>(
  intervalMs: number,
  read: () => Promise<T>,
  now: () => Date,
): () => Promise<T> {
  let last: { readonly at: number; readonly value: Promise<T> } | undefined;
  return () => {
    const at = now().getTime();
    if (last === undefined || at - last.at >= intervalMs) last = { at, value: read() };
    return last.value;
  };
}
