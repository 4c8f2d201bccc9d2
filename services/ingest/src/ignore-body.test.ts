import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { ignoreBody } from './ignore-body.js';

test.each([
  ['no body', { 'content-type': 'application/json' }, undefined],
  ['a body', { 'content-type': 'application/json' }, '{"not":'],
  ['a content type that nobody knows', { 'content-type': 'text/soup' }, 'soup'],
  ['nothing at all', {}, undefined],
])('a route without a body takes %s', async (_, headers, payload) => {
  const server = Fastify();
  ignoreBody(server);
  server.delete('/', async (_request, reply) => reply.code(204).send());
  const sent = payload === undefined ? { headers } : { headers, payload };
  const { statusCode } = await server.inject({ method: 'DELETE', url: '/', ...sent });
  expect(statusCode).toBe(204);
});
