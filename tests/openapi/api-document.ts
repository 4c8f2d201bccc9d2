import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** The committed document, as far as tests look into it. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, DocumentedResponse>>;
}

interface Content {
  readonly content?: Readonly<Record<string, Media>>;
}

export interface Media {
  readonly schema: object & { readonly examples?: readonly unknown[] };
  readonly example?: unknown;
}

export interface DocumentedResponse extends Content {
  readonly description: string;
  readonly headers?: Readonly<Record<string, object>>;
}

export const root = join(import.meta.dirname, '..', '..');

export function readApiDocument(): ApiDocument {
  return JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')) as ApiDocument;
}

/** Every operation under its id. */
export function operationsOf(
  document: ApiDocument,
): ReadonlyMap<string, Operation & { readonly method: string }> {
  const operations = Object.values(document.paths).flatMap((path) =>
    Object.entries(path).map(([method, operation]) => ({ ...operation, method })),
  );
  return new Map(operations.map((operation) => [operation.operationId, operation]));
}

export function jsonSchemas(options: Options = {}): Ajv2020 {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, ...options });
  // The namespace of a CommonJS module: the function is its default, whatever the types say.
  (formats as unknown as (ajv: Ajv2020) => void)(ajv);
  // OpenAPI's own: they say nothing about a value.
  ajv.addVocabulary(['components', 'example']);
  return ajv;
}

/** A validator of a schema in the document. Closed: what is not documented must not be sent. */
export function validatorIn(document: ApiDocument): (schema: object) => ValidateFunction {
  const ajv = jsonSchemas();
  const closed = closeObjects(document) as ApiDocument;
  ajv.addSchema({ $id: 'api', components: closed.components }, undefined, undefined, false);
  return (schema) => ajv.compile(inDocument(closeObjects(schema)) as object);
}

/** References as seen from outside of the document. */
function inDocument(value: unknown): unknown {
  return mapObjects(value, (object) =>
    typeof object['$ref'] === 'string' ? { ...object, $ref: `api${object['$ref']}` } : object,
  );
}

/**
 * The document lets objects have more fields, for clients of tomorrow; a test wants to see them. An
 * `allOf` narrows fields of an object that is described elsewhere, so its parts stay open.
 */
function closeObjects(value: unknown): unknown {
  return mapObjects(value, (object, parent) =>
    'properties' in object && !('additionalProperties' in object) && parent !== 'allOf'
      ? { ...object, additionalProperties: false }
      : object,
  );
}

type Json = Readonly<Record<string, unknown>>;

function mapObjects(
  value: unknown,
  map: (object: Json, parent: string) => Json,
  parent = '',
): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, map, parent));
  if (typeof value !== 'object' || value === null) return value;
  const mapped = Object.entries(value).map(([key, child]) => [
    key,
    mapObjects(child, map, key === 'properties' ? '' : key),
  ]);
  return map(Object.fromEntries(mapped) as Json, parent);
}
