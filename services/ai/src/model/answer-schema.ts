import { z } from 'zod';

/**
 * What a model is asked for. Bounds are not part of it: APIs differ in what they take of JSON
 * schema, and an answer that is out of bounds is judged item by item (check-answer.ts). Nullable
 * rather than optional, because strict structured outputs want every field.
 */
export const answerSchema = z.object({
  items: z.array(
    z.object({
      phrase: z.string(),
      food: z.string(),
      quantity: z.number().nullable(),
      unit: z.string().nullable(),
      preparation: z.string().nullable(),
      added_to: z.enum(['drink', 'food']).nullable(),
    }),
  ),
});

export type AnswerItem = Readonly<z.output<typeof answerSchema>['items'][number]>;

export interface Answer {
  readonly items: readonly AnswerItem[];
}
