import type { ServerFrame } from '@mealwire/contracts/wire';

/** Any frame: an object with a `type`, which a newer gateway may have added. */
export interface AnyFrame {
  readonly type: string;
}

const OUTCOME = {
  id: 'string',
  cursor: 'string',
  meal_log_id: 'string',
  occurred_at: 'string',
  data: 'object',
};

/** What all events of a feed have in common. */
export interface FeedFrame extends AnyFrame {
  readonly cursor: string;
  readonly prev?: string | null;
}

/** The fields that the client itself relies on; a frame without them is not used. */
const REQUIRED_FIELDS: Readonly<Record<ServerFrame['type'], Readonly<Record<string, string>>>> = {
  welcome: { cursor: 'string', recovered: 'boolean', replayed: 'number', pending: 'object' },
  pong: { head: 'string' },
  'meal_log.completed': OUTCOME,
  'meal_log.failed': OUTCOME,
  reconnect: { after_ms: 'number' },
  authenticated: {},
  error: { code: 'string' },
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
    ([name, type]) => typeof fields[name] === type && fields[name] !== null,
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
