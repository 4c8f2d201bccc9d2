import { type EventType, eventSubject } from '@mealwire/contracts';
import { startTestNats, type TestNats } from '@mealwire/testkit';
import { jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGate } from './gate.js';
import { createPendingReader, type PendingReader } from './pending.js';

let nats: TestNats;
let pending: PendingReader;

beforeAll(async () => {
  nats = await startTestNats();
  const { nc } = await nats.connect('gateway');
  pending = createPendingReader(await jetstreamManager(nc, { checkAPI: false }), createGate(8));
});

afterAll(() => nats.stop());

/** What happened to the meals of one user, in order: `created m1`. */
async function given(user: string, ...events: readonly string[]): Promise<void> {
  const { nc } = await nats.connect('admin');
  const jsm = await jetstreamManager(nc);
  for (const [at, event] of events.entries()) {
    const [verb = '', meal = ''] = event.split(' ');
    const h = headers();
    h.set('ce-subject', meal);
    const subject = eventSubject(`meal_log.${verb}` as EventType, user, meal);
    await jsm.jetstream().publish(subject, '{}', { headers: h, msgID: `${user} ${at}` });
  }
}

test.each([
  ['a submission without outcome', ['created m1', 'created m2', 'completed m1'], ['m2']],
  ['a meal that is analysed again', ['created m1', 'failed m1', 'retried m1'], ['m1']],
  ['none that has ended again', ['created m1', 'failed m1', 'retried m1', 'completed m1'], []],
  ['none that was corrected', ['created m1', 'completed m1', 'corrected m1', 'delivered m1'], []],
  [
    'none that was deleted',
    ['created m1', 'deleted m1', 'created m2', 'failed m2', 'retried m2', 'deleted m2'],
    [],
  ],
])('%s', async (name, events, expected) => {
  const user = name.replaceAll(' ', '-');
  // With the last one in SUBMITTED, the others are there too.
  await given(user, ...events, 'created last');
  await expect.poll(() => pending.processing(user)).toEqual([...expected, 'last']);
});
