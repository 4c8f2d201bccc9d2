import type { Way } from '../way.js';
import type { Answer, Http } from './http.js';
import type { MealLogPage, MealLogResource, MealLogStatus } from './meal-log.js';
import { MealwireError, UNEXPECTED_RESPONSE } from './mealwire-error.js';

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

/** Which meal logs; the newest 20 of all where nothing is said. */
export interface MealLogQuery {
  readonly page?: number;
  readonly limit?: number;
  /** The day on which they were eaten, e.g. `2026-01-31`. */
  readonly date?: string;
  readonly status?: MealLogStatus;
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
  list(query?: MealLogQuery): Promise<MealLogPage>;
}

const PATH = '/api/v1/meal-logs';

function pathOf(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}

/** `way`: uploads and polls are given up when it changes, for they are made again. */
export function createMealLogApi(http: Http, way: Way): MealLogApi {
  const get = async (id: string) => mealLogOf(await http.request(pathOf(id)));
  return {
    get,
    post: async (submission, headers) =>
      mealLogOf(
        await http.request(`${PATH}/natural`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(submission),
          signal: way.signal(),
        }),
      ),
    getIfChanged: async (id, etag) => {
      const headers: Record<string, string> = etag === null ? {} : { 'if-none-match': etag };
      const answer = await http.request(pathOf(id), { headers, signal: way.signal() });
      if (answer.status === 304) return undefined;
      return { mealLog: mealLogOf(answer), etag: answer.etag };
    },
    list: async (query = {}) => {
      const named = Object.entries(query).map(([name, value]) => [name, String(value)]);
      return (await http.request(`${PATH}?${new URLSearchParams(named)}`)).body as MealLogPage;
    },
  };
}

/** Whoever answers in the service's place, with 200 and JSON of its own, has stored nothing. */
function mealLogOf({ status, body }: Answer): MealLogResource {
  const mealLog = body as MealLogResource | null | undefined;
  if (typeof mealLog?.id === 'string') return mealLog;
  throw new MealwireError(status, UNEXPECTED_RESPONSE, 'The answer is not a meal log.');
}
