import type { Sequenced } from '../feed/delivery.js';

/**
 * `received`: the device has proved it. `sent`: it left over a transport that proves nothing. `owed`:
 * the connection ended before the proof.
 */
export type DeliveryResult = 'received' | 'sent' | 'owed';

/** An event that was handed to the transport. */
export interface Tracked<E extends Sequenced> {
  readonly event: E;
  /** Ends the event's delivery span. */
  readonly done: (result: DeliveryResult) => void;
}

export interface ReceiptTracker<E extends Sequenced> {
  /** The event was handed to the transport. */
  sent(tracked: Tracked<E>): void;
  /**
   * The device has proved to have everything up to `sequence`.
   * @returns false when that was known before.
   */
  received(sequence: number): boolean;
  /** The connection has ended: the rest is still owed. */
  close(): void;
}

export interface ReceiptTrackerOptions<E extends Sequenced> {
  /** How long the oldest outstanding event may wait for its receipt. */
  readonly timeoutMs: number;
  /** The device does not answer: it is not there, whatever its socket says. */
  readonly onTimeout: () => void;
  /**
   * These are with the device, in the order of sending; never none. What a phone claims beyond what
   * it was sent counts for nothing.
   */
  readonly onReceived: (events: readonly E[]) => void;
}

/**
 * What one connection was sent and has not yet proved to have. A receipt covers everything before
 * it, because the transport keeps order. The deadline moves with every receipt that brings
 * something, so a slow line that makes progress is not taken for a dead one.
 */
export function createReceiptTracker<E extends Sequenced>(
  options: ReceiptTrackerOptions<E>,
): ReceiptTracker<E> {
  let outstanding: Tracked<E>[] = [];
  let deadline: NodeJS.Timeout | undefined;

  function restartDeadline(): void {
    clearTimeout(deadline);
    deadline =
      outstanding.length === 0 ? undefined : setTimeout(options.onTimeout, options.timeoutMs);
  }

  return {
    sent: (tracked) => {
      outstanding.push(tracked);
      if (outstanding.length === 1) restartDeadline();
    },
    received: (sequence) => {
      const covered = outstanding.filter(({ event }) => event.sequence <= sequence);
      outstanding = outstanding.filter(({ event }) => event.sequence > sequence);
      if (covered.length === 0) return false;
      restartDeadline();
      options.onReceived(covered.map(({ event }) => event));
      for (const { done } of covered) done('received');
      return true;
    },
    close: () => {
      clearTimeout(deadline);
      for (const { done } of outstanding) done('owed');
      outstanding = [];
    },
  };
}
