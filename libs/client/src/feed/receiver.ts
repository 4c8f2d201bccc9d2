import {
  type ChangeFrame,
  isOutcomeFrame,
  type OutcomeChannel,
  type SyncFrame,
} from '@mealwire/contracts/wire';
import type { ErrorSink } from '../errors.js';
import {
  GONE_MS,
  isOvertaken,
  type Journal,
  wasShown,
  withShown,
  withWatched,
} from '../journal/journal.js';
import type { JournalKeeper } from '../journal/journal-keeper.js';
import type { MealLogResource } from '../rest/meal-log.js';
import { changeOf, type MealLogChange } from '../wire/change.js';
import { type MealLogOutcome, outcomeOf, outcomeOfResource } from '../wire/outcome.js';
import { type AnyFrame, type FeedFrame, isFeedFrame, isServerFrame } from '../wire/server-frame.js';
import { type FeedPosition, headSeen, placeOf, welcomed } from './feed.js';
import type { Reloader } from './reloader.js';

export interface ReceiverOptions {
  readonly journal: JournalKeeper;
  readonly send: (frame: SyncFrame) => void;
  readonly reloader: Reloader;
  /** Resolves when the app is done with it, with whether it has taken it. */
  readonly onOutcome: (outcome: MealLogOutcome, how: OutcomeChannel) => Promise<boolean>;
  readonly onChange: (change: MealLogChange, how: OutcomeChannel) => Promise<boolean>;
  /** After a welcome, or a gap: of what is awaited the feed brings these meals only. */
  readonly catchUp: (knownMeals: readonly string[]) => void;
  /** Whether the app still wants to hear of anything. */
  readonly isOpen: () => boolean;
  readonly onError: ErrorSink;
}

/** Takes in what the socket and the polls bring, one thing after the other, each once. */
export interface Receiver {
  /** `isNewest`: it came on the newest socket, not on the one that is on its way out. */
  frame(frame: AnyFrame, isNewest: boolean): Promise<void>;
  resource(mealLog: MealLogResource): Promise<void>;
  /** The server knows no such meal any more. */
  gone(mealLogId: string): Promise<void>;
  /** Another socket is opened: nothing of the last welcome holds for it. */
  reset(): void;
}

const REMEMBERED_EVENTS = 100;

export function createReceiver(options: ReceiverOptions): Receiver {
  const { journal, reloader } = options;
  let syncing: FeedPosition['syncing'] = null;
  /** Events still to come from the replay that the last welcome announced. */
  let replaying = 0;
  let isWelcomed = false;
  /** The last events that were taken: a repetition is no sign of a gap. */
  let taken: readonly string[] = [];
  let last: Promise<void> = journal.loaded;

  function inOrder(task: () => Promise<void>): Promise<void> {
    // What is left when the app closes comes again, and what goes wrong keeps nothing else out.
    last = last.then(() => (options.isOpen() ? task() : undefined)).catch(options.onError);
    return last;
  }

  function position(): FeedPosition {
    return { cursor: journal.current().cursor, syncing };
  }

  function moveTo(next: FeedPosition): void {
    syncing = next.syncing;
    journal.update((now) => (now.cursor === next.cursor ? now : { ...now, cursor: next.cursor }));
  }

  function sync(from: string): void {
    syncing = { from, pongs: 0 };
    options.send({ type: 'sync', cursor: from });
  }

  async function receive(frame: AnyFrame, isNewest: boolean): Promise<void> {
    if (isFeedFrame(frame)) return feedFrame(frame);
    if (!isNewest || !isServerFrame(frame)) return;
    if (frame.type === 'welcome') {
      moveTo(welcomed(position(), frame));
      replaying = frame.replayed;
      isWelcomed = true;
      if (!frame.recovered) reloader.due();
      options.catchUp(frame.pending.map(({ meal_log_id }) => meal_log_id));
    } else if (frame.type === 'pong' && isWelcomed) {
      const { position: next, action } = headSeen(position(), frame);
      moveTo(next);
      if (action === 'sync' && next.cursor !== null) sync(next.cursor);
      if (action === 'reload') missed();
    } else if (frame.type === 'error' && frame.code === 'invalid_cursor') {
      moveTo({ cursor: null, syncing: null });
      missed();
    }
  }

  /** What is awaited may be among it. */
  function missed(): void {
    reloader.due();
    options.catchUp([]);
  }

  async function feedFrame(frame: FeedFrame): Promise<void> {
    const { cursor } = journal.current();
    if (frame.cursor === cursor) return;
    const place = placeOf(position(), frame);
    if (place !== 'next') {
      // E.g. on the socket that is on its way out.
      const isRepetition = taken.includes(frame.cursor);
      if (place === 'gap' && cursor !== null && !isRepetition) sync(cursor);
      return;
    }
    syncing = null;
    taken = [...taken, frame.cursor].slice(-REMEMBERED_EVENTS);
    const how = replaying > 0 ? 'replay' : 'socket';
    replaying = Math.max(0, replaying - 1);
    if (!isServerFrame(frame)) moveTo({ cursor: frame.cursor, syncing });
    else if (isOutcomeFrame(frame)) await show(outcomeOf(frame), how, frame.cursor);
    else await change(changeOf(frame as ChangeFrame), how, frame.cursor);
  }

  async function show(outcome: MealLogOutcome, how: OutcomeChannel, cursor?: string) {
    const { meal_log_id: id, occurred_at } = outcome;
    const atMs = Date.parse(occurred_at);
    const isKnown = wasShown(journal.current(), id, atMs);
    await take(
      isKnown || options.onOutcome(outcome, how),
      (now) => withShown(now, id, atMs, how === 'polling'),
      cursor,
    );
  }

  async function change(happened: MealLogChange, how: OutcomeChannel, cursor?: string) {
    const { type, meal_log_id: id, occurred_at } = happened;
    const isDeleted = type === 'meal_log.deleted';
    const isKnown = isDeleted
      ? wasShown(journal.current(), id, GONE_MS)
      : isOvertaken(journal.current(), id, Date.parse(occurred_at));
    await take(
      isKnown || options.onChange(happened, how),
      (now) => {
        if (isDeleted) return withShown(now, id, GONE_MS, true);
        return type === 'meal_log.retried' && !isKnown ? withWatched(now, id) : now;
      },
      cursor,
    );
  }

  /**
   * Cursor, what was shown, and what is awaited are one write. What the app has failed to take does
   * not hold up the others: a reload brings it, which is noted at once, so in that write.
   */
  async function take(
    telling: boolean | Promise<boolean>,
    then: (now: Journal) => Journal,
    cursor: string | undefined,
  ): Promise<void> {
    const isTaken = await telling;
    journal.update((now) => ({ ...then(now), cursor: cursor ?? now.cursor }));
    if (!isTaken) reloader.due();
  }

  return {
    frame: (frame, isNewest) => inOrder(() => receive(frame, isNewest)),
    reset: () =>
      void inOrder(async () => {
        isWelcomed = false;
        replaying = 0;
      }),
    resource: (mealLog) =>
      inOrder(async () => {
        const outcome = outcomeOfResource(mealLog);
        if (outcome !== undefined) await show(outcome, 'polling');
      }),
    gone: (meal_log_id) =>
      inOrder(() => {
        const occurred_at = new Date().toISOString();
        const metadata = { meal_log_id, version: null, occurred_at };
        return change({ type: 'meal_log.deleted', ...metadata }, 'polling');
      }),
  };
}
