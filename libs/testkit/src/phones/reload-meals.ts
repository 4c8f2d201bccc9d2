import { setTimeout as sleep } from 'node:timers/promises';
import { apiClient } from '../api.js';
import type { PhoneOptions, ReloadedMeal } from './phone.js';

const PAGE = 100;
const RETRY_MS = 500;
const TIMEOUT_MS = 5_000;

/** All meals of the user over REST, tried until it works; undefined when the phone is stopped. */
export async function reloadMeals({
  origins,
  token,
  random,
  isStopped,
}: Pick<PhoneOptions, 'origins' | 'token' | 'random'> & {
  readonly isStopped: () => boolean;
}): Promise<readonly ReloadedMeal[] | undefined> {
  while (!isStopped()) {
    const origin = origins[Math.floor(random() * origins.length)] as string;
    try {
      return await listMeals(origin, token);
    } catch {
      await sleep(RETRY_MS);
    }
  }
  return undefined;
}

/** Every page of `GET /api/v1/meal-logs`. @throws Error unless all of them answer 200. */
export async function listMeals(origin: string, token: string): Promise<ReloadedMeal[]> {
  const api = apiClient(origin, token, { timeoutMs: TIMEOUT_MS });
  const meals: ReloadedMeal[] = [];
  for (let page = 1; ; page++) {
    const { status, body } = await api.get(`/api/v1/meal-logs?limit=${PAGE}&page=${page}`);
    if (status !== 200) throw new Error(`meals cannot be listed: HTTP ${status}`);
    const items = body['items'] as readonly ReloadedMeal[];
    meals.push(...items.map(({ id, status }) => ({ id, status })));
    if (items.length < PAGE) return meals;
  }
}
