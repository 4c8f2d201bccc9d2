import { randomUUID } from 'node:crypto';
import { encodeEvent, MEAL_LOG } from '@mealwire/bus';
import { decodeJson, type EventType, eventSchemas, type MealLogEvent } from '@mealwire/contracts';

/** An event as a service would publish it; `data` in proto field names, over the ids. */
export function mealEvent(
  type: EventType,
  mealLogId: string,
  {
    userId = 'anna',
    data = {},
    id = randomUUID(),
    time = new Date().toISOString(),
  }: {
    readonly userId?: string;
    readonly data?: Readonly<Record<string, unknown>>;
    readonly id?: string;
    readonly time?: string;
  } = {},
): MealLogEvent {
  const json = JSON.stringify({ ...data, user_id: userId, meal_log_id: mealLogId });
  return {
    type,
    data: decodeJson(eventSchemas[type], json),
    metadata: { id, source: 'test', time, userId, mealLogId },
  } as MealLogEvent;
}

/** A JetStream client, as far as it is needed here. */
interface Publisher {
  publish(
    subject: string,
    payload: string,
    options: {
      readonly headers: ReturnType<typeof encodeEvent>['headers'];
      readonly expect: { readonly streamName: string };
      readonly timeout: number;
    },
  ): Promise<{ readonly seq: number }>;
}

/** Under way at once; more would only wait at the server. */
const WINDOW = 500;

/** Writes events straight into MEAL_LOG, in their order. Returns the sequence of the last one. */
export async function publishMealEvents(
  js: Publisher,
  events: Iterable<MealLogEvent>,
): Promise<number> {
  let last = 0;
  let window: Promise<{ readonly seq: number }>[] = [];
  const settle = async (): Promise<void> => {
    for (const ack of await Promise.all(window)) last = ack.seq;
    window = [];
  };
  for (const event of events) {
    const { subject, headers, payload } = encodeEvent(event);
    const expect = { streamName: MEAL_LOG };
    window.push(js.publish(subject, payload, { headers, expect, timeout: 30_000 }));
    if (window.length === WINDOW) await settle();
  }
  await settle();
  return last;
}
