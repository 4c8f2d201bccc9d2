/** Resolves when the dependency works; rejects with what is wrong. */
export type ReadinessCheck = () => Promise<void>;

export interface Health {
  /** Adds something that must work before traffic is welcome. */
  require(name: string, check: ReadinessCheck): void;
  /** From now on not ready, whatever the checks say: the first step of a shutdown. */
  drain(): void;
  /** Name → `ok` or what is wrong. */
  check(): Promise<{ readonly ready: boolean; readonly checks: Readonly<Record<string, string>> }>;
}

/** A probe must answer before its own deadline (Kubernetes: 1 s by default). */
const CHECK_TIMEOUT_MS = 900;

export function createHealth(): Health {
  const checks = new Map<string, ReadinessCheck>();
  let draining = false;
  return {
    require: (name, check) => void checks.set(name, check),
    drain: () => {
      draining = true;
    },
    check: async () => {
      const entries = await Promise.all(
        [...checks].map(async ([name, check]) => [name, await outcomeOf(check)] as const),
      );
      const results = Object.fromEntries(entries);
      if (draining) return { ready: false, checks: { ...results, service: 'shutting down' } };
      return { ready: entries.every(([, outcome]) => outcome === 'ok'), checks: results };
    },
  };
}

async function outcomeOf(check: ReadinessCheck): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), timeout]);
    return 'ok';
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    clearTimeout(timer);
  }
}
