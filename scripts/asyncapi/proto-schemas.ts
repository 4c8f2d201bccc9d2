import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf';
import type { JsonSchema } from './json-schema.js';
import type { ProtoComments } from './proto-comments.js';

/** Schemas by message name, for `components.schemas`. */
export type Schemas = Readonly<Record<string, JsonSchema>>;

export function schemaRef({ name }: DescMessage): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

/** ProtoJSON of these messages and of all that they contain, with proto field names. */
export function protoSchemas(roots: readonly DescMessage[], comments: ProtoComments): Schemas {
  const found = new Map<string, DescMessage>();
  const visit = (message: DescMessage): void => {
    if (found.has(message.name) || isTimestamp(message)) return;
    found.set(message.name, message);
    for (const field of message.fields) if (field.message !== undefined) visit(field.message);
  };
  roots.forEach(visit);
  return Object.fromEntries(
    [...found.values()].map((message) => [message.name, messageSchema(message, comments)]),
  );
}

function messageSchema(message: DescMessage, comments: ProtoComments): JsonSchema {
  const properties = message.fields.map((field) => [
    field.name,
    described(fieldSchema(field), comments.get(`${message.typeName}.${field.name}`)),
  ]);
  // `encodeJson` writes zero values out; what has presence is left out when it is not set.
  const required = message.fields.filter(isAlwaysWritten).map(({ name }) => name);
  return described(
    {
      type: 'object',
      'x-protobuf': message.typeName,
      properties: Object.fromEntries(properties) as Record<string, JsonSchema>,
      required,
    },
    comments.get(message.typeName),
  );
}

function isAlwaysWritten(field: DescField): boolean {
  return (
    field.fieldKind === 'list' || (field.fieldKind === 'scalar' && !field.proto.proto3Optional)
  );
}

function fieldSchema(field: DescField): JsonSchema {
  switch (field.fieldKind) {
    case 'scalar':
      return scalarSchema(field.scalar, field);
    case 'message':
      return embeddedSchema(field.message);
    case 'list':
      return { type: 'array', items: itemSchema(field) };
    default:
      return unsupported(field);
  }
}

function itemSchema(field: DescField & { readonly fieldKind: 'list' }): JsonSchema {
  if (field.listKind === 'scalar') return scalarSchema(field.scalar, field);
  return field.listKind === 'message' ? embeddedSchema(field.message) : unsupported(field);
}

function embeddedSchema(message: DescMessage): JsonSchema {
  return isTimestamp(message) ? { type: 'string', format: 'date-time' } : schemaRef(message);
}

function scalarSchema(type: ScalarType, field: DescField): JsonSchema {
  switch (type) {
    case ScalarType.STRING:
      return { type: 'string' };
    case ScalarType.BOOL:
      return { type: 'boolean' };
    case ScalarType.DOUBLE:
    case ScalarType.FLOAT:
      return { type: 'number' };
    case ScalarType.INT32:
      return { type: 'integer' };
    case ScalarType.UINT32:
      return { type: 'integer', minimum: 0 };
    default:
      return unsupported(field);
  }
}

/** Better no document than a wrong one. */
function unsupported(field: DescField): never {
  throw new Error(
    `${field.parent.typeName}.${field.name}: teach proto-schemas.ts this kind of field`,
  );
}

function isTimestamp({ typeName }: DescMessage): boolean {
  return typeName === 'google.protobuf.Timestamp';
}

/** Draft 07 ignores what stands beside a `$ref`. */
function described(schema: JsonSchema, description: string | undefined): JsonSchema {
  if (description === undefined) return schema;
  return '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema };
}
