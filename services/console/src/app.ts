import { access } from 'node:fs/promises';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Health, HttpServer } from '@mealwire/runtime';
import { cacheControlOf, SECURITY_HEADERS } from './page-headers.js';

/**
 * Serves the built page under `/`.
 * @param pageRoot the folder that `vite build` has written.
 */
export async function servePage(http: HttpServer, health: Health, pageRoot: string): Promise<void> {
  health.require('page', () => requirePage(pageRoot));
  http.addHook('onSend', async (_request, reply) => {
    reply.headers(SECURITY_HEADERS);
  });
  await http.register(fastifyStatic, {
    root: pageRoot,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', cacheControlOf(relative(pageRoot, path)));
    },
  });
}

async function requirePage(pageRoot: string): Promise<void> {
  try {
    await access(join(pageRoot, 'index.html'));
  } catch (cause) {
    throw new Error('the page is not built: npm run build -w @mealwire/console', { cause });
  }
}
