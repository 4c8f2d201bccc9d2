const INTERVAL_MS = 1_000;

/** Passes on one call a second at most: progress is for people. */
export function everySecond<A extends readonly unknown[]>(
  say: (...args: A) => void,
): (...args: A) => void {
  let saidAt = performance.now();
  return (...args) => {
    if (performance.now() - saidAt < INTERVAL_MS) return;
    saidAt = performance.now();
    say(...args);
  };
}
