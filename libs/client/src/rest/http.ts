import type { Credentials } from '../credentials.js';
import { limited } from '../limited.js';
import { errorOfResponse, isErased, MealwireError } from './mealwire-error.js';

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  /** Of JSON; undefined where there is none. */
  readonly body: unknown;
}

export interface Http {
  /**
   * An answer of the gateway, good or 304. A refused token is replaced once.
   * @throws MealwireError for every other answer, for none, and when the user has to log in.
   */
  request(path: string, init?: RequestInit): Promise<Answer>;
}

export interface HttpOptions {
  readonly origin: string;
  readonly credentials: Credentials;
  readonly fetch: typeof globalThis.fetch;
  /** A request has succeeded, so there is a network. */
  readonly onSuccess: () => void;
  /** The user of a token was erased. */
  readonly onErased: () => void;
}

const JSON_TYPE = 'application/json';

/** A phone on a bad network must hear in the end that nothing came; the body's time counts too. */
const REQUEST_LIMIT_MS = 15_000;

export function createHttp(options: HttpOptions): Http {
  const { origin, credentials, fetch, onSuccess, onErased } = options;

  async function once(token: string, path: string, init: RequestInit): Promise<Answer> {
    const headers = new Headers(init.headers);
    headers.set('accept', JSON_TYPE);
    if (typeof init.body === 'string') headers.set('content-type', JSON_TYPE);
    headers.set('authorization', `Bearer ${token}`);
    const ask = async (signal: AbortSignal): Promise<Answer> => {
      // The conditions are ours; a browser's cache would answer in the server's place.
      const asked: RequestInit = { ...init, headers, cache: 'no-store', signal };
      const response = await fetch(new URL(path, origin), asked);
      const { ok, status } = response;
      if (!ok && status !== 304) throw await errorOfResponse(response);
      const text = await response.text();
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      return { status, etag: response.headers.get('etag'), body };
    };
    const answer = await answerOf(() => limited(REQUEST_LIMIT_MS, ask, init.signal));
    onSuccess();
    return answer;
  }

  const tokenOf = () => answerOf(() => credentials.token());

  return {
    request: async (path, init = {}) => {
      const token = await tokenOf();
      try {
        return await once(token, path, init);
      } catch (error) {
        if (isErased(error)) {
          credentials.reject(token);
          // Not again with another token: it would be a new beginning with what was to be forgotten.
          onErased();
          throw error;
        }
        if (!(error instanceof MealwireError && error.status === 401)) throw error;
        credentials.reject(token);
        return once(await tokenOf(), path, init);
      }
    },
  };
}

/** What fetch throws differs between platforms; callers get one kind of error. */
async function answerOf<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    if (cause instanceof MealwireError) throw cause;
    throw new MealwireError(0, 'network_error', 'The server could not be reached.', { cause });
  }
}
