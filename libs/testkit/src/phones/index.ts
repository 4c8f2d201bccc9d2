import { cursorMemory, eventMemory, eventSourceMemory } from './memory.js';
import type { PhoneOptions, SimulatedPhone } from './phone.js';
import { sseLink } from './sse-link.js';
import { startPhone } from './start-phone.js';
import { webSocketLink } from './web-socket-link.js';

/**
 * `cursor`: stores the cursor of each event, acknowledges it and resumes from it. `app`: today's iOS
 * app, which names neither a device nor a cursor; at most one per user, they share one receipt.
 * `sse`: server-sent events with Last-Event-ID.
 */
export const PHONE_KINDS = ['cursor', 'app', 'sse'] as const;

export type PhoneKind = (typeof PHONE_KINDS)[number];

/** Starts a phone that stays connected until it is stopped. */
export function startSimulatedPhone(kind: PhoneKind, options: PhoneOptions): SimulatedPhone {
  switch (kind) {
    case 'cursor':
      return startPhone(
        webSocketLink(({ device, cursor }) => ({
          device_id: device,
          ...(cursor === undefined ? {} : { cursor }),
        })),
        cursorMemory(),
        options,
      );
    case 'app':
      return startPhone(
        webSocketLink(() => ({})),
        eventMemory(),
        options,
      );
    case 'sse':
      return startPhone(sseLink, eventSourceMemory(), options);
  }
}
