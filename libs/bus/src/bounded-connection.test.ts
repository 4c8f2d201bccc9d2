import { expect, test } from 'vitest';
import { withoutLogin } from './bounded-connection.js';

test('a password in an address stays out of messages', () => {
  expect(withoutLogin('nats://a:b@one:4222,nats://c:d@two:4222,three')).toBe(
    'nats://one:4222,nats://two:4222,three',
  );
});
