import { MealwireError } from './rest/mealwire-error.js';

export interface TokenRequest {
  /** The token that the server has refused last: another one is wanted. Null before that. */
  readonly rejected: string | null;
}

/**
 * Asked before every request and every attempt to connect, so it may hand out a fresh token each
 * time or keep one. Null, or the refused token again: the user has to log in. Throwing is for what
 * passes by itself, such as a network that is away.
 */
export type TokenProvider = (request: TokenRequest) => Promise<string | null>;

export interface Credentials {
  /** @throws MealwireError with code `logged_out`, or whatever the provider throws. */
  token(): Promise<string>;
  /** The server has refused this token: it is never used again. */
  reject(token: string): void;
}

export const LOGGED_OUT = 'logged_out';

export function createCredentials(provider: TokenProvider): Credentials {
  let rejected: string | null = null;
  return {
    token: async () => {
      const token = await provider({ rejected });
      if (token === null || token === rejected) {
        throw new MealwireError(401, LOGGED_OUT, 'Please log in again.');
      }
      return token;
    },
    reject: (token) => {
      rejected = token;
    },
  };
}

export function isLoggedOut(error: unknown): boolean {
  return error instanceof MealwireError && error.code === LOGGED_OUT;
}
