import type { ServerFrame } from '@mealwire/contracts';
import { WebSocket } from 'ws';
import type { Link, LinkEvents, LinkTarget, OpenLink } from './phone.js';

/** What a phone puts into the address of its WebSocket. */
type QueryOf = (target: LinkTarget) => Readonly<Record<string, string>>;

/** A WebSocket with the token in the header. */
export function webSocketLink(queryOf: QueryOf): OpenLink {
  return (target, events) => {
    const url = new URL('/ws/meal-logs', target.origin.replace('http', 'ws'));
    for (const [name, value] of Object.entries(queryOf(target))) url.searchParams.set(name, value);
    const socket = new WebSocket(url, {
      headers: { authorization: `Bearer ${target.token}` },
      perMessageDeflate: false,
    });
    return attach(socket, events);
  };
}

function attach(socket: WebSocket, events: LinkEvents): Link {
  let refusal: string | undefined;
  socket.on('open', events.alive);
  socket.on('ping', events.alive);
  socket.on('message', (data) => {
    events.alive();
    events.frame(JSON.parse(String(data)) as ServerFrame);
  });
  socket.on('error', ({ message }) => {
    refusal = message;
  });
  socket.on('close', (code, reason) => {
    events.ended({ reason: refusal ?? reason.toString(), code });
  });
  return {
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
    },
    drop: () => socket.terminate(),
  };
}
