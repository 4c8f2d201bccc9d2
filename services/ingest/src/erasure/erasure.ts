import { type ErasedUsers, erasedUserDigest, isForgotten } from '@mealwire/bus';
import { Problem } from '@mealwire/runtime';
import type { ErasureDependencies } from './dependencies.js';
import { completeErasure } from './erase-user.js';
import { sweep } from './sweep.js';
import { beginTombstone, readTombstone } from './tombstones.js';

export interface Erasure {
  /**
   * Forgets a user: returns when the tombstone stands, after which it is done, whatever happens to
   * this process. @throws Problem 503 when the store cannot be reached.
   */
  request(user: {
    readonly userId: string;
    /** Of the token that asks: one from before the last erasure asks for that one. */
    readonly issuedAtMs: number;
  }): Promise<'erasing' | 'erased'>;
  /** Leaves what is under way to the next sweep, of whichever process. */
  stop(): void;
}

export interface ErasureOptions extends ErasureDependencies {
  readonly erased: ErasedUsers;
  readonly isStoreReachable: () => boolean;
  readonly sweepIntervalMs: number;
}

const RETRY_AFTER_S = 2;

export function startErasure(options: ErasureOptions): Erasure {
  const { logger } = options;
  const underWay = new Map<string, Promise<void>>();

  async function request({ userId, issuedAtMs }: Parameters<Erasure['request']>[0]) {
    if (!options.isStoreReachable()) throw storeUnavailable(undefined);
    const digest = erasedUserDigest(userId);
    try {
      const last = await readTombstone(options, digest);
      if (last?.state === 'erased' && isForgotten(last, issuedAtMs)) return 'erased';
      const tombstone = await beginTombstone(options, userId, options.now());
      await options.erased.refresh();
      if (!underWay.has(digest)) {
        const work = completeErasure(options, userId, tombstone)
          .then((counts) => logger.info({ erasure: digest, counts }, 'user erased'))
          // The sweep takes it up.
          .catch((error: unknown) => logger.warn({ err: error, erasure: digest }, 'not erased yet'))
          .finally(() => underWay.delete(digest));
        underWay.set(digest, work);
      }
      return 'erasing';
    } catch (error) {
      throw storeUnavailable(error);
    }
  }

  let sweeping = false;
  async function sweepOnce(): Promise<void> {
    if (sweeping) return;
    sweeping = true;
    try {
      await sweep({ ...options, isUnderWay: (digest) => underWay.has(digest) });
    } catch (error) {
      logger.debug({ err: error }, 'no sweep for erased users right now');
    } finally {
      sweeping = false;
    }
  }
  const timer = setInterval(() => void sweepOnce(), options.sweepIntervalMs);

  return {
    request,
    stop: () => clearInterval(timer),
  };
}

function storeUnavailable(cause: unknown): Problem {
  return new Problem(503, 'store_unavailable', 'Nobody can be erased right now. Try again.', {
    retryAfterS: RETRY_AFTER_S,
    cause,
  });
}
