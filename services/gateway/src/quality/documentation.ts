import { problemResponses } from '@mealwire/runtime';
import { reportBody } from './report-body.js';

/** `POST /api/v1/quality` */
export const reportQuality = {
  operationId: 'reportQuality',
  summary: 'Report how the connection has been',
  description:
    'Optional, for clients that want the operators to see what their users see. Post what has ' +
    'gathered since the last report, at most every 10 s, e.g. once a minute and when the app goes ' +
    'to the background. The token only keeps strangers out: nothing of it is recorded.',
  tags: ['Quality'],
  body: reportBody,
  response: {
    202: { description: 'Counted. No body.' },
    ...problemResponses({
      400: ['validation_failed', 'fst_err_ctp_invalid_json_body', 'fst_err_ctp_empty_json_body'],
      401: ['unauthorized'],
      410: ['user_erased'],
      413: ['fst_err_ctp_body_too_large'],
      415: ['fst_err_ctp_invalid_media_type'],
      429: ['rate_limited'],
      503: ['keys_unavailable'],
    }),
  },
} as const;
