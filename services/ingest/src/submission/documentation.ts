import { problemResponses } from '@mealwire/runtime';
import { mealLogResource } from '../meal-log/resource-schema.js';
import { submissionBody, submissionHeaders } from './request.js';

/** `POST /api/v1/meal-logs/natural` */
export const submitMealLog = {
  operationId: 'submitMealLog',
  summary: 'Submit a meal in plain words',
  description:
    'A 201 means that it is stored; the outcome follows on the WebSocket or the event stream. ' +
    'Name the meal with `client_id`, or `Idempotency-Key`: the same text under the same id is the ' +
    'same meal, however often it is sent, so that a retry is always safe.',
  tags: ['Meal logs'],
  body: submissionBody,
  headers: submissionHeaders,
  response: {
    201: {
      description: 'Stored; the meal log as it is now.',
      headers: {
        Location: { type: 'string', description: 'Where to read it.' },
        'Idempotent-Replayed': {
          type: 'string',
          description: '`true`: an earlier submission had created it; else `false`.',
        },
      },
      content: { 'application/json': { schema: mealLogResource } },
    },
    ...problemResponses({
      400: ['validation_failed', 'fst_err_ctp_invalid_json_body', 'fst_err_ctp_empty_json_body'],
      401: ['unauthorized'],
      409: ['client_id_taken', 'meal_log_deleted'],
      410: ['user_erased'],
      413: ['body_too_large', 'fst_err_ctp_body_too_large'],
      415: ['fst_err_ctp_invalid_media_type'],
      503: ['store_unavailable', 'keys_unavailable', 'upstream_unavailable'],
    }),
  },
} as const;
