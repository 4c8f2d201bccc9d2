import { authenticated, type TokenVerifier } from '@mealwire/runtime';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Admission } from '../limits/admission.js';
import { deviceOf } from '../sessions/device.js';
import type { Sessions } from '../sessions/sessions.js';
import { streamOutcomes } from './documentation.js';
import { sseTransport } from './sse-transport.js';

export interface SseOptions {
  readonly tokens: TokenVerifier;
  readonly admission: Admission;
  readonly sessions: Pick<Sessions, 'open'>;
  readonly heartbeatMs: number;
}

/** `GET /api/v1/meal-logs/stream`: the same feed for clients without WebSocket. */
export function sseRoute(options: SseOptions): FastifyPluginAsyncZod {
  const { tokens, admission, sessions, heartbeatMs } = options;
  return async (server) => {
    // Before the token is looked at: that is what a rush of connections costs most.
    server.addHook('onRequest', async () => admission.admit());
    const identityOf = authenticated(server, tokens);

    server.get('/api/v1/meal-logs/stream', { schema: streamOutcomes }, async (request, reply) => {
      const { device_id: deviceId, cursor } = request.query;
      const lastEventId = request.headers['last-event-id'] ?? '';
      const device = deviceOf(identityOf(request), {
        deviceId,
        cursor: lastEventId === '' ? cursor : lastEventId,
      });
      // Checking the token may have taken a while.
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
  };
}
