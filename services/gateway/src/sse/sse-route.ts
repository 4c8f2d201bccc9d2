import { bearerToken, type HttpServer, Problem, type TokenVerifier } from '@mealwire/runtime';
import { z } from 'zod';
import type { Admission } from '../limits/admission.js';
import { deviceOf } from '../sessions/device.js';
import type { Sessions } from '../sessions/sessions.js';
import { sseTransport } from './sse-transport.js';

export interface SseOptions {
  readonly tokens: TokenVerifier;
  readonly admission: Admission;
  readonly sessions: Sessions;
  readonly heartbeatMs: number;
}

export const SSE_PATH = '/api/v1/meal-logs/stream';

const query = z.object({
  device_id: z.string().optional(),
  cursor: z.string().optional(),
});

/** `GET /api/v1/meal-logs/stream`: the same feed for clients without WebSocket. */
export function sseRoute(http: HttpServer, options: SseOptions): void {
  const { tokens, admission, sessions, heartbeatMs } = options;
  http.get(SSE_PATH, async (request, reply) => {
    admission.admit();
    const identity = await tokens.verify(bearerToken(request.headers.authorization));
    const parsed = query.safeParse(request.query);
    if (!parsed.success) {
      throw new Problem(400, 'validation_failed', 'device_id and cursor may be given once each.');
    }
    const { device_id: deviceId, cursor } = parsed.data;
    const lastEventId = request.headers['last-event-id'];
    const device = deviceOf(identity, {
      deviceId,
      cursor: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : cursor,
    });
    admission.requireOpen();
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // Proxies such as nginx would hold events back.
      'x-accel-buffering': 'no',
    });
    const session = sessions.open(device, sseTransport(response));
    const heartbeat = setInterval(() => {
      if (response.writable) response.write(': heartbeat\n\n');
    }, heartbeatMs);
    response.once('close', () => {
      clearInterval(heartbeat);
      session.ended(1000);
    });
  });
}
