import type { ServerFrame } from '@mealwire/contracts/wire';

/** Any frame: an object with a `type`, which a newer gateway may have added. */
export interface AnyFrame {
  readonly type: string;
}

const EVENT = { id: '', cursor: '', meal_log_id: '', occurred_at: '', data: {} };

/** What all events of a feed have in common. */
export interface FeedFrame extends AnyFrame {
  readonly cursor: string;
  readonly prev?: string | null;
}

/** The fields that the client itself relies on, by example: a frame without them is not used. */
const REQUIRED_FIELDS: Readonly<Record<ServerFrame['type'], Readonly<Record<string, unknown>>>> = {
  welcome: { cursor: '', recovered: true, replayed: 0, pending: [] },
  pong: { head: '' },
  'meal_log.completed': EVENT,
  'meal_log.failed': EVENT,
  'meal_log.retried': EVENT,
  'meal_log.corrected': EVENT,
  'meal_log.deleted': EVENT,
  reconnect: { after_ms: 0 },
  authenticated: {},
  error: { code: '' },
};

/** @returns undefined for what is no frame at all. */
export function readFrame(data: unknown): AnyFrame | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return isAnyFrame(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this client knows the frame and can use it. */
export function isServerFrame(frame: AnyFrame): frame is ServerFrame {
  if (!Object.hasOwn(REQUIRED_FIELDS, frame.type)) return false;
  const required = REQUIRED_FIELDS[frame.type as ServerFrame['type']];
  const fields = frame as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(required).every(
    ([name, like]) => typeof fields[name] === typeof like && fields[name] !== null,
  );
}

/**
 * Whether the frame is an event of the feed, of a kind that this client may not know yet: it has a
 * place in the order all the same.
 */
export function isFeedFrame(frame: AnyFrame): frame is FeedFrame {
  return (
    frame.type.startsWith('meal_log.') && 'cursor' in frame && typeof frame.cursor === 'string'
  );
}

function isAnyFrame(value: unknown): value is AnyFrame {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}
