import type { ServerFrame } from '@mealwire/contracts/wire';

/** Any frame: an object with a `type`, which a newer gateway may have added. */
export interface AnyFrame {
  readonly type: string;
}

/** The fields that the client itself relies on; a frame without them is not used. */
const REQUIRED_FIELDS: Readonly<Record<ServerFrame['type'], Readonly<Record<string, string>>>> = {
  welcome: { cursor: 'string', recovered: 'boolean', replayed: 'number' },
  pong: {},
  'meal_log.completed': { id: 'string', cursor: 'string', meal_log_id: 'string', data: 'object' },
  'meal_log.failed': { id: 'string', cursor: 'string', meal_log_id: 'string', data: 'object' },
  reconnect: { after_ms: 'number' },
  authenticated: {},
  error: {},
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
  const fields: Readonly<Record<string, unknown>> = { ...frame };
  return Object.entries(required).every(
    ([name, type]) => typeof fields[name] === type && fields[name] !== null,
  );
}

function isAnyFrame(value: unknown): value is AnyFrame {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  );
}
