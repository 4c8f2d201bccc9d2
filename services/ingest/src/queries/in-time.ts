/** Many times what a read of some events takes; then an event store that hangs counts as away. */
const TIMEOUT_MS = 1_000;

/** For reads that have something to fall back on. @throws Error when there is no answer in time. */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), TIMEOUT_MS);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
}
