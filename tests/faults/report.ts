import type { Recorded } from './history.js';
import type { Breach, Verdict } from './judge.js';
import type { Fault } from './schedule.js';

const SHOWN_BREACHES = 10;

/** Everything on one line: the last one of a run. */
export function totalsLine(
  verdict: Verdict,
  history: readonly Recorded[],
  { seed, seconds }: { readonly seed: number; readonly seconds: number },
): string {
  const faults = countFaults(history);
  const total = Object.values(faults).reduce((sum, n) => sum + n, 0);
  const byKind = Object.entries(faults)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, n]) => `${kind} ${n}`);
  return [
    `seed ${seed}, ${seconds} s: accepted ${verdict.accepted}`,
    `delivered ${verdict.delivered} of ${verdict.owed}`,
    `lost ${verdict.lost.length}`,
    `out of order ${verdict.outOfOrder.length}`,
    `raw duplicates ${verdict.rawDuplicates}`,
    `visible duplicates ${verdict.visibleDuplicates.length}`,
    `REST disagreements ${verdict.restDisagreements.length}`,
    `other breaches ${verdict.others.length}`,
    `reloads ${verdict.unrecovered} (${verdict.byReload} meals)`,
    `gaps ${verdict.gaps}`,
    `faults ${total}: ${byKind.join(', ')}`,
  ].join(' | ');
}

/** What a fault is counted as: its kind, and the service that it hit or whose line it spoiled. */
export function faultName(fault: Fault): string {
  if ('target' in fault) return `${fault.kind} ${serviceOf(fault.target)}`;
  return 'line' in fault ? `${fault.kind} ${serviceOf(fault.line)}` : fault.kind;
}

function serviceOf(process: string): string {
  return process.replace(/-\d+$/, '');
}

function countFaults(history: readonly Recorded[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const happening of history) {
    if (happening.kind !== 'fault') continue;
    const name = faultName(happening.fault);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** The first breaches of each kind, for the person who has to find out. */
export function breachLines(verdict: Verdict): string[] {
  const kinds: readonly (readonly [string, readonly Breach[]])[] = [
    ['lost', verdict.lost],
    ['out of order', verdict.outOfOrder],
    ['visible duplicate', verdict.visibleDuplicates],
    ['REST', verdict.restDisagreements],
    ['other', verdict.others],
  ];
  return kinds.flatMap(([name, breaches]) => [
    ...breaches
      .slice(0, SHOWN_BREACHES)
      .map(({ user, device, meal, why }) => `${name}: ${user} ${device} ${meal}: ${why}`),
    ...(breaches.length > SHOWN_BREACHES
      ? [`${name}: … and ${breaches.length - SHOWN_BREACHES} more`]
      : []),
  ]);
}
