import { expect, test } from 'vitest';
import { isOriginAllowed } from './origin.js';

const ALLOWED = ['https://app.example'];

test.each([
  ['a phone, which sends none', undefined, true],
  ['a page of this gateway', 'http://meals.example:8080', true],
  ['a page that is allowed by name', 'https://app.example', true],
  ['a page of somebody else', 'https://evil.example', false],
  ['another port of the same host', 'http://meals.example:9999', false],
  ['a sandboxed page', 'null', false],
  ['nonsense', '::', false],
])('%s', (_who, origin, allowed) => {
  expect(
    isOriginAllowed(
      { ...(origin === undefined ? {} : { origin }), host: 'meals.example:8080' },
      ALLOWED,
    ),
  ).toBe(allowed);
});
