import { MEAL_TYPES } from '@mealwire/contracts';
import { z } from 'zod';
import { mealLogExamples } from './resource-examples.js';

/** RFC 3339, UTC. */
const time = z.iso.datetime();

const nutrition = {
  calories: z.number().meta({ description: 'Energy in kcal.' }),
  protein_g: z.number(),
  carbs_g: z.number(),
  fat_g: z.number(),
  fiber_g: z.number(),
  sugar_g: z.number(),
  sodium_mg: z.number(),
};

export const nutritionSchema = z.object(nutrition).meta({
  id: 'Nutrition',
  description: 'Sums over the items that have nutrition.',
});

export const mealItemSchema = z
  .object({
    raw_text: z.string().meta({ description: 'The words that this item was read from.' }),
    name: z.string(),
    food_id: z.string().meta({ description: 'Key in the food table; empty: an unknown food.' }),
    source: z.string().meta({ description: 'Where the figures come from.' }),
    quantity: z.number(),
    unit: z.string(),
    grams: z.number(),
    portion_source: z
      .string()
      .meta({ description: 'The rule that turned quantity and unit into grams.' }),
    ...nutrition,
    confidence: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'How sure the analyser is of food and amount.' }),
    needs_review: z.boolean(),
    review_reason: z.string(),
    alternatives: z
      .array(z.object({ food_id: z.string(), name: z.string() }))
      .meta({ description: 'Other foods that the words may mean; at most three.' }),
    assumptions: z
      .array(z.string())
      .meta({ description: 'What the analyser took for granted, in words for a person.' }),
  })
  .meta({ id: 'MealItem', description: 'One food that was found in the text.' });

/** What of the analysis a resource shows, named as in `meal_log.v1.MealLogCompleted`. */
export const analysisSchema = z.object({
  items: z
    .array(mealItemSchema)
    .meta({ description: 'The foods that were found; empty unless `completed`.' }),
  totals: nutritionSchema.nullable().meta({ description: 'Null unless `completed`.' }),
  needs_review: z
    .boolean()
    .meta({ description: 'A person should look at it: an item is unsure or unknown.' }),
  total_is_partial: z
    .boolean()
    .meta({ description: 'An item is unknown and missing from the totals.' }),
});

/** A meal log as the REST API shows it; snake_case. */
export const mealLogResource = z
  .object({
    id: z.string().meta({ description: "The phone's `client_id`, or one that was made." }),
    status: z.enum(['processing', 'completed', 'failed']),
    text: z.string().meta({ description: 'What the user typed, trimmed.' }),
    meal_type: z
      .string()
      .nullable()
      .meta({ description: `One of ${MEAL_TYPES.join(', ')}; null: neither user nor text says.` }),
    eaten_at: time.meta({ description: 'The time of submission where the user did not say.' }),
    created_at: time,
    completed_at: time.nullable().meta({ description: 'When it ended, either way.' }),
    corrected_at: time.nullable().meta({ description: 'When the user put it right, last.' }),
    ...analysisSchema.shape,
    failure: z
      .object({
        reason: z.string().meta({
          description: 'A stable code, such as `no_food_detected` or `analysis_timeout`.',
        }),
        message: z.string().meta({ description: 'The same for the user, in English.' }),
      })
      .nullable()
      .meta({ description: 'Null unless `failed`.' }),
    version: z.int().min(1).meta({ description: 'Grows with every change of this meal log.' }),
  })
  .meta({
    id: 'MealLog',
    description: 'One meal that a user described.',
    examples: mealLogExamples,
  });

export type MealLogResource = z.output<typeof mealLogResource>;
