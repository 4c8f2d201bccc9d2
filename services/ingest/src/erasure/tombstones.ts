import {
  decodeTombstone,
  ERASED,
  erasedUserDigest,
  publishOnCondition,
  type Tombstone,
} from '@mealwire/bus';
import type { ErasureCounts, ErasureDependencies } from './dependencies.js';

const STREAM = `KV_${ERASED}`;
const TIMEOUT_MS = 3_000;

type Stores = Pick<ErasureDependencies, 'js' | 'jsm'>;

/** As the leader has it; undefined: the user was never forgotten. */
export async function readTombstone(
  { jsm }: Stores,
  digest: string,
): Promise<Tombstone | undefined> {
  const message = await jsm.streams.getMessage(STREAM, { last_by_subj: subjectOf(digest) });
  if (!message) return undefined;
  return decodeTombstone(message.subject, message.seq, message.data);
}

/**
 * From here on nobody may act for this user. An erasure that is under way already is joined: its
 * tombstone stays as it is. @throws Error when it is unknown whether it was written.
 */
export async function beginTombstone(
  stores: Stores,
  userId: string,
  now: Date,
): Promise<Tombstone> {
  const digest = erasedUserDigest(userId);
  for (;;) {
    const existing = await readTombstone(stores, digest);
    if (existing?.state === 'erasing') return existing;
    const begun = { digest, state: 'erasing', atMs: now.getTime() } as const;
    const revision = await write(stores, begun, {}, existing?.revision ?? 0);
    if (revision !== undefined) return { ...begun, revision };
  }
}

/** Nothing is left. @returns false: somebody else has said so before, or has begun again. */
export async function finishTombstone(
  stores: Stores,
  begun: Tombstone,
  at: Date,
  counts: ErasureCounts,
): Promise<boolean> {
  const done = { digest: begun.digest, state: 'erased', atMs: at.getTime() } as const;
  return (await write(stores, done, counts, begun.revision)) !== undefined;
}

/** Writes a tombstone that somebody remembers, unless there is a later one. */
export async function keepTombstone(stores: Stores, known: Tombstone): Promise<void> {
  const existing = await readTombstone(stores, known.digest);
  if (existing !== undefined && existing.atMs >= known.atMs) return;
  await write(stores, known, {}, existing?.revision ?? 0);
}

/** @returns the new revision; undefined: the key has changed meanwhile. */
async function write(
  { js }: Stores,
  { digest, state, atMs }: Omit<Tombstone, 'revision'>,
  counts: ErasureCounts,
  expectedRevision: number,
): Promise<number | undefined> {
  const value = { state, erased_at: new Date(atMs).toISOString(), counts };
  const ack = await publishOnCondition(js, subjectOf(digest), JSON.stringify(value), {
    timeout: TIMEOUT_MS,
    expect: { lastSubjectSequence: expectedRevision },
  });
  return ack?.seq;
}

function subjectOf(digest: string): string {
  return `$KV.${ERASED}.${digest}`;
}
