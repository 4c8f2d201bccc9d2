import { Problem } from '@mealwire/runtime';
import { createTokenBucket } from './token-bucket.js';

/** Lets new connections in, or says when to come back. */
export interface Admission {
  /** @throws Problem 503 with Retry-After. */
  admit(): void;
  /** The same without counting: for one that was admitted a while ago. @throws Problem 503. */
  requireOpen(): void;
}

export interface AdmissionOptions {
  readonly perSecond: number;
  /** False: nobody can be served now, e.g. while NATS is away or the process is stopping. */
  readonly isOpen: () => boolean;
}

/** Spread over some seconds, so that those who are sent away do not come back all at once. */
const MAX_RETRY_AFTER_S = 5;

/** A gateway that comes up while everybody is looking for one takes them in at a steady pace. */
export function createAdmission({ perSecond, isOpen }: AdmissionOptions): Admission {
  const bucket = createTokenBucket(perSecond, perSecond);
  const require = (condition: boolean): void => {
    if (condition) return;
    throw new Problem(503, 'unavailable', 'No new connections right now. Try again.', {
      retryAfterS: 1 + Math.floor(Math.random() * MAX_RETRY_AFTER_S),
    });
  };
  return {
    admit: () => require(isOpen() && bucket.take(performance.now())),
    requireOpen: () => require(isOpen()),
  };
}
