import { setTimeout as sleep } from 'node:timers/promises';
import type { Supervised } from '@mealwire/stack';
import type { FaultProxy, SimulatedPhone } from '@mealwire/testkit';
import type { Random } from './random.js';
import type { Fault, NetworkFault, ProcessEnd, ProcessStop } from './schedule.js';

export interface NemesisOptions {
  readonly processOf: (name: string) => Supervised;
  readonly proxies: ReadonlyMap<string, FaultProxy>;
  readonly phones: readonly SimulatedPhone[];
  readonly random: Random;
  /** `hit` false: there was nothing to break at that moment. */
  readonly onFault: (fault: Fault, hit: boolean) => void;
}

export interface Nemesis {
  /** Does what the schedule says, when it says so; resolves after the last fault or at `signal`. */
  run(faults: readonly Fault[], signal: AbortSignal): Promise<void>;
  /** Ends everything that still lasts. */
  heal(): void;
}

/** Breaks things. What lasts (a stopped process, a held connection) ends by itself or by `heal`. */
export function createNemesis(options: NemesisOptions): Nemesis {
  const { processOf, proxies, phones, random } = options;
  const lasting = new Map<NodeJS.Timeout, () => void>();

  function endAfter(ms: number, end: () => void): void {
    const timer = setTimeout(() => {
      lasting.delete(timer);
      end();
    }, ms);
    lasting.set(timer, end);
  }

  function hitProcess(fault: ProcessEnd | ProcessStop): boolean {
    const pid = processOf(fault.target).pid();
    if (pid === undefined) return false;
    if (fault.kind === 'stop') {
      process.kill(pid, 'SIGSTOP');
      endAfter(fault.forMs, () => {
        // Restarted meanwhile: then there is nothing to continue.
        if (processOf(fault.target).pid() === pid) process.kill(pid, 'SIGCONT');
      });
    } else {
      process.kill(pid, fault.kind === 'kill' ? 'SIGKILL' : 'SIGTERM');
    }
    return true;
  }

  function hitNetwork(fault: NetworkFault): boolean {
    const proxy = proxies.get(fault.line) as FaultProxy;
    switch (fault.kind) {
      case 'cut':
        return proxy.cut(fault.share) > 0;
      case 'half-open':
        endAfter(fault.forMs, proxy.heal);
        return proxy.halfOpen(fault.share) > 0;
      case 'delay':
        proxy.delay(fault.delayMs);
        endAfter(fault.forMs, () => proxy.delay(0));
        return true;
      case 'drop-all':
        return proxy.dropAll() > 0;
    }
  }

  function hit(fault: Fault): boolean {
    switch (fault.kind) {
      case 'kill':
      case 'term':
      case 'stop':
        return hitProcess(fault);
      case 'lose-phones': {
        const chosen = phones.filter(() => random() < fault.share);
        for (const phone of chosen) phone.lose(random() * fault.offlineMs);
        return chosen.length > 0;
      }
      default:
        return hitNetwork(fault);
    }
  }

  return {
    run: async (faults, signal) => {
      const startedAt = Date.now();
      for (const fault of faults) {
        const waitMs = Math.max(0, startedAt + fault.atMs - Date.now());
        await sleep(waitMs, undefined, { signal }).catch(() => undefined);
        if (signal.aborted) return;
        options.onFault(fault, hit(fault));
      }
    },
    heal: () => {
      for (const [timer, end] of lasting) {
        clearTimeout(timer);
        end();
      }
      lasting.clear();
      for (const proxy of proxies.values()) proxy.heal();
    },
  };
}
