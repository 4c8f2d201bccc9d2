import type { z } from 'zod';
import { nutritionSchema } from '../meal-log/resource-schema.js';

export type Nutrients = z.output<typeof nutritionSchema>;

/** The fields of `meal_log.v1.Nutrition`; that the schema has just these is a test's. */
export const NUTRIENTS = Object.keys(nutritionSchema.shape) as readonly (keyof Nutrients)[];
