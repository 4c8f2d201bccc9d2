import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import swagger, { type StaticDocumentSpec } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyPluginAsync } from 'fastify';

/** The committed document. At the same place in the repository and in the image. */
const DOCUMENT = fileURLToPath(new URL('../../../../docs/openapi.json', import.meta.url));

const DEV_TOKEN_PATH = '/dev/token';

type ApiDocument = StaticDocumentSpec['document'];

export interface DocsPageOptions {
  /** False: this gateway issues no development tokens, so they are not shown either. */
  readonly withDevToken: boolean;
}

/**
 * `/docs`: the API to browse and to try, from files of our own; `/docs/openapi.json`: the document.
 * @throws when the document is not there: it is part of the build.
 */
export function docsPage({ withDevToken }: DocsPageOptions): FastifyPluginAsync {
  return async (server) => {
    const document = JSON.parse(await readFile(DOCUMENT, 'utf8')) as ApiDocument;
    if (!withDevToken) delete document.paths[DEV_TOKEN_PATH];

    await server.register(swagger, { mode: 'static', specification: { document } });
    await server.register(swaggerUi, {
      routePrefix: '/docs',
      theme: { title: 'Mealwire API' },
      uiConfig: { layout: 'BaseLayout', docExpansion: 'list', displayRequestDuration: true },
      staticCSP: CONTENT_SECURITY_POLICY,
    });
    server.get('/docs/openapi.json', async (_request, reply) =>
      reply.header('cache-control', 'no-cache').send(document),
    );
  };
}

/** Everything comes from here. Swagger UI sets styles in the page, and has its icons as data. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
