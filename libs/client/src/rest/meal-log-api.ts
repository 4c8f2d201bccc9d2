import { randomId } from '../random-id.js';
import type { Strategy } from '../strategy.js';
import type { Way } from '../way.js';
import type { CorrectOptions, ItemCorrection } from './correction.js';
import type { Answer, Http } from './http.js';
import type { MealLogPage, MealLogResource, MealLogStatus } from './meal-log.js';
import { MealwireError, UNEXPECTED_RESPONSE } from './mealwire-error.js';
import { persistently } from './persistently.js';

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
  /** Has a meal that has ended analysed once more. */
  retry(id: string): Promise<MealLogResource>;
  /**
   * Puts the result right, with all of these changes or none; the server works out the figures.
   * Refused with 409 `meal_log_processing`, 412 `version_conflict`, 422 for what cannot be done.
   */
  correct(
    id: string,
    items: readonly ItemCorrection[],
    options?: CorrectOptions,
  ): Promise<MealLogResource>;
  /** On all devices; one that is gone already is fine. */
  remove(id: string): Promise<void>;
}

const PATH = '/api/v1/meal-logs';

function pathOf(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}

/** `way`: what is made again by itself is given up when it changes. */
export function createMealLogApi(http: Http, way: Way, strategy: Strategy): MealLogApi {
  const get = async (id: string) => mealLogOf(await http.request(pathOf(id)));

  /** However often it has to be asked: under the same key it is done once. */
  function command(
    method: string,
    path: string,
    condition: Readonly<Record<string, string>> = {},
    body: string | null = null,
  ): Promise<Answer> {
    const headers = { ...condition, 'idempotency-key': randomId() };
    return persistently(strategy, () =>
      http.request(path, { method, headers, body, signal: way.signal() }),
    );
  }

  return {
    get,
    post: async (submission, headers) =>
      mealLogOf(
        await http.request(`${PATH}/natural`, {
          method: 'POST',
          ...(headers === undefined ? {} : { headers }),
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
    retry: async (id) => mealLogOf(await command('POST', `${pathOf(id)}/retry`)),
    correct: async (id, items, { ifMatch } = {}) => {
      const condition = ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` };
      return mealLogOf(await command('PATCH', pathOf(id), condition, JSON.stringify({ items })));
    },
    remove: async (id) => {
      const { status } = await command('DELETE', pathOf(id));
      if (status !== 204) throw unexpected(status);
    },
  };
}

/** Whoever answers in the service's place, with 200 and JSON of its own, has stored nothing. */
function mealLogOf({ status, body }: Answer): MealLogResource {
  const mealLog = body as MealLogResource | null | undefined;
  if (typeof mealLog?.id === 'string') return mealLog;
  throw unexpected(status);
}

function unexpected(status: number): MealwireError {
  return new MealwireError(status, UNEXPECTED_RESPONSE, 'The answer is not what the service says.');
}
