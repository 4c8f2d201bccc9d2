import type { ConnectionState, ConnectionStatus } from '@mealwire/client';
import { describe, expect, test } from 'vitest';
import { type ConnectionView, NO_CONNECTION, withStatus } from './connection-view.js';
import { detailOf, explanationOf } from './words.js';

function status(state: ConnectionState, retryInMs: number | null = null): ConnectionStatus {
  return { ...NO_CONNECTION.status, state, retryInMs };
}

function view(state: ConnectionState): ConnectionView {
  return { status: status(state), retryAtMs: null };
}

describe('the connection in words', () => {
  test('counts down to the next attempt, from the moment it was announced', () => {
    const announced = withStatus(NO_CONNECTION, status('backoff', 3_000), 10_000);
    expect(detailOf(announced, null, 10_100)).toBe('Next try in 3 s');
    const repeated = withStatus(announced, status('backoff', 3_000), 11_500);
    expect(detailOf(repeated, null, 11_500)).toBe('Next try in 2 s');
    expect(detailOf(repeated, null, 13_000)).toBe('Trying now');
  });

  test('starts anew when the server names another time', () => {
    const announced = withStatus(NO_CONNECTION, status('backoff', 3_000), 10_000);
    const moved = withStatus(announced, status('backoff', 20_000), 11_000);
    expect(detailOf(moved, null, 11_000)).toBe('Next try in 20 s');
    expect(withStatus(moved, status('live'), 12_000).retryAtMs).toBeNull();
  });

  test('says when the gateway was heard', () => {
    expect(detailOf(view('live'), null, 0)).toBe('Last sign of life: not yet');
    expect(detailOf(view('live'), 4_000, 0)).toBe('Last sign of life: 4 s ago');
    expect(detailOf(view('offline'), 4_000, 0)).toBe('No network');
  });

  test('explains the states that nothing but a person ends', () => {
    expect(explanationOf('replaced')).toMatchObject({ action: 'connect' });
    expect(explanationOf('logged_out')).toMatchObject({ action: 'connect' });
    expect(explanationOf('upgrade_required')).toMatchObject({ action: 'reload' });
    expect(explanationOf('backoff')).toBeNull();
  });
});
