import { z } from 'zod';
import { mealText, storableText } from '../meal-log/meal-text.js';
import { clientId } from '../submission/request.js';

const MAX_ADDED_TEXT = 500;
/** More than a meal has items. */
const MAX_CHANGES = 50;
const MAX_INDEX = 1_000;
const MAX_NAME_LENGTH = 128;

const index = z.int().min(0).max(MAX_INDEX).meta({
  description: 'Which item, counted from 0 in the `items` that the client sees.',
});
const amount = z.number().gt(0, 'must be more than 0');
const name = storableText(MAX_NAME_LENGTH);

const change = z
  .object({
    op: z.literal('change'),
    index,
    food_id: name.optional().meta({
      description: 'Another food of the table, such as one of `alternatives`.',
    }),
    grams: amount.optional().meta({ description: 'What it weighs; wins over quantity and unit.' }),
    quantity: amount.optional(),
    unit: name.optional().meta({ description: 'In any spelling: `slice`, `cups`, `oz`.' }),
  })
  .refine(
    ({ food_id, grams, quantity, unit }) => (food_id ?? grams ?? quantity ?? unit) !== undefined,
    'must name at least one of food_id, grams, quantity, unit',
  )
  .meta({ description: 'Another food or amount; what is not named stays as it is.' });

const remove = z
  .object({ op: z.literal('remove'), index })
  .meta({ description: 'This was not eaten.' });

const add = z
  .object({
    op: z.literal('add'),
    text: mealText(MAX_ADDED_TEXT).meta({ description: 'In plain words; may be several foods.' }),
  })
  .meta({ description: 'This was eaten as well; it comes after the other items.' });

/** Body of `PATCH /api/v1/meal-logs/:id`. Unknown fields are ignored. */
export const correctionBody = z.object({
  items: z
    .array(
      z.discriminatedUnion('op', [change, remove, add], {
        error: 'op must be one of change, remove, add',
      }),
    )
    .min(1, 'must have at least one change')
    .max(MAX_CHANGES, `must have at most ${MAX_CHANGES} changes`)
    .superRefine((changes, context) => {
      const seen = new Set<number>();
      for (const [at, one] of changes.entries()) {
        if (one.op === 'add') continue;
        if (seen.has(one.index)) {
          const message = 'names an item that another change names already';
          context.addIssue({ code: 'custom', path: [at, 'index'], message });
        }
        seen.add(one.index);
      }
    })
    .meta({
      description: 'All of them are made, or none. An index means the items before any change.',
      examples: [
        [
          { op: 'change', index: 0, food_id: 'egg-fried', quantity: 3 },
          { op: 'remove', index: 1 },
          { op: 'add', text: 'a glass of milk' },
        ],
      ],
    }),
});

export type ItemCorrection = z.output<typeof correctionBody>['items'][number];

export const commandParams = z.object({
  id: z.string().min(1).meta({ description: "The meal log's id, percent-encoded." }),
});

export const commandHeaders = z.object({
  'idempotency-key': clientId.optional().meta({
    description:
      'Names this request: sent again with the same key it is answered again, and not done again.',
  }),
  'if-match': z.string().optional().meta({
    description:
      'The `ETag` of a GET, or the `version` in double quotes: 412 unless the meal log still is so.',
  }),
});
