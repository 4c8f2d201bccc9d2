/**
 * A service outside Mealwire that reports every completed meal exactly once, and asks whether its
 * user is there. It needs NATS and the contract (docs/asyncapi.yaml), none of Mealwire's code.
 *
 *   NATS_URL=nats://127.0.0.1:4222 NATS_USER=reporting NATS_PASSWORD=… REPORT_FILE=report.jsonl \
 *     node examples/dist/consume-completed.js
 */
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { type JsMsg, jetstream } from '@nats-io/jetstream';
import { connect, headers, type NatsConnection } from '@nats-io/transport-node';

const { NATS_URL, NATS_USER, NATS_PASSWORD, REPORT_FILE } = process.env;
if (!NATS_URL || !NATS_USER || !NATS_PASSWORD || !REPORT_FILE) {
  throw new Error('set NATS_URL, NATS_USER, NATS_PASSWORD and REPORT_FILE');
}

/** Only the fields that this service reads; ignore the others, there will be more. */
interface MealLogCompleted {
  readonly meal_log_id: string;
  readonly totals?: { readonly calories: number };
}

/** Not worth another try: it would be the same again. */
class MalformedMessageError extends Error {}

const nc = await connect({
  servers: NATS_URL,
  user: NATS_USER,
  pass: NATS_PASSWORD,
  name: NATS_USER,
  // The permissions allow replies to this user's own inbox only.
  inboxPrefix: `_INBOX_${NATS_USER}`,
  // The client's default gives up after ten attempts.
  maxReconnectAttempts: -1,
  waitOnFirstConnect: true,
});

/** The ids of the events that have been reported; the file outlives this process. */
const reported = new Set(readReport(REPORT_FILE).map(({ id }) => id));

// The consumer exists already: provisioning made it, this user may not.
const consumer = await jetstream(nc).consumers.get('MEAL_LOG', 'reporting');
// As many as are worked on at once: what waits in a buffer here runs out of its ack wait.
const messages = await consumer.consume({ max_messages: 1 });

// The message under way is finished and acknowledged; the rest stays in the stream.
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => void messages.close());

for await (const message of messages) {
  try {
    await report(message, REPORT_FILE);
    message.ack();
  } catch (error) {
    if (error instanceof MalformedMessageError) message.term(error.message);
    // Later and later, at most a minute; a nak without delay would come back at once.
    else message.nak(Math.min(60_000, 500 * 2 ** (message.info.deliveryCount - 1)));
    process.stderr.write(`${String(error)}\n`);
  }
}
await nc.drain();

/** Delivery is at least once, so the effect and the event's id are written in one step. */
async function report(message: JsMsg, file: string): Promise<void> {
  const id = message.headers?.get('ce-id');
  if (!id) throw new MalformedMessageError('no ce-id');
  if (reported.has(id)) return;
  const { meal_log_id, totals } = readPayload(message);
  // meal_log.completed.<user>.<meal_log_id>: the token is ready to be used in other subjects.
  const user = message.subject.split('.')[2] ?? '';
  const traceparent = message.headers?.get('traceparent') ?? '';
  const online = await isOnline(nc, user, traceparent);
  const line = { id, meal_log_id, calories: totals?.calories ?? 0, online, traceparent };
  appendFileSync(file, `${JSON.stringify(line)}\n`, { flush: true });
  reported.add(id);
}

function readPayload(message: JsMsg): MealLogCompleted {
  try {
    return message.json<MealLogCompleted>();
  } catch {
    throw new MalformedMessageError('the payload is no JSON');
  }
}

/** Undefined when nobody answers: presence is a fact for people, nothing may depend on it. */
async function isOnline(
  connection: NatsConnection,
  user: string,
  traceparent: string,
): Promise<boolean | undefined> {
  const h = headers();
  // Goes on with the trace that began on the phone; with OpenTelemetry, inject your own span here.
  if (traceparent !== '') h.set('traceparent', traceparent);
  try {
    const reply = await connection.request(`presence.get.${user}`, '', {
      headers: h,
      timeout: 5_000,
    });
    return reply.json<{ online: boolean }>().online;
  } catch {
    return undefined;
  }
}

function readReport(file: string): readonly { readonly id: string }[] {
  if (!existsSync(file)) return [];
  const text = readFileSync(file, 'utf8');
  // A process that was killed while it wrote left a line without an end: that was not reported.
  const complete = text.slice(0, text.lastIndexOf('\n') + 1);
  truncateSync(file, Buffer.byteLength(complete));
  const lines = complete.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as { id: string });
}
