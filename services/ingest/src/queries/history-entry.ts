import {
  encodeJson,
  type Nutrition,
  NutritionSchema,
  type RecordedEvent,
} from '@mealwire/contracts';
import { z } from 'zod';
import { nutritionSchema } from '../meal-log/resource-schema.js';

const common = {
  version: z.int().min(1).meta({ description: 'Its place in the order of all events.' }),
  occurred_at: z.iso.datetime(),
};

const result = {
  items: z.array(z.string()).meta({ description: 'The names of the foods.' }),
  totals: nutritionSchema.nullable(),
  needs_review: z.boolean(),
  total_is_partial: z.boolean(),
};

const analyzer = z.string().meta({ description: 'Who read the text; `none`: it was given up.' });

/** What happened to a meal log, as far as its user wants to know. */
export const historyEntrySchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('meal_log.created'), ...common }),
    z.object({ type: z.literal('meal_log.completed'), ...common, analyzer, ...result }),
    z.object({
      type: z.literal('meal_log.failed'),
      ...common,
      analyzer,
      reason: z.string(),
      message: z.string(),
    }),
    z.object({
      type: z.literal('meal_log.delivered'),
      ...common,
      device_id: z.string().nullable().meta({ description: 'Null: the device has no name.' }),
      channel: z.string().meta({ description: '`websocket` or `sse`.' }),
      delivery_ms: z.int().min(0).meta({ description: 'From the outcome to the receipt.' }),
    }),
    z.object({ type: z.literal('meal_log.retried'), ...common }),
    z.object({ type: z.literal('meal_log.corrected'), ...common, ...result }),
    z.object({ type: z.literal('meal_log.deleted'), ...common }),
  ])
  .meta({ id: 'MealLogHistoryEntry', description: 'Something that happened to a meal log.' });

export type HistoryEntry = z.output<typeof historyEntrySchema>;

export function toHistoryEntry(event: RecordedEvent): HistoryEntry {
  const common = { version: event.sequence, occurred_at: event.metadata.time };
  switch (event.type) {
    case 'meal_log.created':
    case 'meal_log.retried':
    case 'meal_log.deleted':
      return { type: event.type, ...common };
    case 'meal_log.completed':
      return {
        type: event.type,
        ...common,
        analyzer: event.data.analyzer,
        ...resultOf(event.data),
      };
    case 'meal_log.corrected':
      return { type: event.type, ...common, ...resultOf(event.data) };
    case 'meal_log.failed': {
      const { analyzer, reason, message } = event.data;
      return { type: event.type, ...common, analyzer, reason, message };
    }
    case 'meal_log.delivered': {
      const { deviceId, channel, deliveryMs } = event.data;
      return {
        type: event.type,
        ...common,
        device_id: deviceId || null,
        channel,
        delivery_ms: deliveryMs,
      };
    }
  }
}

interface Result {
  readonly items: readonly { readonly name: string }[];
  readonly totals?: Nutrition | undefined;
  readonly needsReview: boolean;
  readonly totalIsPartial: boolean;
}

function resultOf({ items, totals, needsReview, totalIsPartial }: Result) {
  return {
    items: items.map(({ name }) => name),
    totals:
      totals === undefined
        ? null
        : (JSON.parse(encodeJson(NutritionSchema, totals)) as z.output<typeof nutritionSchema>),
    needs_review: needsReview,
    total_is_partial: totalIsPartial,
  };
}
