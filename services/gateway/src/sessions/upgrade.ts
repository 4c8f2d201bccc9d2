import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { BEARER_SUBPROTOCOL_PREFIX, SUBPROTOCOL } from '@mealwire/contracts';
import { bearerToken, Problem, problemBody, type TokenVerifier } from '@mealwire/runtime';
import type { Logger } from '@mealwire/telemetry';
import { WebSocketServer } from 'ws';
import type { Sessions } from './sessions.js';

export interface UpgradeOptions {
  readonly server: Server;
  readonly tokens: TokenVerifier;
  readonly sessions: Sessions;
  /** False: no new sockets, e.g. while NATS is away or the process is stopping. */
  readonly accepts: () => boolean;
  readonly logger: Logger;
}

export const WEBSOCKET_PATH = '/ws/meal-logs';

/** Largest frame of a phone in bytes; all of them are a few dozen. */
const MAX_FRAME_BYTES = 4096;
const MAX_DEVICE_ID_LENGTH = 128;
const RETRY_AFTER_S = 1;

/** `GET /ws/meal-logs`: from HTTP request to session. */
export function acceptUpgrades({
  server,
  tokens,
  sessions,
  accepts,
  logger,
}: UpgradeOptions): void {
  const webSockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    // Costs memory per socket and saves nothing on frames this small.
    perMessageDeflate: false,
    // The token must not be echoed: the protocol is the only one of ours to select.
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://gateway');
    if (pathname !== WEBSOCKET_PATH) {
      throw new Problem(404, 'not_found', `The WebSocket is at ${WEBSOCKET_PATH}.`);
    }
    if (!accepts()) {
      throw new Problem(503, 'unavailable', 'Not available right now. Try again.', {
        retryAfterS: RETRY_AFTER_S,
      });
    }
    const { userId } = await tokens.verify(tokenOf(request));
    const deviceId = searchParams.get('device_id') ?? `anonymous-${randomUUID()}`;
    if (deviceId === '' || deviceId.length > MAX_DEVICE_ID_LENGTH) {
      throw new Problem(400, 'validation_failed', 'device_id has 1 to 128 characters.');
    }
    const cursor = searchParams.get('cursor') ?? undefined;
    webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      sessions.open(webSocket, { userId, deviceId, cursor });
    });
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', (error) => logger.debug({ err: error }, 'socket error before the upgrade'));
    upgrade(request, socket, head).catch((error: unknown) => {
      if (!(error instanceof Problem)) logger.error({ err: error }, 'an upgrade failed');
      refuse(socket, error instanceof Problem ? error : INTERNAL);
    });
  });
}

const INTERNAL = new Problem(500, 'internal_error', 'Something went wrong on our side.');

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
  socket.end(`${headers.join('\r\n')}\r\n\r\n${body}`);
}
