import { MEAL_TYPES } from '@mealwire/contracts';
import { z } from 'zod';
import { isMealLogId } from '../meal-log/domain/meal-log-id.js';
import { mealText } from '../meal-log/meal-text.js';

/** Longest meal text in characters: several times what anybody types on a phone. */
const MAX_TEXT_LENGTH = 2_000;
const EARLIEST_MEAL = Date.UTC(2000, 0, 1);
/** A phone's clock may be wrong and its time zone ahead, but not by more than this. */
const MAX_FUTURE_MS = 24 * 60 * 60 * 1000;

/** The phone's own id of a submission; it becomes the meal log's id. */
export const clientId = z
  .string()
  .refine(isMealLogId, 'must be 1 to 128 visible ASCII characters, and not . or ..')
  .meta({ description: "The phone's own id: 1 to 128 visible ASCII characters, not `.` or `..`." });

/** Body of `POST /api/v1/meal-logs/natural`. Unknown fields are ignored. */
export const submissionBody = z.object({
  text: mealText(MAX_TEXT_LENGTH).meta({
    description: 'What was eaten.',
    examples: ['two scrambled eggs and a slice of toast'],
  }),
  client_id: clientId.optional().meta({ examples: ['breakfast-1'] }),
  eaten_at: z.iso
    .datetime({ offset: true, error: 'must be an RFC 3339 time such as 2026-01-31T12:30:00Z' })
    .meta({ examples: ['2026-01-31T12:30:00Z'] })
    .transform((value) => new Date(value))
    .refine((time) => time.getTime() >= EARLIEST_MEAL, 'must not be before the year 2000')
    .refine((time) => time.getTime() <= Date.now() + MAX_FUTURE_MS, 'must not be in the future')
    .optional()
    .meta({ description: 'Not before the year 2000, at most a day ahead; else now.' }),
  meal_type: z.enum(MEAL_TYPES, { error: `must be one of ${MEAL_TYPES.join(', ')}` }).optional(),
});

export const submissionHeaders = z.object({
  'idempotency-key': clientId
    .optional()
    .meta({ description: 'The same as `client_id`; both at once must agree.' }),
});
