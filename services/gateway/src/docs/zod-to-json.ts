import type { createJsonSchemaTransformObject } from 'fastify-type-provider-zod';

type Options = Parameters<typeof createJsonSchemaTransformObject>[0];

/** How zod types become JSON Schema in the document. */
export const ZOD_TO_JSON: NonNullable<Options['zodToJsonConfig']> = {
  override: ({ jsonSchema }) => {
    // We add fields, and clients ignore those that they do not know.
    if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    // The format says it all; the pattern is three lines of digits.
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    // The range that zod gives to every integer.
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  },
};
