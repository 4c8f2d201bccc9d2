import {
  ANALYSIS_CORRECT,
  CorrectionRequestSchema,
  CorrectionResponseSchema,
} from '@mealwire/contracts';
import type { NatsChannel } from './model.js';
import { errorHeaders, requestHeaders } from './nats-headers.js';
import { schemaRef } from './proto-schemas.js';

/** What the ai service is asked: request/reply over core NATS. */
export const analysisChannels: readonly NatsChannel[] = [
  {
    key: 'analysis.correct',
    address: ANALYSIS_CORRECT,
    description: 'What becomes of a result when its user puts it right? Nothing is stored.',
    messages: [
      {
        key: 'analysis.correct.request',
        summary: 'A result, and what is to be changed.',
        headers: requestHeaders,
        payload: schemaRef(CorrectionRequestSchema),
      },
    ],
    reply: {
      key: 'analysis.correct.reply',
      address: null,
      description: `The reply subject of a request to ${ANALYSIS_CORRECT}.`,
      messages: [
        {
          key: 'analysis.correct.reply',
          summary: 'The result after the changes, or why they cannot be made.',
          payload: schemaRef(CorrectionResponseSchema),
        },
        {
          key: 'analysis.error',
          summary: 'The question is none, or could not be answered.',
          headers: errorHeaders,
          payload: { type: 'null', description: 'No bytes.' },
        },
      ],
    },
    queue: 'ai',
  },
];
