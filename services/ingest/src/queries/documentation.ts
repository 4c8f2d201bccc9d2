import { problemResponses } from '@mealwire/runtime';
import { z } from 'zod';
import { mealLogResource, nutritionSchema } from '../meal-log/resource-schema.js';
import { historyEntrySchema } from './history-entry.js';
import { listQuery, summaryQuery } from './request.js';

const params = z.object({
  id: z.string().min(1).meta({ description: "The meal log's id, percent-encoded." }),
});

const conditionalHeaders = z.object({
  'if-none-match': z.string().optional().meta({
    description: 'Entity tags of what the client has, or `*`: 304 if one of them is current.',
  }),
});

const asOfVersion = z.int().min(0).meta({
  description:
    'How far the read model had come: it has every change whose `version` is not higher.',
});

const page = z
  .object({
    items: z.array(mealLogResource),
    page: z.int().nullable().meta({ description: 'Null with a `cursor`.' }),
    limit: z.int(),
    total: z.int().min(0).meta({ description: 'Of all pages, at the moment of this one.' }),
    next_cursor: z
      .string()
      .nullable()
      .meta({ description: 'Opaque: the `cursor` of the next page. Null: this is the last one.' }),
    as_of_version: asOfVersion,
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
    'As its last change left it: a meal that was answered with 201 is found at once, and a change ' +
    'shows at once. With `If-None-Match` a client that polls gets 304 and no body until something ' +
    'has changed.',
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
      410: ['user_erased'],
      503: ['read_model_unavailable', 'keys_unavailable', 'upstream_unavailable'],
    }),
  },
} as const;

/** `GET /api/v1/meal-logs` */
export const listMealLogs = {
  operationId: 'listMealLogs',
  summary: "The user's meal logs, newest meal first",
  description:
    'A meal appears a moment after its 201, at once with `min_version`; by its id it is found at ' +
    'once. To read all of it, follow `next_cursor` until it is null: however many meals are added ' +
    'meanwhile, none comes twice and none is left out.',
  tags: ['Meal logs'],
  querystring: listQuery,
  response: {
    200: {
      description: 'One page of them.',
      content: { 'application/json': { schema: page } },
    },
    ...problemResponses({
      400: ['validation_failed'],
      401: ['unauthorized'],
      410: ['user_erased'],
      503: [
        'read_model_unavailable',
        'read_model_behind',
        'keys_unavailable',
        'upstream_unavailable',
      ],
    }),
  },
} as const;

const history = z
  .object({ items: z.array(historyEntrySchema) })
  .meta({ id: 'MealLogHistory', description: 'Oldest first.' });

/** `GET /api/v1/meal-logs/:id/history` */
export const getMealLogHistory = {
  operationId: 'getMealLogHistory',
  summary: 'What happened to a meal log, and when',
  description:
    'Every event, oldest first, up to the last one. A meal log that the user has deleted has no ' +
    'history any more: 404, as for the meal log itself.',
  tags: ['Meal logs'],
  params,
  response: {
    200: {
      description: 'The history.',
      content: { 'application/json': { schema: history } },
    },
    ...problemResponses({
      400: ['validation_failed', 'fst_err_bad_url'],
      401: ['unauthorized'],
      404: ['meal_log_not_found'],
      410: ['user_erased'],
      503: ['read_model_unavailable', 'keys_unavailable', 'upstream_unavailable'],
    }),
  },
} as const;

const countOf = (description: string) => z.int().min(0).meta({ description });

const daySummary = z
  .object({
    date: z.iso.date(),
    starts_at: z.iso.datetime(),
    ends_at: z.iso.datetime().meta({
      description: 'Where the next day starts: 23 or 25 hours later when the clocks change.',
    }),
    meals: countOf('Of this day, however they ended.'),
    processing: countOf('Of these: still being analysed.'),
    failed: countOf('Of these: without a result.'),
    needs_review: countOf('Of these: a person should look at them.'),
    partial: countOf('Of these: with an unknown item, which is missing from the totals.'),
    totals: nutritionSchema.meta({ description: 'Of the meals that are completed.' }),
  })
  .meta({ id: 'DaySummary' });

export const summaryAnswer = z
  .object({
    tz: z.string(),
    days: z.array(daySummary).meta({ description: 'All of them, in order.' }),
    as_of_version: asOfVersion,
  })
  .meta({ id: 'Summary' });

/** `GET /api/v1/summary` */
export const getSummary = {
  operationId: 'getSummary',
  summary: 'What was eaten, day by day',
  description:
    'Of one day (`date`) or of up to 366 (`from` and `to`), as the user counts days (`tz`). Sums up ' +
    'what the list shows of the same days; a day without meals has zeros.',
  tags: ['Meal logs'],
  querystring: summaryQuery,
  response: {
    200: {
      description: 'The days.',
      content: { 'application/json': { schema: summaryAnswer } },
    },
    ...problemResponses({
      400: ['validation_failed'],
      401: ['unauthorized'],
      410: ['user_erased'],
      503: [
        'read_model_unavailable',
        'read_model_behind',
        'keys_unavailable',
        'upstream_unavailable',
      ],
    }),
  },
} as const;
