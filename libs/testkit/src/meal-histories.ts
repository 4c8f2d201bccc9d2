import type { MealLogEvent } from '@mealwire/contracts';
import { mealEvent } from './meal-events.js';

/** A number from 0 to below 1, like Math.random. */
type Random = () => number;

const WORDS = ['two eggs', 'an apple', 'oats', 'ragù', '🍕', 'soup "of the day"', 'a\\u0000b'];

/**
 * Events of some meals of some users, mixed, each meal's in an order that can happen or, now and
 * then, in one that should not: what is made of them has to be the same whoever makes it.
 */
export function mealHistory(random: Random, meals: number): MealLogEvent[] {
  const lanes = Array.from({ length: meals }, (_, n) => mealEvents(random, n));
  const events: MealLogEvent[] = [];
  while (lanes.length > 0) {
    const lane = Math.floor(random() * lanes.length);
    const event = lanes[lane]?.shift();
    if (event === undefined) lanes.splice(lane, 1);
    else events.push(event);
  }
  return events;
}

function mealEvents(random: Random, n: number): MealLogEvent[] {
  const userId = `user-${Math.floor(random() * 3)}`;
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  const time = (step: number): string =>
    new Date(Date.UTC(2026, 0, 1) + n * 1_000 + step).toISOString();
  const of = (type: MealLogEvent['type'], step: number): MealLogEvent =>
    mealEvent(type, `meal-${n}`, { userId, time: time(step), data: dataOf(type, pick, random) });
  const events = random() < 0.05 ? [] : [of('meal_log.created', 0)];
  const steps = Math.floor(random() * 6);
  const types = [
    'meal_log.completed',
    'meal_log.completed',
    'meal_log.failed',
    'meal_log.delivered',
    'meal_log.corrected',
    'meal_log.retried',
    'meal_log.deleted',
  ] as const;
  for (let step = 1; step <= steps; step += 1) {
    events.push(of(types[Math.floor(random() * types.length)] ?? 'meal_log.completed', step));
  }
  return events;
}

function dataOf(type: MealLogEvent['type'], pick: () => string, random: Random) {
  const item = {
    raw_text: pick(),
    name: pick(),
    quantity: Math.floor(random() * 9) / 2,
    grams: random() * 500,
    calories: random() * 900,
  };
  switch (type) {
    case 'meal_log.created':
    case 'meal_log.retried':
      return { text: pick(), meal_type: random() < 0.5 ? 'lunch' : '' };
    case 'meal_log.completed':
      // PostgreSQL cannot store this one.
      if (random() < 0.05) return { items: [{ ...item, name: 'NUL \0' }] };
      return { items: [item, item], analyzer: 'embedded' };
    case 'meal_log.corrected':
      return { items: [item], totals: { calories: item.calories } };
    case 'meal_log.failed':
      return { reason: 'no_food_detected', message: 'There is no food in it.' };
    case 'meal_log.delivered':
    case 'meal_log.deleted':
      return {};
  }
}
