/**
 * What `start` promises, or an error when it takes longer than `limitMs` or `signal` is aborted:
 * nothing that an app or a platform hands us may hold up the rest for ever. `start` is told, but
 * need not obey.
 */
export function limited<T>(
  limitMs: number,
  start: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal | null,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    }
    function giveUp(): void {
      end();
      controller.abort();
      reject(new Error(signal?.aborted ? 'given up' : `nothing came in ${limitMs} ms`));
    }
    const timer = setTimeout(giveUp, limitMs);
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp);
    start(controller.signal).then(resolve, reject).finally(end);
  });
}
