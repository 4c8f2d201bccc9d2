import { problemResponses } from '@mealwire/runtime';
import { z } from 'zod';
import { mealLogResource } from '../meal-log/resource-schema.js';

const params = z.object({
  id: z.string().min(1).meta({ description: "The meal log's id, percent-encoded." }),
});

const conditionalHeaders = z.object({
  'if-none-match': z.string().optional().meta({
    description: 'Entity tags of what the client has, or `*`: 304 if one of them is current.',
  }),
});

const query = z.object({
  date: z.iso
    .date({ error: 'must be a day such as 2026-01-31' })
    .transform((day) => new Date(`${day}T00:00:00Z`))
    .optional()
    .meta({
      description: 'Only meals that were eaten on this day, UTC, such as 2026-01-31.',
      examples: ['2026-01-31'],
    }),
  status: z
    .enum(['processing', 'completed', 'failed'], {
      error: 'must be one of processing, completed, failed',
    })
    .optional(),
  limit: z.coerce.number<number>().int().min(1).max(100).default(20),
  page: z.coerce
    .number<number>()
    .int()
    .min(1)
    .max(10_000)
    .default(1)
    .meta({ description: '1 is the first.' }),
});

const page = z
  .object({
    items: z.array(mealLogResource),
    page: z.int(),
    limit: z.int(),
    total: z.int().min(0).meta({ description: 'Of all pages, at the moment of this one.' }),
  })
  .meta({ id: 'MealLogPage' });

const cacheHeaders = {
  ETag: { type: 'string', description: 'Entity tag of the meal log as it is shown; strong.' },
  'Cache-Control': { type: 'string', description: '`private, no-cache`: keep it, but ask.' },
  Vary: { type: 'string', description: '`Authorization`.' },
} as const;

/** `GET /api/v1/meal-logs/:id` */
export const getMealLog = {
  operationId: 'getMealLog',
  summary: 'One meal log',
  description:
    'A meal that was answered with 201 is found at once. With `If-None-Match` a client that polls ' +
    'gets 304 and no body until something has changed.',
  tags: ['Meal logs'],
  params,
  headers: conditionalHeaders,
  response: {
    200: {
      description: 'The meal log.',
      headers: cacheHeaders,
      content: { 'application/json': { schema: mealLogResource } },
    },
    304: { description: 'It is as the client knows it. No body.', headers: cacheHeaders },
    ...problemResponses({
      400: ['validation_failed', 'fst_err_bad_url'],
      401: ['unauthorized'],
      404: ['meal_log_not_found'],
      503: ['read_model_unavailable', 'keys_unavailable', 'upstream_unavailable'],
    }),
  },
} as const;

/** `GET /api/v1/meal-logs` */
export const listMealLogs = {
  operationId: 'listMealLogs',
  summary: "The user's meal logs, newest meal first",
  description: 'A meal appears a moment after its 201; by its id it is found at once.',
  tags: ['Meal logs'],
  querystring: query,
  response: {
    200: {
      description: 'One page of them.',
      content: { 'application/json': { schema: page } },
    },
    ...problemResponses({
      400: ['validation_failed'],
      401: ['unauthorized'],
      503: ['read_model_unavailable', 'keys_unavailable', 'upstream_unavailable'],
    }),
  },
} as const;
