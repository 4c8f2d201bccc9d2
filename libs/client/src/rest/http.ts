import type { Credentials } from '../credentials.js';
import { errorOfResponse, MealwireError } from './mealwire-error.js';

export interface Http {
  /**
   * An answer of the gateway, good or 304. A refused token is replaced once.
   * @throws MealwireError for every other answer, for none, and when the user has to log in.
   */
  request(path: string, init?: RequestInit): Promise<Response>;
}

export interface HttpOptions {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly fetch: typeof globalThis.fetch;
}

/** A phone on a bad network must hear in the end that nothing came. */
const REQUEST_TIMEOUT_MS = 15_000;

export function createHttp({ origin, credentials, fetch }: HttpOptions): Http {
  async function once(token: string, path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('accept', 'application/json');
    headers.set('authorization', `Bearer ${token}`);
    return answerOf(() =>
      fetch(new URL(path, origin), {
        ...init,
        headers,
        // The conditions are ours; a browser's cache would answer in the server's place.
        cache: 'no-store',
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      }),
    );
  }

  const tokenOf = () => answerOf(credentials.token);

  return {
    request: async (path, init = {}) => {
      const token = await tokenOf();
      let response = await once(token, path, init);
      if (response.status === 401) {
        credentials.reject(token);
        response = await once(await tokenOf(), path, init);
      }
      if (!response.ok && response.status !== 304) throw await errorOfResponse(response);
      return response;
    },
  };
}

/** What fetch throws differs between platforms; callers get one kind of error. */
export async function answerOf<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof MealwireError) throw cause;
    throw new MealwireError(0, 'network_error', 'The server could not be reached.', { cause });
  }
}
