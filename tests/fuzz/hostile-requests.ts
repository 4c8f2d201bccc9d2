import fc from 'fast-check';
import { MARKER } from './hostile-text.js';
import { upgradeRequest } from './raw-socket.js';

/** Requests for an upgrade as no client would write them. */

const paths = fc.constantFrom(
  ...['/', '//', '///', '//[', '//@', '/\\', '*', '/ws', '/ws/', '/ws/meal-logs/', '/WS/MEAL-LOGS'],
  ...['/ws/meal-logs/..', '/ws/../ws/meal-logs', '/ws/./meal-logs', '/ws/meal-logs;v=1'],
  ...['/ws/meal-logs%00', '/%77s/meal-logs', '/ws%2Fmeal-logs', '/ws/meal-logs%', '/ws/meal-logs?'],
  ...[
    'http://[::1/ws/meal-logs',
    'http://other/ws/meal-logs',
    'file:///ws/meal-logs',
    'javascript:1',
  ],
  ...['/api/v1/meal-logs', '/metrics', '/dev/token', '/readyz', '/api/v1/meal-logs/stream'],
  `//[?cursor=${MARKER}`,
  `http://:99999/?${MARKER}`,
);

const queryValue = fc.oneof(
  fc.webQueryParameters(),
  fc.constantFrom('', '%', '%00', '%ff%fe', '%ED%A0%80', 'a'.repeat(128), 'a'.repeat(129), MARKER),
  fc.integer({ min: 1, max: 400 }).map((n) => `a&cursor=${'x&cursor='.repeat(n)}`),
);

const queries = fc
  .tuple(fc.constantFrom('cursor', 'device_id', '__proto__', 'token'), queryValue)
  .map(([name, value]) => `/ws/meal-logs?${name}=${value}`);

const headerValue = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abc=,; \t"\\/()<>@[]{}0é\u00ff'), maxLength: 60 }),
  fc.constantFrom('', ',', ', ,', 'a'.repeat(4_000), `Bearer ${MARKER}`, 'Basic YTpi'),
);

const headers = fc
  .tuple(
    fc.constantFrom(
      ...['Authorization', 'Sec-WebSocket-Protocol', 'Sec-WebSocket-Key', 'Sec-WebSocket-Version'],
      ...['Sec-WebSocket-Extensions', 'Origin', 'Host', 'Upgrade', 'Connection', 'Cookie'],
      ...['Content-Length', 'Transfer-Encoding', 'Expect', 'traceparent', 'X-Forwarded-For'],
    ),
    fc.option(headerValue, { nil: undefined, freq: 8 }),
  )
  .map(([name, value]) => ({ [name]: value }));

const subprotocols = fc
  .constantFrom(
    'bearer.',
    'mealwire.v1',
    'mealwire.v1, mealwire.v1',
    `bearer.${MARKER}`,
    'bearer.a.b.c',
  )
  .map((value) => ({ 'Sec-WebSocket-Protocol': value, Authorization: undefined }));

const methods = fc.constantFrom(
  'GET',
  'POST',
  'PUT',
  'HEAD',
  'OPTIONS',
  'CONNECT',
  'GETT',
  'get',
  '',
);

/** A header block beyond what Node reads (16 KB). */
const giant = fc.integer({ min: 14_000, max: 40_000 }).map((n) => ({ 'X-Giant': 'g'.repeat(n) }));

/** @returns the bytes of one request, whole, cut off, or with rubbish behind it. */
export function hostileRequests(token: string): fc.Arbitrary<Buffer> {
  const request = fc.oneof(
    { arbitrary: paths.map((path) => upgradeRequest({ token, path })), weight: 4 },
    { arbitrary: queries.map((path) => upgradeRequest({ token, path })), weight: 4 },
    {
      arbitrary: fc.oneof(headers, subprotocols).map((h) => upgradeRequest({ token, headers: h })),
      weight: 8,
    },
    { arbitrary: methods.map((method) => upgradeRequest({ token, method })), weight: 2 },
    { arbitrary: giant.map((h) => upgradeRequest({ token, headers: h })), weight: 1 },
  );
  const cut = fc
    .tuple(request, fc.nat())
    .map(([bytes, at]) => bytes.subarray(0, at % bytes.length));
  const dirty = fc
    .tuple(request, fc.uint8Array({ maxLength: 100 }))
    .map(([bytes, more]) => Buffer.concat([bytes, more]));
  return fc.oneof(
    { arbitrary: request, weight: 6 },
    { arbitrary: cut, weight: 2 },
    { arbitrary: dirty, weight: 1 },
  );
}

/** What the gateway may say to them: never that it is our fault. */
export const REFUSALS: readonly number[] = [400, 401, 403, 404, 405, 408, 413, 417, 426, 431, 503];
