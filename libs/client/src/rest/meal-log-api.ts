import { answerOf, type Http } from './http.js';
import type { MealLogPage, MealLogResource } from './meal-log.js';

/** A meal in the user's own words. */
export interface MealLogSubmission {
  readonly text: string;
  /** The phone's own id: submitting twice under it is submitting once. */
  readonly client_id?: string;
  /** RFC 3339; the time of submission where it is missing. */
  readonly eaten_at?: string;
  readonly meal_type?: 'breakfast' | 'lunch' | 'dinner' | 'snack';
}

/** A meal log, and the mark by which the server knows this version of it. */
export interface TaggedMealLog {
  readonly mealLog: MealLogResource;
  readonly etag: string | null;
}

/** The REST side. Every method throws a `MealwireError` when it does not succeed. */
export interface MealLogApi {
  post(
    submission: MealLogSubmission,
    headers?: Readonly<Record<string, string>>,
  ): Promise<MealLogResource>;
  get(id: string): Promise<MealLogResource>;
  /** @returns undefined when it is still what `etag` stands for. */
  getIfChanged(id: string, etag: string | null): Promise<TaggedMealLog | undefined>;
  list(query?: { readonly page?: number; readonly limit?: number }): Promise<MealLogPage>;
}

const PATH = '/api/v1/meal-logs';

export function createMealLogApi(http: Http): MealLogApi {
  async function json<T>(response: Promise<Response>): Promise<T> {
    const answer = await response;
    return answerOf(() => answer.json() as Promise<T>);
  }

  async function getIfChanged(id: string, etag: string | null): Promise<TaggedMealLog | undefined> {
    const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
    const response = await http.request(`${PATH}/${encodeURIComponent(id)}`, { headers });
    if (response.status === 304) return undefined;
    const mealLog = await answerOf(() => response.json() as Promise<MealLogResource>);
    return { mealLog, etag: response.headers.get('etag') };
  }

  return {
    post: (submission, headers = {}) =>
      json(
        http.request(`${PATH}/natural`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(submission),
        }),
      ),
    get: (id) => json(http.request(`${PATH}/${encodeURIComponent(id)}`)),
    getIfChanged,
    list: ({ page, limit } = {}) => {
      const query = new URLSearchParams();
      if (page !== undefined) query.set('page', String(page));
      if (limit !== undefined) query.set('limit', String(limit));
      return json(http.request(query.size === 0 ? PATH : `${PATH}?${query.toString()}`));
    },
  };
}
