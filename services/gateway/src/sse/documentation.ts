import { MAX_ID_BYTES } from '@mealwire/contracts';
import { problemResponses } from '@mealwire/runtime';
import { z } from 'zod';

const once = z.string('may be given once');

const query = z.object({
  device_id: once.optional().meta({
    description:
      `Which device this is, the same over restarts of the app: 1 to ${MAX_ID_BYTES} bytes. ` +
      "Without it the token's claim `device_id` counts.",
  }),
  cursor: once.optional().meta({
    description: 'The position that the client has stored; what comes after it is replayed.',
  }),
});

const headers = z.object({
  'last-event-id': z
    .string()
    .optional()
    .meta({ description: 'The last `id` of an earlier stream; goes before `cursor`.' }),
});

const EXAMPLE = [
  'event: welcome',
  'data: {"type":"welcome","connection_id":"2b286305-a4f1-451b-a77c-efe42fff1c1d","cursor":"AAABogdX_RMAAAAAAAAAAMesISFn3R8niu0TAQ","recovered":true,"replayed":0,"pending":[]}',
  '',
  'id: AAABogdX_RMAAAAAAAAAAfmi3DS9yD9FThRs7Q',
  'event: meal_log.completed',
  'data: {"type":"meal_log.completed","id":"outcome-mQNzujqQwNE07OTFeqAMiQ","cursor":"AAABogdX_RMAAAAAAAAAAfmi3DS9yD9FThRs7Q", …}',
  '',
  '',
].join('\n');

const stream = z
  .string()
  .meta({ description: 'Server-sent events, without an end.', examples: [EXAMPLE] });

/** `GET /api/v1/meal-logs/stream` */
export const streamOutcomes = {
  operationId: 'streamOutcomes',
  summary: 'Outcomes and changes as they come, as server-sent events',
  description:
    'The same feed as the WebSocket, for clients without one. `event` is the type of a frame, ' +
    '`data` the frame, `id` the cursor of an outcome or change: come back with it. A comment shows that the ' +
    'connection lives; `close` says why it ends.',
  tags: ['Delivery'],
  querystring: query,
  headers,
  response: {
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: stream } } },
    ...problemResponses({
      400: ['validation_failed'],
      401: ['unauthorized'],
      410: ['user_erased'],
      503: ['unavailable', 'keys_unavailable'],
    }),
  },
} as const;
