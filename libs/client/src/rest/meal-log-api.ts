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

function pathOf(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}

export function createMealLogApi(http: Http): MealLogApi {
  async function json<T>(response: Promise<Response>): Promise<T> {
    const answer = await response;
    return answerOf(() => answer.json() as Promise<T>);
  }

  async function getIfChanged(id: string, etag: string | null): Promise<TaggedMealLog | undefined> {
    const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
    const response = await http.request(pathOf(id), { headers });
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
    get: (id) => json(http.request(pathOf(id))),
    getIfChanged,
    list: (query = {}) => {
      const named = Object.entries(query).map(([name, value]) => `${name}=${value}`);
      return json(http.request(`${PATH}?${named.join('&')}`));
    },
  };
}
