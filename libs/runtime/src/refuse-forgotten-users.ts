import { Problem } from './problem.js';
import type { TokenVerifier } from './token-verifier.js';

/** Says whether a user was forgotten after a token of theirs had been issued. */
export type IsForgotten = (userId: string, issuedAtMs: number) => boolean;

/**
 * The tokens of a user who was forgotten end with it, however long they were made for: docs/guarantees.md, 12.
 * `verify` throws Problem 410 `user_erased` for them, beside what it throws anyway.
 */
export function refuseForgottenUsers(
  tokens: TokenVerifier,
  isForgotten: IsForgotten,
): TokenVerifier {
  return {
    verify: async (token) => {
      const identity = await tokens.verify(token);
      if (!isForgotten(identity.userId, identity.issuedAtMs)) return identity;
      throw new Problem(
        410,
        'user_erased',
        'This user has been erased. Logging in again begins anew.',
      );
    },
  };
}
