import { createDeck, integerBetween, pick, type Random, randomStream } from './random.js';

interface Timed {
  /** After the start of the run. */
  readonly atMs: number;
}

/** SIGKILL, or SIGTERM as in a deploy; the supervisor starts it again. */
export interface ProcessEnd extends Timed {
  readonly kind: 'kill' | 'term';
  readonly target: string;
}

/** SIGSTOP, and SIGCONT later: longer than anybody's heartbeat, as often as not. */
export interface ProcessStop extends Timed {
  readonly kind: 'stop';
  readonly target: string;
  readonly forMs: number;
}

/** What happens to connections through one proxy: phones to a gateway, or services to NATS. */
export type NetworkFault = Timed & { readonly line: string } & (
    | { readonly kind: 'cut'; readonly share: number }
    | { readonly kind: 'half-open'; readonly share: number; readonly forMs: number }
    | { readonly kind: 'delay'; readonly delayMs: number; readonly forMs: number }
    | { readonly kind: 'drop-all' }
  );

/** Phones lose their network, as in a lift. */
export interface ClientLoss extends Timed {
  readonly kind: 'lose-phones';
  readonly share: number;
  readonly offlineMs: number;
}

export type Fault = ProcessEnd | ProcessStop | NetworkFault | ClientLoss;

export type FaultKind = Fault['kind'];

export interface Target {
  /** As in the stack's process list, e.g. `gateway-1`. */
  readonly name: string;
  readonly kinds: readonly (ProcessEnd['kind'] | ProcessStop['kind'])[];
}

/** What has a proxy in front of it. */
export interface Line {
  readonly name: string;
  /** A kind comes as often as it is named. */
  readonly kinds: readonly NetworkFault['kind'][];
}

export interface ScheduleOptions {
  readonly seed: number;
  readonly durationMs: number;
  readonly targets: readonly Target[];
  readonly lines: readonly Line[];
}

/** The system gets a moment before the first fault. */
const FIRST_MS = 2_000;
const MIN_GAP_MS = 300;
const MAX_GAP_MS = 3_300;
/** What was hit is left alone for so long after it recovers, so that something still gets done. */
const REST_MS = 8_000;
export const MIN_STOP_MS = 1_000;
export const MAX_STOP_MS = 15_000;

/** Kinds of faults in the proportions in which they come. */
const GROUPS = [
  ...Array<'process'>(9).fill('process'),
  ...Array<'network'>(7).fill('network'),
  ...Array<'phones'>(3).fill('phones'),
] as const;

/**
 * What goes wrong and when: the same for the same seed, and a longer run begins like a shorter one.
 * Everything has its turn before it comes again, so that two minutes have something of everything.
 */
export function schedule({ seed, durationMs, targets, lines }: ScheduleOptions): Fault[] {
  const random = randomStream(seed, 'schedule');
  const decks = {
    groups: createDeck(random, GROUPS),
    network: createDeck(
      random,
      lines.flatMap(({ name, kinds }) => kinds.map((kind) => ({ line: name, kind }))),
    ),
    processes: createDeck(
      random,
      targets.flatMap(({ name, kinds }) => kinds.map((kind) => ({ target: name, kind }))),
    ),
  };
  const faults: Fault[] = [];
  const busyUntilMs = new Map<string, number>();
  for (
    let atMs = FIRST_MS;
    atMs < durationMs;
    atMs += integerBetween(random, MIN_GAP_MS, MAX_GAP_MS)
  ) {
    const group = decks.groups.draw(() => true);
    if (group === 'network') {
      const card = decks.network.draw(() => true);
      if (card !== undefined) faults.push(networkFault(random, atMs, card));
    } else if (group === 'phones') {
      faults.push(clientLoss(random, atMs));
    } else {
      const card = decks.processes.draw(({ target }) => (busyUntilMs.get(target) ?? 0) <= atMs);
      if (card === undefined) continue;
      const fault = processFault(random, atMs, card);
      const lastsMs = fault.kind === 'stop' ? fault.forMs : 0;
      busyUntilMs.set(fault.target, atMs + lastsMs + REST_MS);
      faults.push(fault);
    }
  }
  return faults;
}

function processFault(
  random: Random,
  atMs: number,
  { target, kind }: Pick<ProcessEnd | ProcessStop, 'target' | 'kind'>,
): ProcessEnd | ProcessStop {
  if (kind !== 'stop') return { atMs, kind, target };
  return { atMs, kind, target, forMs: integerBetween(random, MIN_STOP_MS, MAX_STOP_MS) };
}

function networkFault(
  random: Random,
  atMs: number,
  { line, kind }: Pick<NetworkFault, 'line' | 'kind'>,
): NetworkFault {
  const share = pick(random, [0.2, 0.5, 1]);
  switch (kind) {
    case 'cut':
      return { atMs, kind, line, share };
    case 'half-open':
      return { atMs, kind, line, share, forMs: integerBetween(random, 1_000, 10_000) };
    case 'delay': {
      const delayMs = integerBetween(random, 20, 1_500);
      return { atMs, kind, line, delayMs, forMs: integerBetween(random, 1_000, 6_000) };
    }
    case 'drop-all':
      return { atMs, kind, line };
  }
}

function clientLoss(random: Random, atMs: number): ClientLoss {
  const share = pick(random, [0.1, 0.3, 1]);
  return { atMs, kind: 'lose-phones', share, offlineMs: integerBetween(random, 0, 8_000) };
}
