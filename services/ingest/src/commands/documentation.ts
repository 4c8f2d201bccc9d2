import { problemResponses } from '@mealwire/runtime';
import { mealLogResource } from '../meal-log/resource-schema.js';
import { REFUSALS } from './correction-client.js';
import { commandHeaders, commandParams, correctionBody } from './request.js';

const replayedHeader = {
  'Idempotent-Replayed': {
    type: 'string',
    description: '`true`: an earlier request had done it; else `false`.',
  },
} as const;

const resourceHeaders = {
  ...replayedHeader,
  ETag: { type: 'string', description: 'Entity tag of the meal log as it is shown; strong.' },
} as const;

const request = { tags: ['Meal logs'], params: commandParams, headers: commandHeaders };

const problems = {
  401: ['unauthorized'],
  410: ['user_erased'],
  404: ['meal_log_not_found'],
  412: ['version_conflict'],
} as const;

const unavailable = [
  'store_unavailable',
  'meal_log_busy',
  'keys_unavailable',
  'upstream_unavailable',
] as const;

const AGAIN =
  'Sending it again is harmless; with an `Idempotency-Key` it is answered again and done once, however late.';

/** `POST /api/v1/meal-logs/:id/retry` */
export const retryMealLog = {
  operationId: 'retryMealLog',
  summary: 'Have a meal analysed again',
  description:
    'For a meal that has ended, either way. It is `processing` again, and another outcome follows as ' +
    `for a new meal. One that is still processing is left as it is. No body. ${AGAIN}`,
  ...request,
  response: {
    202: {
      description: 'Under way; the meal log as it is now.',
      headers: resourceHeaders,
      content: { 'application/json': { schema: mealLogResource } },
    },
    ...problemResponses({
      400: ['validation_failed', 'fst_err_bad_url'],
      ...problems,
      503: unavailable,
    }),
  },
} as const;

/** `PATCH /api/v1/meal-logs/:id` */
export const correctMealLog = {
  operationId: 'correctMealLog',
  summary: 'Put the result of a meal right',
  description:
    'Changes, removes and adds items; figures and totals are worked out from the food table. Works on ' +
    `a meal that has ended: a failed one with added items is then completed. ${AGAIN} Without a key, ` +
    'the same changes right after themselves count as sent again.',
  ...request,
  body: correctionBody,
  response: {
    200: {
      description: 'The meal log with its new result.',
      headers: resourceHeaders,
      content: { 'application/json': { schema: mealLogResource } },
    },
    ...problemResponses({
      400: [
        'validation_failed',
        'fst_err_ctp_invalid_json_body',
        'fst_err_ctp_empty_json_body',
        'fst_err_bad_url',
      ],
      ...problems,
      409: ['meal_log_processing', 'idempotency_key_taken'],
      413: ['body_too_large', 'fst_err_ctp_body_too_large'],
      415: ['fst_err_ctp_invalid_media_type'],
      422: [...Object.keys(REFUSALS), 'correction_refused'],
      503: [...unavailable, 'analyser_unavailable'],
    }),
  },
} as const;

/** `DELETE /api/v1/meal-logs/:id` */
export const deleteMealLog = {
  operationId: 'deleteMealLog',
  summary: 'Delete a meal',
  description:
    'In whatever state it is; it is gone for all devices, and its id stays taken. Deleting a meal ' +
    'that is deleted is fine. No body.',
  ...request,
  response: {
    204: { description: 'It is gone.', headers: replayedHeader },
    ...problemResponses({
      400: ['validation_failed', 'fst_err_bad_url'],
      ...problems,
      503: unavailable,
    }),
  },
} as const;
