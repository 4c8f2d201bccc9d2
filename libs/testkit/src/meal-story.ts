import { decodeEvent, MEAL_LOG, messageOf, readBatch } from '@mealwire/bus';
import { mealLogSubject, type RecordedEvent } from '@mealwire/contracts';

type Manager = Parameters<typeof readBatch>[0];

/** More than a test does to one meal. */
const BATCH = 1_000;

/** All events of a meal log, oldest first. */
export async function mealStory(
  jsm: Manager,
  userId: string,
  mealLogId: string,
): Promise<readonly RecordedEvent[]> {
  const next_by_subj = mealLogSubject(userId, mealLogId);
  const stored = await readBatch(jsm, MEAL_LOG, { seq: 1, next_by_subj, batch: BATCH });
  return stored.map((message) => decodeEvent(messageOf(message)));
}

type State = 'none' | 'processing' | 'ended' | 'deleted';

/** What may follow what; receipts say nothing about the meal. */
const NEXT: Readonly<
  Record<RecordedEvent['type'], { readonly after: readonly State[]; readonly state?: State }>
> = {
  'meal_log.created': { after: ['none'], state: 'processing' },
  'meal_log.completed': { after: ['processing'], state: 'ended' },
  'meal_log.failed': { after: ['processing'], state: 'ended' },
  'meal_log.retried': { after: ['ended'], state: 'processing' },
  'meal_log.corrected': { after: ['ended'] },
  'meal_log.deleted': { after: ['processing', 'ended'], state: 'deleted' },
  'meal_log.delivered': { after: ['processing', 'ended', 'deleted'] },
};

/**
 * Whether the meal still waits for the outcome of an analysis.
 * @throws Error when an event is there twice, or follows what it cannot follow: a second outcome of
 * one analysis, say.
 */
export function waitsForOutcome(story: readonly RecordedEvent[]): boolean {
  let state: State = 'none';
  const ids = new Set<string>();
  for (const { type, sequence, metadata } of story) {
    const { after, state: next } = NEXT[type];
    const where = `${metadata.mealLogId}: ${type} at ${sequence}`;
    if (!after.includes(state)) throw new Error(`${where} after ${state}`);
    if (ids.has(metadata.id)) throw new Error(`${where} is there twice`);
    ids.add(metadata.id);
    state = next ?? state;
  }
  return state === 'processing';
}
