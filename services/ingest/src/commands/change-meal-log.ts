import { setTimeout as sleep } from 'node:timers/promises';
import { ConcurrencyError, type EventStore } from '@mealwire/bus';
import type { ChangeType, RecordedEvent } from '@mealwire/contracts';
import { type ChangeKind, type ChangeMealLog, decide, judge } from '../meal-log/domain/change.js';
import { evolve, fold } from '../meal-log/domain/evolve.js';
import { type LiveMealLog, live, type MealLog } from '../meal-log/domain/meal-log.js';
import { changeEvent } from './change-event.js';
import type { PastChanges } from './past-changes.js';
import { isUnchanged } from './precondition.js';
import {
  keyTaken,
  notFound,
  stillProcessing,
  storeUnavailable,
  tooBusy,
  versionConflict,
} from './problems.js';
import { commandEventId, repetitionOf } from './repetition.js';

export interface ChangeRequest {
  readonly userId: string;
  readonly mealLogId: string;
  /** The `Idempotency-Key` header. */
  readonly key: string | undefined;
  /** The `If-Match` header. */
  readonly ifMatch: string | undefined;
}

/** One command of one request. */
export interface Change extends ChangeRequest {
  readonly kind: ChangeKind;
  /** Set where the same kind can ask for different things. */
  readonly body?: string;
  /** What is to be done to the meal log as it is. Asked again when that has changed meanwhile. */
  readonly commandFor: (mealLog: LiveMealLog) => Promise<ChangeMealLog>;
}

export interface Changed {
  readonly mealLog: MealLog;
  /** True when an earlier request had done it: this one has added nothing. */
  readonly replayed: boolean;
}

export type ApplyChange = (change: Change) => Promise<Changed>;

export interface ChangeDependencies {
  readonly events: EventStore;
  readonly pastChanges: PastChanges;
  /** False: a publish would wait in the client's buffer and might be stored after our answer. */
  readonly isStoreReachable: () => boolean;
  readonly now: () => Date;
}

/** Each further try means that somebody else has changed the same meal in a few milliseconds. */
const MAX_TRIES = 12;
const PAUSE_MS = 20;

/** What a command becomes; the second word begins the event's id. */
const EVENTS: Readonly<Record<ChangeKind, { readonly type: ChangeType; readonly word: string }>> = {
  retry: { type: 'meal_log.retried', word: 'retried' },
  correct: { type: 'meal_log.corrected', word: 'corrected' },
  delete: { type: 'meal_log.deleted', word: 'deleted' },
};

/**
 * Reads the events, decides, and appends on the condition that nothing has been added meanwhile;
 * else once more from the start: docs/guarantees.md, 14.
 * @throws Problem 404, 409, 412; 503 when the store cannot be reached, in which case it is unknown
 * whether the change was made, and the same request again is safe.
 */
export function createApplyChange(dependencies: ChangeDependencies): ApplyChange {
  return async (change) => {
    for (let tries = 1; tries <= MAX_TRIES; tries++) {
      if (!dependencies.isStoreReachable()) throw storeUnavailable(undefined);
      const changed = await attempt(dependencies, change);
      if (changed !== undefined) return changed;
      await sleep(Math.random() * PAUSE_MS * tries);
    }
    throw tooBusy();
  };
}

/** Undefined: something else came first. */
async function attempt(deps: ChangeDependencies, change: Change): Promise<Changed | undefined> {
  const { kind, userId, mealLogId } = change;
  const last = await fromStore(deps.events.lastEvents(userId, mealLogId));
  const state = fold(last);
  const mealLog = live(state);
  if (state === undefined || (mealLog === undefined && kind !== 'delete')) throw notFound();
  if (mealLog === undefined) return { mealLog: state, replayed: true };
  if (await isRepetition(deps, change, last, mealLog)) return { mealLog, replayed: true };
  if (!isUnchanged(change.ifMatch, mealLog)) throw versionConflict();
  const judgement = judge(kind, mealLog);
  if (judgement.kind === 'done') return { mealLog, replayed: true };
  if (judgement.kind === 'refused') throw stillProcessing();
  const command = await change.commandFor(mealLog);
  const decision = decide(command, mealLog);
  if (decision.kind !== 'change') return undefined;
  const event = changeEvent(decision.change, {
    id: commandEventId(EVENTS[kind].word, change, mealLog.version),
    source: 'ingest',
    time: deps.now().toISOString(),
    userId,
    mealLogId,
  });
  try {
    const { sequence, duplicate } = await deps.events.append(event, last.at(-1)?.sequence ?? 0);
    // An earlier try got through, and the state that was read did not have it yet.
    if (duplicate) return undefined;
    const after = evolve(state, { ...event, sequence });
    return after === undefined ? undefined : { mealLog: after, replayed: false };
  } catch (error) {
    if (error instanceof ConcurrencyError) return undefined;
    throw storeUnavailable(error);
  }
}

/** The last event of the type is at hand; the ones before are read for a request with a key only. */
async function isRepetition(
  { pastChanges }: ChangeDependencies,
  change: Change,
  last: readonly RecordedEvent[],
  { version }: LiveMealLog,
): Promise<boolean> {
  const { kind, key, userId, mealLogId } = change;
  // Whoever names the state that it means has seen what happened before.
  if (key === undefined && change.ifMatch !== undefined) return false;
  const { type, word } = EVENTS[kind];
  const latest = last.find((event) => event.type === type);
  if (latest === undefined) return false;
  const { sequence } = latest;
  let verdict = repetitionOf(word, change, [{ id: latest.metadata.id, sequence }], version);
  if (verdict === 'new' && key !== undefined) {
    const past = await fromStore(pastChanges(type, userId, mealLogId));
    verdict = repetitionOf(word, change, past, version);
  }
  if (verdict === 'key taken') throw keyTaken();
  return verdict === 'repeated';
}

function fromStore<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((error: unknown) => {
    throw storeUnavailable(error);
  });
}
