import { createServer } from 'node:net';
import { loadConfig } from '@mealwire/runtime';
import { silentLogger, startTestNats, type TestNats } from '@mealwire/testkit';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProvisionError, provisionDeployment } from './app.js';
import { config } from './config.js';

let nats: TestNats;

beforeAll(async () => {
  nats = await startTestNats();
});

afterAll(() => nats.stop());

const run = (env: NodeJS.ProcessEnv): Promise<readonly string[]> =>
  provisionDeployment(loadConfig(config, env), silentLogger);

/** The test kit has provisioned its server already. */
async function emptyServer(): Promise<JetStreamManager> {
  const jsm = await jetstreamManager((await nats.connect('admin')).nc);
  // Buckets are streams too.
  for await (const { config: stream } of jsm.streams.list()) await jsm.streams.delete(stream.name);
  return jsm;
}

test('creates everything on an empty server, and nothing the second time', async () => {
  const jsm = await emptyServer();

  const created = await run(nats.env('admin'));

  expect(created).toEqual(
    expect.arrayContaining(['stream MEAL_LOG', 'stream FEED', 'consumer ai', 'bucket presence']),
  );
  expect(await run(nats.env('admin'))).toEqual([]);
  expect((await jsm.streams.info('MEAL_LOG')).config.num_replicas).toBe(1);
});

test('keeps what a stream holds', async () => {
  const { nc } = await nats.connect('admin');
  const jsm = await jetstreamManager(nc);
  await jsm.jetstream().publish('meal_log.created.anna.m1', '{}');

  await run(nats.env('admin'));

  expect((await jsm.streams.info('MEAL_LOG')).state.messages).toBe(1);
});

test('a wrong password is named at once', async () => {
  const refused = run({ ...nats.env('admin'), NATS_PASSWORD: 'guessed' });
  await expect(refused).rejects.toThrow(ProvisionError);
  await expect(refused).rejects.toThrow(/login of user admin.*NATS_PASSWORD/);
});

test("a service's user may not provision", async () => {
  await expect(run(nats.env('presence'))).rejects.toThrow(/presence may not administer JetStream/);
});

test('more replicas than servers is refused with the reason', async () => {
  await emptyServer();
  await expect(run({ ...nats.env('admin'), NATS_REPLICAS: '3' })).rejects.toThrow(/replicas/);
});

test('gives up when no server answers', async () => {
  const mute = createServer();
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const { port } = mute.address() as { port: number };
  try {
    const waiting = run({
      NATS_URL: `nats://admin:hidden@127.0.0.1:${port}`,
      PROVISION_TIMEOUT_MS: '300',
    });
    await expect(waiting).rejects.toThrow(
      `no NATS server answered at nats://127.0.0.1:${port} within 300 ms`,
    );
  } finally {
    mute.close();
  }
});
