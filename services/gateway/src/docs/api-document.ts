import swagger from '@fastify/swagger';
import { fastify } from 'fastify';
import {
  createJsonSchemaTransformObject,
  type FastifyPluginAsyncZod,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { describeRoute } from './describe-route.js';
import { type ApiDocument, pruneSchemas } from './prune-schemas.js';
import { ZOD_TO_JSON } from './zod-to-json.js';

const INTRODUCTION = `
Meals typed on a phone, analysed by an AI, delivered at once.

A phone submits a meal over REST and hears of its outcome on the WebSocket \`GET /ws/meal-logs\`, or
on the event stream below. The frames of both, close codes, and what a good client does are in
docs/protocol.md.

Times are RFC 3339 in UTC, names snake_case. Ignore fields that you do not know: there will be more.
Errors are \`application/problem+json\` (RFC 9457) with a stable \`code\`; any request may also be
answered with 500 \`internal_error\`.
`.trim();

/**
 * The OpenAPI document of the whole API, made from the routes themselves: those of every service,
 * as a phone sees them behind the one origin of the gateway.
 */
export async function describeApi(routes: readonly FastifyPluginAsyncZod[]): Promise<object> {
  const server = fastify();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(() => (data) => JSON.stringify(data));
  await server.register(swagger, {
    convertConstToEnum: false,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Mealwire',
        version: '1.0.0',
        description: INTRODUCTION,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/', description: 'The gateway that serves this document.' }],
      tags: [
        { name: 'Meal logs', description: 'Submitting and reading meals.' },
        { name: 'Delivery', description: 'Hearing of outcomes.' },
        { name: 'User', description: 'Forgetting and exporting everything about a user.' },
        { name: 'Quality', description: 'What clients see of their connections.' },
        { name: 'Development', description: 'Not in production.' },
        { name: 'Operations', description: 'Probes.' },
      ],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: '`sub` is the user; `device_id`, if there is one, the device.',
          },
        },
      },
      security: [{ bearer: [] }],
    },
    transform: describeRoute,
    transformObject: createJsonSchemaTransformObject({ zodToJsonConfig: ZOD_TO_JSON }),
  });
  for (const plugin of routes) await server.register(plugin);
  await server.ready();
  const document = pruneSchemas(server.swagger() as ApiDocument);
  await server.close();
  return document;
}
