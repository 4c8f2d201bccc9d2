import { get, type IncomingMessage } from 'node:http';
import type { ServerFrame } from '@mealwire/contracts';
import type { LinkEnd, LinkEvents, OpenLink } from './phone.js';
import { createSseParser } from './sse-parser.js';

/** Server-sent events: the same frames, with the cursor as the id of each event. */
export const sseLink: OpenLink = ({ origin, token, device, cursor }, events) => {
  const url = new URL('/api/v1/meal-logs/stream', origin);
  url.searchParams.set('device_id', device);
  const request = get(url, {
    // A socket of its own: what happens to it happens to this phone only.
    agent: false,
    headers: {
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
      ...(cursor === undefined ? {} : { 'last-event-id': cursor }),
    },
  });
  request.on('response', (response) => read(response, events, cursor));
  request.on('error', ({ message }) => events.ended({ reason: message }));
  return { send: () => undefined, drop: () => void request.destroy() };
};

function read(response: IncomingMessage, events: LinkEvents, cursor: string | undefined): void {
  const parser = createSseParser(cursor);
  response.setEncoding('utf8');
  response.on('error', ({ message }) => events.ended({ reason: message }));
  response.on('close', () => events.ended({ reason: 'stream ended' }));
  if (response.statusCode !== 200) {
    events.ended({ reason: `HTTP ${response.statusCode}` });
    response.destroy();
    return;
  }
  response.on('data', (text: string) => {
    // Comments too: they are the heartbeat.
    events.alive();
    for (const { id, event, data } of parser.feed(text)) {
      if (event === 'close') events.ended(JSON.parse(data) as LinkEnd);
      else events.frame(JSON.parse(data) as ServerFrame, id === '' ? undefined : id);
    }
  });
}
