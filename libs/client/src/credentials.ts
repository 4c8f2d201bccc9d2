import { limited } from './limited.js';
import { MealwireError } from './rest/mealwire-error.js';

export interface TokenRequest {
  /** The token that the server has refused last: another one is wanted. Else null. */
  readonly rejected: string | null;
  /** The token that is good, but ends soon: another one would be welcome. Else null. */
  readonly expiring: string | null;
}

/**
 * Asked before every request and every attempt to connect, so it may hand out a fresh token each
 * time or keep one. Null, or the refused token again: the user has to log in. Throwing is for what
 * passes by itself, such as a network that is away; so does not answering for 15 s.
 */
export type TokenProvider = (request: TokenRequest) => Promise<string | null>;

export interface Credentials {
  /**
   * Asks for one for all who want one at the same time.
   * @throws MealwireError with code `logged_out`, or whatever the provider throws.
   */
  token(): Promise<string>;
  /** The same shortly before `expiring` ends. */
  renew(expiring: string): Promise<string>;
  /** The server has refused this token: the provider is told, and it is not taken again. */
  reject(token: string): void;
  /** The app wants another try with what the provider has. */
  reset(): void;
}

export const LOGGED_OUT = 'logged_out';

const PROVIDER_LIMIT_MS = 15_000;

export function createCredentials(provider: TokenProvider): Credentials {
  let given: string | null = null;
  let rejected: string | null = null;
  let asking: Promise<string> | undefined;

  async function ask(expiring: string | null): Promise<string> {
    const refused = rejected;
    const request = { rejected: refused, expiring };
    const token = await limited(PROVIDER_LIMIT_MS, async () => provider(request));
    if (token === null || token === refused) {
      throw new MealwireError(401, LOGGED_OUT, 'Please log in again.');
    }
    given = token;
    // Told once: a provider that makes a new token whenever it hears of a refused one need not again.
    if (rejected === refused) rejected = null;
    return token;
  }

  function token(): Promise<string> {
    const mine = asking ?? ask(null);
    asking = mine;
    const end = () => {
      if (asking === mine) asking = undefined;
    };
    mine.then(end, end);
    return mine;
  }

  return {
    token,
    renew: ask,
    reject: (refused) => {
      // Whoever was refused later with an older one has no news.
      if (refused !== given) return;
      rejected = refused;
      asking = undefined;
    },
    reset: () => {
      rejected = null;
    },
  };
}

export function isLoggedOut(error: unknown): boolean {
  return error instanceof MealwireError && error.code === LOGGED_OUT;
}
