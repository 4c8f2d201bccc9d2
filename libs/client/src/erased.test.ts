import { CLOSE } from '@mealwire/contracts/wire';
import { expect, test, vi } from 'vitest';
import type { MealwireClient } from './mealwire-client.js';
import { memoryStorage } from './storage/storage.js';
import { clientUnderTest, created, live, onVirtualTime, settled } from './testing/fake-phone.js';

/** A user who was erased elsewhere: nothing of theirs may come back with the next token. */

onVirtualTime();

/** A provider that always has another token, as one that renews by itself. */
function phoneOfErasedUser() {
  const posts: (string | null)[] = [];
  const storage = memoryStorage();
  let tokens = 0;
  const server = { knows: true, answers: true };
  const client = clientUnderTest({
    storage,
    token: async () => `jwt-${++tokens}`,
    fetch: async (_url, init) => {
      posts.push(new Headers(init?.headers).get('authorization'));
      if (!server.answers) throw new Error('no network');
      if (server.knows) return created(init);
      return Response.json({ code: 'user_erased', detail: 'Erased.' }, { status: 410 });
    },
  });
  const submissions: string[] = [];
  client.onSubmission((change) =>
    submissions.push(change.status === 'refused' ? change.error.code : change.status),
  );
  return { client, posts, server, storage, submissions };
}

async function expectNothing(client: MealwireClient, stored: string | null): Promise<void> {
  expect(client.status().state).toBe('logged_out');
  expect([...client.unsent(), ...client.waiting()]).toEqual([]);
  expect(JSON.parse(stored ?? '')).toMatchObject({ cursor: null, outbox: [], waiting: [] });
}

test('410 ends with nothing: one request, no other token, all meals given back', async () => {
  const { client, posts, server, storage, submissions } = phoneOfErasedUser();
  await live(client);
  client.submit({ text: 'sent before' });
  await settled();
  server.knows = false;
  const before = posts.length;
  client.submit({ text: 'one' });
  client.submit({ text: 'two' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(posts).toHaveLength(before + 1);
  expect(submissions).toEqual(['accepted', 'user_erased', 'user_erased']);
  await expectNothing(client, await storage.load());

  server.knows = true;
  client.connect();
  await settled();
  expect(posts).toHaveLength(before + 1);
  client.submit({ text: 'a new beginning' });
  await settled();
  expect(client.waiting()).toHaveLength(1);
});

test('so does the close code of a live connection', async () => {
  const { client, posts, server, storage } = phoneOfErasedUser();
  const socket = await live(client);
  server.answers = false;
  client.submit({ text: 'not sent yet' });
  await settled();
  socket.lose(CLOSE.erased.code, CLOSE.erased.reason);
  const before = posts.length;
  server.answers = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(posts).toHaveLength(before);
  await expectNothing(client, await storage.load());
});
