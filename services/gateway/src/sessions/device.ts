import { MAX_ID_BYTES } from '@mealwire/contracts';
import { type Identity, Problem } from '@mealwire/runtime';
import type { Device } from './session.js';

/**
 * Who connects, from token and query. A device is named by `device_id`, else by the token.
 * @throws Problem 400 for a `device_id` that cannot be one.
 */
export function deviceOf(
  identity: Identity,
  query: { readonly deviceId: string | undefined; readonly cursor: string | undefined },
): Device {
  const { deviceId = identity.deviceId, cursor } = query;
  if (deviceId !== undefined && !isUsable(deviceId)) {
    throw new Problem(400, 'validation_failed', `device_id has 1 to ${MAX_ID_BYTES} bytes.`, {
      errors: [{ field: 'device_id', message: `must have 1 to ${MAX_ID_BYTES} bytes` }],
    });
  }
  const { userId, issuedAtMs, expiresAtMs } = identity;
  return { userId, deviceId, cursor, issuedAtMs, expiresAtMs };
}

function isUsable(deviceId: string): boolean {
  return deviceId !== '' && Buffer.byteLength(deviceId) <= MAX_ID_BYTES;
}
