import { type IncomingMessage, type Server, ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  BEARER_SUBPROTOCOL_PREFIX,
  CLOSE,
  SUBPROTOCOL,
  SUBPROTOCOL_FAMILY,
} from '@mealwire/contracts';
import { bearerToken, Problem, problemBody } from '@mealwire/runtime';
import { WebSocketServer } from 'ws';
import type { Admission } from '../limits/admission.js';
import { deviceOf } from '../sessions/device.js';
import { isOriginAllowed } from './origin.js';
import { type ServeWebSocketOptions, serveWebSocket } from './serve-web-socket.js';

export interface UpgradeOptions extends ServeWebSocketOptions {
  readonly server: Server;
  readonly admission: Admission;
  /** Origins of pages that may connect beside the gateway's own. */
  readonly allowedOrigins: readonly string[];
}

export const WEBSOCKET_PATH = '/ws/meal-logs';

/** Largest frame of a phone in bytes; all of them are a few dozen. */
const MAX_FRAME_BYTES = 4096;

/** `GET /ws/meal-logs`: from HTTP request to session. */
export function acceptUpgrades(options: UpgradeOptions): void {
  const { server, admission, allowedOrigins, tokens, logger } = options;
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    // Costs memory per socket and saves nothing on frames this small.
    perMessageDeflate: false,
    // The token must not be echoed, so only a protocol of ours is ever selected.
    handleProtocols: (offered) =>
      offered.has(SUBPROTOCOL) ? SUBPROTOCOL : ([...offered].find(isOurs) ?? false),
  });

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { pathname, searchParams } = parseUrl(request.url);
    if (pathname !== WEBSOCKET_PATH) {
      throw new Problem(404, 'not_found', `The WebSocket is at ${WEBSOCKET_PATH}.`);
    }
    if (!isOriginAllowed(request.headers, allowedOrigins)) {
      throw new Problem(403, 'origin_not_allowed', 'Pages of this origin may not connect.');
    }
    admission.admit();
    const device = deviceOf(await tokens.verify(tokenOf(request)), {
      deviceId: searchParams.get('device_id') ?? undefined,
      cursor: searchParams.get('cursor') ?? undefined,
    });
    // Checking the token may have taken a while.
    admission.requireOpen();
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const { code, reason } = CLOSE.upgradeRequired;
      // Said with a close code: a browser never shows its page an HTTP status.
      if (isOurs(webSocket.protocol) && webSocket.protocol !== SUBPROTOCOL) {
        webSocket.close(code, reason);
      } else serveWebSocket(webSocket, device, options);
    });
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // First of all: Node has taken its own listener away, and a reset would end the process.
    socket.on('error', (error) => logger.debug({ err: error }, 'socket error before the upgrade'));
    if (request.headers.upgrade?.toLowerCase() !== 'websocket')
      return serveAsHttp(server, request, socket);
    upgrade(request, socket, head).catch((error: unknown) => {
      if (!(error instanceof Problem)) logger.error({ err: error }, 'an upgrade failed');
      refuse(socket, error instanceof Problem ? error : INTERNAL);
    });
  });
}

/** RFC 9110 §7.8: an upgrade that we do not know (h2c, say) is ignored, the request is served. */
function serveAsHttp(server: Server, request: IncomingMessage, socket: Duplex): void {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket as Socket);
  socket.once('finish', () => socket.destroy());
  response.once('finish', () => socket.end());
  server.emit('request', request, response);
}

function parseUrl(url: string | undefined): URL {
  const base = 'http://gateway';
  if (url !== undefined && URL.canParse(url, base)) return new URL(url, base);
  throw new Problem(400, 'bad_request', 'This is not an address.');
}

const INTERNAL = new Problem(500, 'internal_error', 'Something went wrong on our side.');

/** Whether it names some version of this protocol. */
function isOurs(subprotocol: string): boolean {
  return subprotocol.startsWith(SUBPROTOCOL_FAMILY);
}

/** Browsers cannot set headers: their token is in the list of subprotocols. */
function tokenOf(request: IncomingMessage): string | undefined {
  const offered = request.headers['sec-websocket-protocol']?.split(',').map((name) => name.trim());
  const inList = offered?.find((name) => name.startsWith(BEARER_SUBPROTOCOL_PREFIX));
  return (
    bearerToken(request.headers.authorization) ?? inList?.slice(BEARER_SUBPROTOCOL_PREFIX.length)
  );
}

/** An HTTP answer instead of the upgrade. */
function refuse(socket: Duplex, problem: Problem): void {
  const title = STATUS_CODES[problem.status] ?? 'Error';
  const body = JSON.stringify(problemBody(problem, title));
  const headers = [
    `HTTP/1.1 ${problem.status} ${title}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(problem.retryAfterS === undefined ? [] : [`Retry-After: ${problem.retryAfterS}`]),
    ...(problem.status === 401 ? ['WWW-Authenticate: Bearer'] : []),
  ];
  // After an upgrade request Node's timeouts no longer apply, and the other side may never close.
  socket.once('finish', () => socket.destroy());
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}
