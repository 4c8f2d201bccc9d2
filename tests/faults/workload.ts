import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, apiClient } from '@mealwire/testkit';
import type { History } from './history.js';
import { pick, type Random } from './random.js';

export interface Eater {
  readonly user: string;
  readonly token: string;
}

export interface WorkloadOptions {
  readonly eaters: readonly Eater[];
  /** The gateways; each attempt goes to a random one. */
  readonly origins: readonly string[];
  readonly mealsPerSecond: number;
  readonly random: Random;
  readonly history: History;
}

export interface Workload {
  /** Submissions that are still tried. */
  pending(): number;
  /** No new meals; those on their way are tried on. */
  stop(): void;
  /** Gives up on everything. */
  abandon(): void;
}

const MEALS = [
  'two scrambled eggs and a slice of toast with butter',
  'a bowl of oatmeal with banana',
  'grilled chicken breast with rice and broccoli',
  'an apple',
  'a cup of coffee with milk',
  'spaghetti bolognese',
  // Ends as failed: that is an outcome as well.
  'a rusty nail and two tires',
];
const TIMEOUT_MS = 5_000;
const MIN_RETRY_MS = 100;
const MAX_RETRY_MS = 1_000;
/** While nothing gets through, new meals wait; a crowd of retries would only hide the faults. */
const MAX_PENDING = 150;
/** How many of the meals are read again at once: what a 201 said must be there. */
const READ_BACK_SHARE = 0.2;
/** What a correct submission may never be answered: retrying could not help. */
const REFUSALS = new Set([400, 401, 403, 404, 409, 413, 415, 422]);

/** Submits meals at a steady rate, each under an id of its own, tried until it is accepted. */
export function startWorkload(options: WorkloadOptions): Workload {
  const { eaters, random, history } = options;
  let pending = 0;
  let abandoned = false;

  async function submit({ user, token }: Eater, text: string): Promise<void> {
    const meal = randomUUID();
    history.record({ kind: 'submitted', user, meal });
    for (let attempts = 1; !abandoned; attempts++) {
      const api = apiClient(pick(random, options.origins), token, { timeoutMs: TIMEOUT_MS });
      // Whatever a broken connection does to fetch: it is unknown whether the meal was stored.
      const answer = await api.submit({ text, client_id: meal }).catch(() => undefined);
      if (answer?.status === 201 && answer.body['id'] === meal) {
        history.record({ kind: 'accepted', user, meal, attempts });
        if (random() < READ_BACK_SHARE) await readBack(api, user, meal);
        return;
      }
      if (answer !== undefined && (answer.status === 201 || REFUSALS.has(answer.status))) {
        const { status, body } = answer;
        history.record({ kind: 'refused', user, meal, method: 'POST', status, answer: body });
        return;
      }
      await sleep(MIN_RETRY_MS + random() * (MAX_RETRY_MS - MIN_RETRY_MS));
    }
  }

  async function readBack(api: ApiClient, user: string, meal: string): Promise<void> {
    const answer = await api.get(`/api/v1/meal-logs/${meal}`).catch(() => undefined);
    if (answer === undefined || !REFUSALS.has(answer.status)) return;
    const { status, body } = answer;
    history.record({ kind: 'refused', user, meal, method: 'GET', status, answer: body });
  }

  const timer = setInterval(() => {
    if (pending >= MAX_PENDING) return;
    pending += 1;
    void submit(pick(random, eaters), pick(random, MEALS)).finally(() => {
      pending -= 1;
    });
  }, 1000 / options.mealsPerSecond);

  return {
    pending: () => pending,
    stop: () => clearInterval(timer),
    abandon: () => {
      clearInterval(timer);
      abandoned = true;
    },
  };
}
