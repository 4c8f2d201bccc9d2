import { metrics } from '@opentelemetry/api';
import type { Roster } from './roster/roster.js';
import type { SignKind } from './signs/sign.js';

export interface PresenceMetrics {
  countSigns(signs: readonly { readonly kind: SignKind }[], outcome: 'recorded' | 'failed'): void;
  countMalformed(signs: number): void;
}

/** The gauges are of the whole system, not of this process: take the maximum, not the sum. */
export function createPresenceMetrics(roster: Roster): PresenceMetrics {
  const meter = metrics.getMeter('@mealwire/presence');
  meter
    .createObservableGauge('presence.users', { description: 'Users with a live connection.' })
    .addCallback((gauge) => gauge.observe(roster.userCount()));
  meter
    .createObservableGauge('presence.connections', { description: 'Live connections.' })
    .addCallback((gauge) => gauge.observe(roster.connectionCount()));
  const signCount = meter.createCounter('presence.signs', {
    description: 'Signs of life, by kind and what became of them.',
  });
  return {
    countSigns: (signs, outcome) => {
      for (const { kind } of signs) signCount.add(1, { kind, outcome });
    },
    countMalformed: (signs) => signCount.add(signs, { kind: 'unknown', outcome: 'malformed' }),
  };
}
