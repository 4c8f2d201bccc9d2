import type { Happening, Received } from './history.js';

/** One meal that one device of its user did not get as promised. */
export interface Breach {
  readonly user: string;
  readonly device: string;
  readonly meal: string;
  readonly why: string;
}

export interface Verdict {
  /** Meals answered with 201. */
  readonly accepted: number;
  /** Pairs of an accepted meal and a device of its user. */
  readonly owed: number;
  /** Those of them that arrived, reloads over REST included. */
  readonly delivered: number;
  /** Those of `delivered` that only a reload brought. */
  readonly byReload: number;
  /** Outcomes that came again and that the client recognised. */
  readonly rawDuplicates: number;
  /** Those of `rawDuplicates` that came twice over the same connection. */
  readonly sameConnectionDuplicates: number;
  /** New outcomes whose `prev` was not where the client stood. */
  readonly gaps: number;
  /** Welcomes that said `recovered: false`. */
  readonly unrecovered: number;
  /** From here on, everything must be empty. */
  readonly lost: readonly Breach[];
  readonly outOfOrder: readonly Breach[];
  readonly visibleDuplicates: readonly Breach[];
  readonly restDisagreements: readonly Breach[];
  /** Other breaches: refused, never accepted, another user's, dismissed for good. */
  readonly others: readonly Breach[];
}

/** Close codes from here on tell the client not to come back. */
const DISMISSED_FROM = 4500;
const TERMINAL = new Set(['completed', 'failed']);

/** Whether every promise was kept. Pure: the same history gets the same verdict. */
export function judge(history: readonly Happening[]): Verdict {
  const facts = gather(history);
  const lost = lostMeals(facts);
  const owed = owedPairs(facts).length;
  const duplicates = facts.received.filter(({ isNew }) => !isNew);
  return {
    accepted: facts.accepted.size,
    owed,
    delivered: owed - lost.length,
    byReload: owedPairs(facts).filter((pair) => isOnlyReloaded(facts, pair)).length,
    rawDuplicates: duplicates.length,
    sameConnectionDuplicates: sameConnectionDuplicates(facts.received),
    gaps: facts.received.filter(({ isNew, follows }) => isNew && follows === false).length,
    unrecovered: facts.unrecovered,
    lost,
    outOfOrder: outOfOrder(facts),
    visibleDuplicates: visibleDuplicates(facts),
    restDisagreements: restDisagreements(facts),
    others: [...facts.others, ...neverAccepted(facts), ...strangers(facts)],
  };
}

export function keptEveryPromise(verdict: Verdict): boolean {
  const { lost, outOfOrder, visibleDuplicates, restDisagreements, others } = verdict;
  return [lost, outOfOrder, visibleDuplicates, restDisagreements, others].every(
    (breaches) => breaches.length === 0,
  );
}

interface Outcome {
  /** Its place in the user's feed. */
  readonly place: number;
  readonly status: string;
}

interface Facts {
  readonly devicesOf: Map<string, string[]>;
  readonly submitted: Map<string, string>;
  /** Meal → its user. */
  readonly accepted: Map<string, string>;
  readonly received: Received[];
  /** Device → meals that it has shown. */
  readonly shown: Map<string, Set<string>>;
  readonly reloaded: Map<string, Set<string>>;
  /** Meal → its outcomes in FEED. */
  readonly feed: Map<string, Outcome[]>;
  readonly states: Map<string, string>;
  readonly others: Breach[];
  unrecovered: number;
}

function gather(history: readonly Happening[]): Facts {
  const facts: Facts = {
    devicesOf: new Map(),
    submitted: new Map(),
    accepted: new Map(),
    received: [],
    shown: new Map(),
    reloaded: new Map(),
    feed: new Map(),
    states: new Map(),
    others: [],
    unrecovered: 0,
  };
  for (const happening of history) gatherOne(facts, happening);
  return facts;
}

function gatherOne(facts: Facts, h: Happening): void {
  switch (h.kind) {
    case 'device':
      facts.devicesOf.set(h.user, [...(facts.devicesOf.get(h.user) ?? []), h.device]);
      break;
    case 'submitted':
      facts.submitted.set(h.meal, h.user);
      break;
    case 'accepted':
      facts.accepted.set(h.meal, h.user);
      break;
    case 'refused':
      facts.others.push({ ...h, device: 'any', why: `${h.method} answered ${h.status}` });
      break;
    case 'welcomed':
      if (!h.recovered) facts.unrecovered += 1;
      break;
    case 'disconnected':
      if ((h.code ?? 0) >= DISMISSED_FROM) {
        facts.others.push({ ...h, meal: 'any', why: `dismissed: ${h.code} ${h.reason}` });
      }
      break;
    case 'received':
      facts.received.push(h);
      if (h.isNew) setOf(facts.shown, h.device).add(h.meal);
      break;
    case 'reloaded':
      for (const { id, status } of h.meals) {
        if (TERMINAL.has(status)) setOf(facts.reloaded, h.device).add(id);
      }
      break;
    case 'feed': {
      const outcome = { place: h.sequence, status: h.type.replace('meal_log.', '') };
      facts.feed.set(h.meal, [...(facts.feed.get(h.meal) ?? []), outcome]);
      break;
    }
    case 'state':
      facts.states.set(h.meal, h.status);
      break;
    default:
      break;
  }
}

interface Pair {
  readonly user: string;
  readonly device: string;
  readonly meal: string;
}

function owedPairs({ accepted, devicesOf }: Facts): Pair[] {
  return [...accepted].flatMap(([meal, user]) =>
    (devicesOf.get(user) ?? []).map((device) => ({ user, device, meal })),
  );
}

function lostMeals(facts: Facts): Breach[] {
  return owedPairs(facts)
    .filter(
      ({ device, meal }) =>
        facts.shown.get(device)?.has(meal) !== true &&
        facts.reloaded.get(device)?.has(meal) !== true,
    )
    .map((pair) => ({
      ...pair,
      why: facts.feed.has(pair.meal) ? 'in the feed, not delivered' : 'no outcome in the feed',
    }));
}

function isOnlyReloaded({ shown, reloaded }: Facts, { device, meal }: Pair): boolean {
  return shown.get(device)?.has(meal) !== true && reloaded.get(device)?.has(meal) === true;
}

/** What a device shows must go up in the feed. */
function outOfOrder({ received, feed }: Facts): Breach[] {
  const reached = new Map<string, number>();
  const breaches: Breach[] = [];
  for (const { user, device, meal, isNew } of received) {
    const place = feed.get(meal)?.[0]?.place;
    if (!isNew || place === undefined) continue;
    const before = reached.get(device) ?? 0;
    if (place < before) breaches.push({ user, device, meal, why: `${place} after ${before}` });
    reached.set(device, Math.max(before, place));
  }
  return breaches;
}

function sameConnectionDuplicates(received: readonly Received[]): number {
  const seen = new Set<string>();
  let count = 0;
  for (const { device, connection, event } of received) {
    const key = `${device} ${connection} ${event}`;
    if (seen.has(key)) count += 1;
    seen.add(key);
  }
  return count;
}

/** A meal that a device has shown twice, or that the feed has twice. */
function visibleDuplicates({ received, feed, accepted }: Facts): Breach[] {
  const seen = new Set<string>();
  const breaches: Breach[] = [];
  for (const { user, device, meal, isNew } of received) {
    if (!isNew) continue;
    const key = `${device} ${meal}`;
    if (seen.has(key)) breaches.push({ user, device, meal, why: 'shown twice' });
    seen.add(key);
  }
  for (const [meal, outcomes] of feed) {
    if (outcomes.length === 1) continue;
    const user = accepted.get(meal) ?? 'unknown';
    breaches.push({ user, device: 'any', meal, why: `${outcomes.length} times in the feed` });
  }
  return breaches;
}

function restDisagreements({ accepted, states, feed }: Facts): Breach[] {
  return [...accepted].flatMap(([meal, user]) => {
    const expected = feed.get(meal)?.[0]?.status ?? 'ended';
    const actual = states.get(meal) ?? 'missing';
    if (actual === expected) return [];
    return [{ user, device: 'any', meal, why: `REST says ${actual}, the feed ${expected}` }];
  });
}

function neverAccepted({ submitted, accepted }: Facts): Breach[] {
  return [...submitted]
    .filter(([meal]) => !accepted.has(meal))
    .map(([meal, user]) => ({ user, device: 'any', meal, why: 'submitted, never accepted' }));
}

/** A device may only ever hear of its own user's meals. */
function strangers({ received, submitted }: Facts): Breach[] {
  return received
    .filter(({ user, meal }) => submitted.get(meal) !== user)
    .map(({ user, device, meal }) => ({ user, device, meal, why: "not this user's meal" }));
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key) ?? new Set();
  map.set(key, known);
  return known;
}
