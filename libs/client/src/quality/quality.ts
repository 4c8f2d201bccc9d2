import {
  type OutcomeChannel,
  QUALITY_LIMITS,
  type QualityReport,
  type ReconnectCause,
} from '@mealwire/contracts/wire';
import { isTrying, type MachineState } from '../connection/state.js';

/** The fields of a report that are there from the start. */
interface Figures {
  readonly handshakes: { succeeded: number; failed: number };
  readonly verified_ms: number[];
  readonly round_trip_ms: number[];
  readonly outcome_delay_ms: number[];
  readonly reconnects: Partial<Record<ReconnectCause, number>>;
  readonly outcomes: Partial<Record<OutcomeChannel, number>>;
}

/** Counts how well the client is served since the last report. Nothing in it names anybody. */
export interface QualityMeter {
  transition(state: MachineState, before: MachineState): void;
  roundTrip(durationMs: number): void;
  outcome(how: OutcomeChannel, delayMs: number): void;
  /** What there is to report, and starts anew; undefined when nothing has happened. */
  take(): QualityReport | undefined;
}

const { maxCount, maxSamples, maxDurationMs } = QUALITY_LIMITS;

export function createQualityMeter(
  names: Pick<QualityReport, 'client' | 'version' | 'strategy'>,
): QualityMeter {
  let figures = empty();
  let isEmpty = true;
  let attemptedAtMs = 0;

  function sample(samples: number[], value: number): void {
    isEmpty = false;
    const ms = Math.round(Math.min(Math.max(value, 0), maxDurationMs));
    if (samples.length < maxSamples) samples.push(ms);
  }

  function count<K extends string>(counts: Partial<Record<K, number>>, key: K): void {
    isEmpty = false;
    counts[key] = (counts[key] ?? 0) + 1;
  }

  return {
    transition: (state, before) => {
      if (state.generation !== before.generation) {
        attemptedAtMs = performance.now();
        // The first connection of all is none that came again.
        if (before.generation > 0) count(figures.reconnects, state.cause ?? 'requested');
      }
      if (state.name === before.name) return;
      if (state.name === 'live' && before.name !== 'suspect') {
        count(figures.handshakes, 'succeeded');
        sample(figures.verified_ms, performance.now() - attemptedAtMs);
      }
      if (isTrying(before) && state.failures > before.failures) count(figures.handshakes, 'failed');
    },
    roundTrip: (durationMs) => sample(figures.round_trip_ms, durationMs),
    outcome: (how, delayMs) => {
      count(figures.outcomes, how);
      sample(figures.outcome_delay_ms, delayMs);
    },
    take: () => {
      if (isEmpty) return undefined;
      const report = { ...names, ...figures };
      figures = empty();
      isEmpty = true;
      return report;
    },
  };
}

/** Both in one, within what the gateway takes; undefined when there is neither. */
export function sumOf(
  a: QualityReport | undefined,
  b: QualityReport | undefined,
): QualityReport | undefined {
  return plus(a, b) as QualityReport | undefined;
}

function plus(a: unknown, b: unknown): unknown {
  if (a === undefined || b === undefined) return a ?? b;
  if (Array.isArray(a) && Array.isArray(b)) return [...a, ...b].slice(0, maxSamples);
  if (typeof a === 'number' && typeof b === 'number') return Math.min(a + b, maxCount);
  if (typeof a !== 'object' || typeof b !== 'object') return b;
  const sum: Record<string, unknown> = { ...a };
  for (const [name, value] of Object.entries(b ?? {})) sum[name] = plus(sum[name], value);
  return sum;
}

function empty(): Figures {
  return {
    handshakes: { succeeded: 0, failed: 0 },
    verified_ms: [],
    round_trip_ms: [],
    outcome_delay_ms: [],
    reconnects: {},
    outcomes: {},
  };
}
