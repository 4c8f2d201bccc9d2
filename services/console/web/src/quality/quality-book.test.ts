import type { ConnectionState, ReconnectCause } from '@mealwire/client';
import { describe, expect, test } from 'vitest';
import { NO_CONNECTION } from '../connection/connection-view.js';
import { EMPTY_QUALITY, measure, type QualityBook, type QualityEvent } from './quality-book.js';

function given(...events: QualityEvent[]): QualityBook {
  return events.reduce(measure, EMPTY_QUALITY);
}

function at(
  atMs: number,
  state: ConnectionState,
  cause: ReconnectCause | null = null,
): QualityEvent {
  return { type: 'status', status: { ...NO_CONNECTION.status, state, cause }, atMs };
}

describe('the quality of a page’s connection', () => {
  test('takes the time from an attempt to its first frame', () => {
    const book = given(at(100, 'connecting', 'requested'), at(130, 'verifying'), at(142, 'live'));
    expect(book).toMatchObject({ verifiedMs: 42, reconnects: {} });
    const probed = [at(9_000, 'suspect'), at(9_005, 'live')].reduce(measure, book);
    expect(probed.verifiedMs).toBe(42);
  });

  test('counts what came after the first connection, by cause', () => {
    const book = given(
      at(0, 'connecting', 'requested'),
      at(40, 'live'),
      at(5_000, 'backoff', 'network_lost'),
      at(5_300, 'connecting', 'network_lost'),
      // Many statuses of one attempt are one attempt.
      at(5_310, 'connecting', 'network_lost'),
      at(5_500, 'backoff', 'network_lost'),
      at(6_000, 'connecting', 'network_lost'),
      at(6_040, 'live'),
      at(9_000, 'connecting', 'server_restart'),
    );
    expect(book.reconnects).toEqual({ network_lost: 2, server_restart: 1 });
  });

  test('counts outcomes by the way they came, and keeps the last round trip', () => {
    const names = { client: 'web', version: '0.1.0' };
    const book = given(
      { type: 'outcome', how: 'socket', delayMs: 12 },
      { type: 'outcome', how: 'polling', delayMs: -3 },
      { type: 'outcome', how: 'replay', delayMs: 60_000 },
      { type: 'report', report: { ...names, round_trip_ms: [9, 4] } },
      { type: 'report', report: names },
    );
    expect(book.outcomes).toEqual({ socket: 1, replay: 1, polling: 1 });
    expect(book).toMatchObject({ outcomeDelayMs: 0, roundTripMs: 4 });
  });
});
