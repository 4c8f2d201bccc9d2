import { CLOSE } from '@mealwire/contracts';
import { z } from 'zod';

/** What a phone may be told, as a schema: whatever else comes is a finding. */

const cursor = z.string().regex(/^[A-Za-z0-9_-]{38}$/);
const outcome = z.object({
  id: z.string().min(1),
  cursor,
  prev: cursor.nullable(),
  meal_log_id: z.string().min(1),
  version: z.int().min(1),
  occurred_at: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});

const knownFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('pong'), timestamp: z.iso.datetime(), head: cursor }),
  z.object({
    type: z.literal('welcome'),
    connection_id: z.uuid(),
    cursor,
    recovered: z.boolean(),
    replayed: z.int().min(0),
    pending: z.array(
      z.object({
        meal_log_id: z.string().min(1),
        status: z.enum(['processing', 'completed', 'failed']),
      }),
    ),
  }),
  outcome.extend({ type: z.literal('meal_log.completed') }),
  outcome.extend({ type: z.literal('meal_log.failed') }),
  z.object({ type: z.literal('reconnect'), after_ms: z.int().min(0) }),
  z.object({ type: z.literal('authenticated'), expires_at: z.iso.datetime().nullable() }),
  z.object({
    type: z.literal('error'),
    code: z.enum([
      'malformed_frame',
      'unknown_type',
      'binary_unsupported',
      'invalid_cursor',
      'unauthorized',
      'rate_limited',
    ]),
    message: z.string().min(1),
  }),
]);

export type KnownFrame = z.output<typeof knownFrame>;

/** @throws Error naming what is wrong with a frame of the gateway; never quotes all of a long one. */
export function readFrame(text: string): KnownFrame {
  const parsed = knownFrame.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  throw new Error(`not a known frame: ${text.slice(0, 200)}: ${z.prettifyError(parsed.error)}`);
}

/** Our table, and what RFC 6455 §7.4.1 has for a peer that breaks the protocol. */
const PROTOCOL_CODES = [1002, 1007, 1009];
const OUR_CODES: readonly number[] = Object.values(CLOSE).map(({ code }) => code);

/** @param own codes that the phone itself has sent and the gateway may echo. */
export function isDocumentedClose(code: number, own: readonly number[] = []): boolean {
  return PROTOCOL_CODES.includes(code) || OUR_CODES.includes(code) || own.includes(code);
}
