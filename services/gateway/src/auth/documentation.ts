import { MAX_ID_BYTES } from '@mealwire/contracts';
import { problemResponses } from '@mealwire/runtime';
import { z } from 'zod';

const WRONG_USER = `must have 1 to ${MAX_ID_BYTES} bytes, no control characters`;

/** What the token verifier takes as a subject. */
const body = z.object({
  user: z
    .string(WRONG_USER)
    .regex(/^[^\p{Cc}\p{Surrogate}]+$/u, WRONG_USER)
    .refine((user) => Buffer.byteLength(user) <= MAX_ID_BYTES, WRONG_USER)
    .meta({ description: `1 to ${MAX_ID_BYTES} bytes.`, examples: ['alice'] }),
});

const token = z.object({
  token: z.string().meta({ description: 'A JWT, for `Authorization: Bearer`.' }),
  user: z.string(),
  expires_at: z.iso.datetime(),
});

/** `POST /dev/token` */
export const issueDevToken = {
  operationId: 'issueDevToken',
  summary: 'A token for any user, for development',
  description: 'Only where the gateway runs with `DEV_AUTH=1`; never in production.',
  tags: ['Development'],
  security: [],
  body,
  response: {
    200: { description: 'The token.', content: { 'application/json': { schema: token } } },
    ...problemResponses({
      400: ['validation_failed', 'fst_err_ctp_invalid_json_body', 'fst_err_ctp_empty_json_body'],
      413: ['fst_err_ctp_body_too_large'],
      415: ['fst_err_ctp_invalid_media_type'],
    }),
  },
} as const;
