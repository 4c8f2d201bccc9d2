import { problemResponses } from '@mealwire/runtime';
import { z } from 'zod';

const underWay = z.object({
  state: z.literal('erasing').meta({ description: 'Nothing is left after some seconds.' }),
});

/** `DELETE /api/v1/users/me` */
export const eraseMe = {
  operationId: 'eraseUser',
  summary: 'Forget the user',
  description:
    'Deletes everything that is held about the user of the token: meals, outcomes, when they were ' +
    'seen and by which device. Within a second no token that was issued before is accepted any more ' +
    '(410 `user_erased`), and live connections end with close code 4503. Repeat it to hear when it ' +
    'is done. It cannot be undone; a token that is issued later is a new beginning.',
  tags: ['User'],
  response: {
    202: {
      description: 'It will be done, whatever happens.',
      headers: {
        'Retry-After': { type: 'integer', description: 'Seconds after which to ask again.' },
      },
      content: { 'application/json': { schema: underWay } },
    },
    204: { description: 'It is done: nothing is left. No body.' },
    ...problemResponses({
      401: ['unauthorized'],
      503: ['store_unavailable', 'keys_unavailable', 'upstream_unavailable'],
    }),
  },
} as const;

const record = z.record(z.string(), z.unknown());

/** All that is held about a user, store by store. */
export const userExport = z
  .object({
    user_id: z.string(),
    exported_at: z.iso.datetime(),
    events: z.array(record).meta({ description: 'Of the event store, oldest first.' }),
    feed: z.array(record).meta({ description: 'Outcomes that can still be replayed.' }),
    submitted: z.array(record).meta({ description: 'Submissions of the last hour.' }),
    dead_letters: z.array(record).meta({ description: 'Messages that nobody could handle.' }),
    presence: z.array(record).meta({ description: 'Live connections.' }),
    last_seen: z.array(record).meta({ description: 'When they were last seen.' }),
    receipts: z.array(record).meta({ description: 'What each device has proved to have.' }),
    meal_logs: z.array(record).meta({ description: 'Rows of the read model.' }),
    archive: z.array(record).meta({ description: 'Rows of the archive of events.' }),
  })
  .meta({ id: 'UserExport' });

/** `GET /api/v1/users/me/export` */
export const exportMe = {
  operationId: 'exportUser',
  summary: 'Everything that is held about the user',
  description: 'As it is stored, as one JSON document.',
  tags: ['User'],
  response: {
    200: {
      description: 'All of it.',
      content: { 'application/json': { schema: userExport } },
    },
    ...problemResponses({
      401: ['unauthorized'],
      410: ['user_erased'],
      503: ['store_unavailable', 'keys_unavailable', 'upstream_unavailable'],
    }),
  },
} as const;
