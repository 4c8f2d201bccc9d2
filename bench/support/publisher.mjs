import { connectBus } from '@mealwire/bus';
import { createLogger } from '@mealwire/telemetry';
import { jetstream } from '@nats-io/jetstream';

/**
 * Publishes small outcomes as fast as the store acknowledges them, in a process of its own, so that
 * the rate is the store's and not that of a busy event loop. Answers each message with its count.
 */

const UNDER_WAY = 32;
const PAYLOAD = '{}';
const { NATS_URL: url, NATS_USER: user, NATS_PASSWORD: password } = process.env;

const logger = createLogger('publisher', 'silent');
const { nc } = await connectBus({ url, user, password, name: 'publisher', logger });
const js = jetstream(nc);
let published = 0;

async function publishForEver() {
  for (;;) {
    const id = published + Math.random().toString(36).slice(2);
    await js.publish(`meal_log.completed.publisher-${published % 1000}.${id}`, PAYLOAD);
    published += 1;
  }
}

process.on('message', () => process.send(published));
process.on('disconnect', () => process.exit(0));
await Promise.all(Array.from({ length: UNDER_WAY }, publishForEver));
