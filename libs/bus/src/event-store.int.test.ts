import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  feedSubject,
  liveSubject,
  MealLogCompletedSchema,
  MealLogCreatedSchema,
  type MealLogEvent,
  MealLogFailedSchema,
} from '@mealwire/contracts';
import { startTestNats, type TestNats } from '@mealwire/testkit';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConcurrencyError, createEventStore, type EventStore } from './event-store.js';
import { readBatch } from './stored-messages.js';
import { FEED } from './topology.js';

let nats: TestNats;
let ingest: EventStore;
let ai: EventStore;
let gateway: NatsConnection;

beforeAll(async () => {
  nats = await startTestNats();
  ingest = await storeOf('ingest');
  ai = await storeOf('ai');
  gateway = (await nats.connect('gateway')).nc;
});

afterAll(() => nats.stop());

async function storeOf(user: 'ingest' | 'ai'): Promise<EventStore> {
  const { nc } = await nats.connect(user);
  return createEventStore(jetstream(nc), await jetstreamManager(nc, { checkAPI: false }));
}

function metadata(userId: string, mealLogId: string, id: string) {
  return { id, source: 'test', time: '2026-01-02T03:04:05.678Z', userId, mealLogId };
}

function created(userId: string, mealLogId: string, text = 'toast'): MealLogEvent {
  const init: MessageInitShape<typeof MealLogCreatedSchema> = { userId, mealLogId, text };
  return {
    type: 'meal_log.created',
    data: create(MealLogCreatedSchema, init),
    metadata: metadata(userId, mealLogId, `created.${userId}.${mealLogId}`),
  };
}

function completed(userId: string, mealLogId: string, id = `c.${mealLogId}`): MealLogEvent {
  return {
    type: 'meal_log.completed',
    data: create(MealLogCompletedSchema, { userId, mealLogId }),
    metadata: metadata(userId, mealLogId, id),
  };
}

function failed(userId: string, mealLogId: string, id = `f.${mealLogId}`): MealLogEvent {
  return {
    type: 'meal_log.failed',
    data: create(MealLogFailedSchema, { userId, mealLogId, reason: 'no_food_detected' }),
    metadata: metadata(userId, mealLogId, id),
  };
}

describe('appending, under the permissions of the services', () => {
  test('an event is read back as it was written, in order', async () => {
    const first = await ingest.append(created('auth0|1', 'm.1'), 0);
    await ai.append(completed('auth0|1', 'm.1'), first.sequence);
    const events = await ingest.lastEvents('auth0|1', 'm.1');
    expect(events.map(({ type }) => type)).toEqual(['meal_log.created', 'meal_log.completed']);
    expect(events[0]).toMatchObject({ ...created('auth0|1', 'm.1'), sequence: first.sequence });
  });

  test('a meal log that does not exist has no events', async () => {
    expect(await ingest.lastEvents('nobody', 'nothing')).toEqual([]);
  });

  test('the same event again is a duplicate or a conflict, never a second event', async () => {
    await ingest.append(created('bob', 'm2'), 0);
    const again = await ingest.append(created('bob', 'm2'), 0).then(
      ({ duplicate }) => (duplicate ? 'already done' : 'stored twice'),
      (error: unknown) => (error instanceof ConcurrencyError ? 'already done' : String(error)),
    );
    expect(again).toBe('already done');
  });

  test('completed and failed exclude each other', async () => {
    const { sequence } = await ingest.append(created('bob', 'm3'), 0);
    const outcomes = await Promise.allSettled([
      ai.append(completed('bob', 'm3'), sequence),
      ai.append(failed('bob', 'm3'), sequence),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rejected = outcomes.find((o) => o.status === 'rejected');
    expect(rejected?.reason).toBeInstanceOf(ConcurrencyError);
  });

  test('no service may write what is not its own', async () => {
    await expect(ai.append(created('bob', 'm4'), 0)).rejects.toThrow();
    await expect(ingest.append(completed('bob', 'm5'), 0)).rejects.toThrow();
  });
});

describe('the feed', () => {
  test('gets outcomes only, and republishes them with position and predecessor', async () => {
    const live: Msg[] = [];
    const subscription = gateway.subscribe(liveSubject('carol'), {
      callback: (_error, message) => void live.push(message),
    });
    await gateway.flush();
    for (const id of ['m6', 'm7']) {
      const { sequence } = await ingest.append(created('carol', id), 0);
      await ai.append(id === 'm6' ? completed('carol', id) : failed('carol', id), sequence);
    }
    await expect.poll(() => live.length).toBe(2);
    subscription.unsubscribe();
    const [first, second] = live.map((m) => ({
      type: m.headers?.get('ce-type'),
      mealLogId: m.headers?.get('ce-subject'),
      sequence: m.headers?.get('Nats-Sequence'),
      previous: m.headers?.get('Nats-Last-Sequence'),
    }));
    expect(first).toMatchObject({ type: 'meal_log.completed', mealLogId: 'm6', previous: '0' });
    expect(second).toMatchObject({
      type: 'meal_log.failed',
      mealLogId: 'm7',
      previous: first?.sequence,
    });
    const jsm = await jetstreamManager(gateway, { checkAPI: false });
    const stored = await readBatch(jsm, FEED, {
      seq: 1,
      next_by_subj: feedSubject('carol'),
      batch: 10,
    });
    expect(stored.map(({ seq }) => String(seq))).toEqual([first?.sequence, second?.sequence]);
  });

  test('of a user without outcomes is empty', async () => {
    const jsm = await jetstreamManager(gateway, { checkAPI: false });
    const request = { seq: 1, next_by_subj: feedSubject('nobody'), batch: 10 };
    expect(await readBatch(jsm, FEED, request)).toEqual([]);
  });
});
