import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mealwire/telemetry';
import type { JetStreamManager } from '@nats-io/jetstream';
import { readBatch } from './stored-messages.js';
import { ERASED } from './topology.js';

/** What is left of a user who was forgotten. It names nobody: see docs/adr/0022. */
export interface Tombstone {
  /** {@link erasedUserDigest} of the user. */
  readonly digest: string;
  /**
   * `erasing`: nobody may act for this user; `erased`: whoever has a token that was issued after
   * `atMs` may, as somebody new.
   */
  readonly state: 'erasing' | 'erased';
  /** When the erasure began, then when it was done, in ms since the epoch. */
  readonly atMs: number;
  /** Revision of the key in bucket `erased`. */
  readonly revision: number;
}

/** The key of a user's tombstone: what the user's id cannot be read from, but compared with. */
export function erasedUserDigest(userId: string): string {
  return createHash('sha256').update(`mealwire erased user\0${userId}`).digest('base64url');
}

/** Whether something that was done, or a token that was issued, at this time is a forgotten user's. */
export function isForgotten(tombstone: Tombstone | undefined, atMs: number): boolean {
  if (tombstone === undefined) return false;
  return tombstone.state === 'erasing' || atMs <= tombstone.atMs;
}

/** Who was forgotten, as far as this process knows; asking costs no round trip. */
export interface ErasedUsers {
  /** @param atMs of what is judged: when a token was issued, or something happened. */
  isForgotten(userId: string, atMs: number): boolean;
  find(userId: string): Tombstone | undefined;
  all(): readonly Tombstone[];
  /** False: it is too long ago that the bucket was read; somebody may be missing. */
  isCurrent(): boolean;
  /** Reads what is new now, for a process that has just written it. */
  refresh(): Promise<void>;
  /** Some tombstone is new, or has changed. */
  onChange(listener: () => void): void;
  stop(): void;
}

export interface ErasedUsersOptions {
  readonly jsm: JetStreamManager;
  readonly logger: Logger;
}

/** How long it takes until a process knows of a tombstone, while it can reach NATS. */
const POLL_MS = 1_000;
/** So many polls ask for news only; then everything is read, as the bucket may have been replaced. */
const POLLS_PER_READING = 60;
/** A process that has not read the bucket for this long does not count as knowing it. */
const CURRENT_MS = 5_000;
const BATCH = 500;

/**
 * Reads bucket `erased`, and from then on every second what is new in it. Not a watch: a question
 * that was not answered is asked again, so nothing has to be noticed and repaired.
 * Resolves when the bucket has been read once: nobody may be served before.
 */
export async function followErasedUsers({ jsm, logger }: ErasedUsersOptions): Promise<ErasedUsers> {
  const listeners: (() => void)[] = [];
  let known = new Map<string, Tombstone>();
  let revision = 0;
  let readAtMs = Number.NEGATIVE_INFINITY;
  let stopped = false;

  async function read(everything: boolean): Promise<void> {
    const askedAtMs = performance.now();
    const next = everything ? new Map<string, Tombstone>() : new Map(known);
    const before = everything ? 0 : revision;
    const last = await readTombstones(jsm, before, (tombstone) =>
      next.set(tombstone.digest, tombstone),
    );
    // Another reading was quicker, and knows more.
    if (!everything && last < revision) return;
    const changed = everything || last > before;
    known = next;
    revision = last;
    readAtMs = askedAtMs;
    if (changed) for (const listener of listeners) listener();
  }

  async function poll(): Promise<void> {
    for (let count = 1; !stopped; count += 1) {
      await sleep(POLL_MS, undefined, { ref: false });
      if (stopped) return;
      await read(count % POLLS_PER_READING === 0).catch((error: unknown) => {
        logger.debug({ err: error }, 'bucket erased cannot be read right now');
      });
    }
  }

  await readAtLast(() => read(true), logger);
  void poll();
  const find = (userId: string): Tombstone | undefined =>
    known.size === 0 ? undefined : known.get(erasedUserDigest(userId));
  return {
    find,
    isForgotten: (userId, atMs) => isForgotten(find(userId), atMs),
    all: () => [...known.values()],
    isCurrent: () => performance.now() - readAtMs < CURRENT_MS,
    refresh: () => read(false),
    onChange: (listener) => void listeners.push(listener),
    stop: () => {
      stopped = true;
    },
  };
}

/** What comes after a revision. @returns the last revision that was seen. */
async function readTombstones(
  jsm: JetStreamManager,
  after: number,
  take: (tombstone: Tombstone) => void,
): Promise<number> {
  for (let last = after; ; ) {
    const messages = await readBatch(jsm, `KV_${ERASED}`, { seq: last + 1, batch: BATCH });
    if (messages.length === 0) return last;
    for (const message of messages) {
      const tombstone = decodeTombstone(message.subject, message.seq, message.data);
      if (tombstone !== undefined) take(tombstone);
      last = Math.max(last, message.seq);
    }
  }
}

async function readAtLast(read: () => Promise<void>, logger: Logger): Promise<void> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      logger.warn({ err: error }, 'bucket erased cannot be read: has NATS been provisioned?');
      await sleep(POLL_MS);
    }
  }
}

/** Undefined: a key that was removed by hand, or nothing of ours. */
export function decodeTombstone(
  subject: string,
  revision: number,
  data: Uint8Array,
): Tombstone | undefined {
  try {
    const value = JSON.parse(new TextDecoder().decode(data)) as Record<string, unknown>;
    const { state, erased_at: at } = value;
    const atMs = Date.parse(String(at));
    if ((state !== 'erasing' && state !== 'erased') || Number.isNaN(atMs)) return undefined;
    return { digest: subject.slice(subject.lastIndexOf('.') + 1), state, atMs, revision };
  } catch {
    return undefined;
  }
}
