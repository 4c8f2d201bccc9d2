import type { SwaggerTransform } from '@fastify/swagger';
import type { DocumentedHeaders } from '@mealwire/runtime';
import { createJsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ZOD_TO_JSON } from './zod-to-json.js';

/** A response as our routes describe it; Fastify itself types it as unknown. */
interface DescribedResponse {
  readonly description: string;
  readonly headers?: DocumentedHeaders | undefined;
  readonly content?: object;
}

interface ObjectSchema {
  readonly properties: Readonly<Record<string, object>>;
}

const toJsonSchema = createJsonSchemaTransform({ zodToJsonConfig: ZOD_TO_JSON });

/**
 * From a route's schema to what @fastify/swagger takes. The converter for zod knows neither headers
 * of a response nor one without a body: both are taken out before it, and put back after it.
 */
export const describeRoute: SwaggerTransform = (route) => {
  const schema = route.schema ?? {};
  const responses = Object.entries((schema.response ?? {}) as Record<string, DescribedResponse>);
  // A route that says nothing of itself is not for the public: /metrics, and pages.
  if (responses.length === 0) return { url: route.url, schema: { hide: true } };
  const { schema: described, url } = toJsonSchema({
    ...route,
    schema: {
      ...schema,
      response: Object.fromEntries(
        responses.map(([status, { description, content }]) => [
          status,
          content === undefined ? z.null().describe(description) : { description, content },
        ]),
      ),
    },
  });
  const converted = described.response as Record<string, object>;
  const response = Object.fromEntries(
    responses.map(([status, { headers }]) => [status, { ...converted[status], headers }]),
  );
  const headers = described.headers as ObjectSchema | undefined;
  return {
    url,
    schema: {
      ...described,
      response,
      ...(headers === undefined ? {} : { headers: withCanonicalNames(headers) }),
    },
  };
};

/** Fastify wants the names of headers in lower case; people write `If-None-Match`. */
function withCanonicalNames(schema: ObjectSchema): ObjectSchema {
  const properties = Object.entries(schema.properties).map(([name, property]) => [
    name.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase()),
    property,
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}
