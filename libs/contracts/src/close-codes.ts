/**
 * Why the gateway closes a socket, and whether the phone should come back by itself. 4000–4499
 * reconnect, 4500–4999 do not; the standard codes are RFC 6455 §7.4.1.
 */
export interface CloseReason {
  readonly code: number;
  readonly reason: string;
  readonly reconnect: boolean;
}

// By themselves, so that a client which knows the codes need not carry the texts.
export const RESTART_CODE = 1012;
export const TOKEN_EXPIRED_CODE = 4004;
export const UPGRADE_REQUIRED_CODE = 4502;
export const ERASED_CODE = 4503;

export const CLOSE = {
  restart: { code: RESTART_CODE, reason: 'service restart', reconnect: true },
  tooBig: { code: 1009, reason: 'message too big', reconnect: true },
  idle: { code: 4001, reason: 'no sign of life', reconnect: true },
  slow: { code: 4002, reason: 'reading too slowly', reconnect: true },
  rateLimited: { code: 4003, reason: 'too many frames', reconnect: true },
  tokenExpired: { code: TOKEN_EXPIRED_CODE, reason: 'token expired', reconnect: true },
  replaced: { code: 4500, reason: 'this device has connected again', reconnect: false },
  evicted: { code: 4501, reason: 'too many connections of this user', reconnect: false },
  upgradeRequired: {
    code: UPGRADE_REQUIRED_CODE,
    reason: 'this protocol is not spoken here',
    reconnect: false,
  },
  erased: { code: ERASED_CODE, reason: 'this user has been erased', reconnect: false },
} as const satisfies Record<string, CloseReason>;

/** Whether a phone that was closed with this code should connect again. */
export function shouldReconnect(code: number): boolean {
  return code < 4500;
}
