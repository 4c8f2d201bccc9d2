import type { MealLogPage, MealLogResource } from './meal-log.js';
import { errorOfResponse, MealwireError } from './mealwire-error.js';

/** A meal in the user's own words. */
export interface MealLogSubmission {
  readonly text: string;
  /** The phone's own id: submitting twice under it is submitting once. */
  readonly client_id?: string;
  /** RFC 3339; the time of submission where it is missing. */
  readonly eaten_at?: string;
  readonly meal_type?: 'breakfast' | 'lunch' | 'dinner' | 'snack';
}

export interface SubmitOptions {
  /** Sent along, e.g. `traceparent` or `Idempotency-Key`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The REST side. Every method throws a {@link MealwireError} when it does not succeed, or what the
 * option `token` throws.
 */
export interface MealLogApi {
  submit(submission: MealLogSubmission, options?: SubmitOptions): Promise<MealLogResource>;
  get(id: string): Promise<MealLogResource>;
  list(query?: { readonly page?: number; readonly limit?: number }): Promise<MealLogPage>;
}

export interface MealLogApiOptions {
  readonly origin: string;
  readonly token: () => Promise<string>;
  readonly fetch: typeof globalThis.fetch;
}

/** A phone on a bad network must hear in the end that nothing came. */
const REQUEST_TIMEOUT_MS = 15_000;

export function createMealLogApi(options: MealLogApiOptions): MealLogApi {
  async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers = new Headers(init.headers);
    headers.set('accept', 'application/json');
    headers.set('authorization', `Bearer ${await options.token()}`);
    const response = await answerOf(() =>
      options.fetch(new URL(`/api/v1/meal-logs${path}`, options.origin), {
        ...init,
        headers,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      }),
    );
    if (!response.ok) throw await errorOfResponse(response);
    return answerOf(() => response.json() as Promise<T>);
  }

  return {
    submit: (submission, { headers } = {}) =>
      request('/natural', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(submission),
      }),
    get: (id) => request(`/${encodeURIComponent(id)}`),
    list: ({ page, limit } = {}) => {
      const query = new URLSearchParams();
      if (page !== undefined) query.set('page', String(page));
      if (limit !== undefined) query.set('limit', String(limit));
      return request(query.size === 0 ? '' : `?${query.toString()}`);
    },
  };
}

/** What fetch throws differs between platforms; callers get one kind of error. */
async function answerOf<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new MealwireError(0, 'network_error', 'The server could not be reached.', { cause });
  }
}
