/** The network as it is now. When it changes, what is under way on the old one is given up. */
export interface Way {
  signal(): AbortSignal;
  change(): void;
}

export function createWay(): Way {
  let controller = new AbortController();
  return {
    signal: () => controller.signal,
    change: () => {
      controller.abort();
      controller = new AbortController();
    },
  };
}
