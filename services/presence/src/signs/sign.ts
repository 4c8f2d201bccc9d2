export const SIGN_KINDS = ['connected', 'seen', 'disconnected'] as const;

export type SignKind = (typeof SIGN_KINDS)[number];

/** What one connection did. Times are ms since the epoch, by the gateway's clock. */
export interface Sign {
  readonly kind: SignKind;
  /** UUID, never used again after a `disconnected`. */
  readonly connectionId: string;
  readonly gatewayId: string;
  readonly deviceId: string;
  readonly atMs: number;
  readonly connectedAtMs: number;
}
