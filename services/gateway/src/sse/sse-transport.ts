import type { ServerResponse } from 'node:http';
import { controlFrame } from '../sessions/to-client.js';
import type { Transport } from '../sessions/transport.js';

/**
 * Frames as server-sent events: `event` is the frame's type, `data` the frame, `id` the cursor of an
 * event of the feed, which the client sends back as `Last-Event-ID`. There is no proof of receipt but that.
 */
export function sseTransport(response: ServerResponse): Transport {
  const end = (): void => void response.end();
  return {
    channel: 'sse',
    provesReceipt: false,
    sendControl: (frame) => {
      if (response.writable)
        response.write(`event: ${frame.type}\ndata: ${controlFrame(frame)}\n\n`);
    },
    sendEvent: (frame, { type, cursor }) =>
      new Promise((resolve) => {
        if (!response.writable) return resolve();
        response.write(`id: ${cursor}\nevent: ${type}\ndata: `);
        response.write(frame);
        response.write('\n\n', () => resolve());
      }),
    bufferedBytes: () => response.writableLength,
    requestReceipt: () => undefined,
    // The browser's EventSource comes back by itself; a code cannot be said, only a last event.
    close: ({ code, reason }) => {
      if (response.writable) {
        response.write(`event: close\ndata: ${JSON.stringify({ code, reason })}\n\n`);
      }
      end();
    },
    terminate: () => response.destroy(),
  };
}
