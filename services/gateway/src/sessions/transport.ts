import type { CloseReason } from '@mealwire/contracts';
import type { controlFrame } from './to-client.js';

export type ControlFrame = Parameters<typeof controlFrame>[0];

/** How frames get to one device: a WebSocket or a stream of server-sent events. */
export interface Transport {
  readonly channel: 'websocket' | 'sse';
  /** Whether {@link requestReceipt} will be answered by a device that is there. */
  readonly provesReceipt: boolean;
  sendControl(frame: ControlFrame): void;
  /** @param event whose frame it is, with its position. Resolves when it has left this process. */
  sendEvent(
    frame: Buffer,
    event: { readonly type: string; readonly cursor: string },
  ): Promise<void>;
  /** Bytes that the device has not taken yet. */
  bufferedBytes(): number;
  /** Asks for proof that the device has everything up to `sequence`; nothing where there is none. */
  requestReceipt(sequence: number): void;
  /** Says goodbye, and does not wait long for the answer. */
  close(reason: CloseReason): void;
  /** Ends it without a word: there is nobody to hear it. */
  terminate(): void;
}
