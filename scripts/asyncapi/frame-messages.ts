import {
  clientFrameSchemas,
  eventSchemas,
  isEventType,
  serverFrameSchemas,
} from '@mealwire/contracts';
import type { JsonSchema } from './json-schema.js';
import type { Message } from './model.js';
import { schemaRef } from './proto-schemas.js';

/** What frame-schemas.ts declares, as full JSON Schema. */
interface FrameSchema {
  readonly description: string;
  readonly properties: Readonly<Record<string, JsonSchema>>;
}

const serverFrames: Readonly<Record<string, FrameSchema>> = serverFrameSchemas;
const clientFrames: Readonly<Record<string, FrameSchema>> = clientFrameSchemas;

export const clientFrameMessages = messages('client', clientFrames);
export const serverFrameMessages = messages('server', serverFrames);

/** Schemas of all frames, for `components.schemas`. */
export function frameSchemas(): Readonly<Record<string, JsonSchema>> {
  const all = [...Object.entries(clientFrames), ...Object.entries(serverFrames)];
  return Object.fromEntries(all.map(([type, schema]) => [nameOf(type), frameSchema(type, schema)]));
}

export function frameRef(type: string): JsonSchema {
  return { $ref: `#/components/schemas/${nameOf(type)}` };
}

export function summaryOf(type: string): string {
  return serverFrames[type]?.description ?? '';
}

function messages(
  side: string,
  frames: Readonly<Record<string, FrameSchema>>,
): Readonly<Record<string, Message>> {
  return Object.fromEntries(
    Object.entries(frames).map(([type, { description }]) => [
      type,
      { key: `${side}.${type}`, summary: description, payload: frameRef(type) },
    ]),
  );
}

function nameOf(type: string): string {
  return `frame.${type}`;
}

function frameSchema(type: string, { description, properties }: FrameSchema): JsonSchema {
  const data = isEventType(type) ? { data: schemaRef(eventSchemas[type]) } : {};
  return { description, ...closedOver({ properties: { ...properties, ...data } }) };
}

/** Every property of a frame is there, also in the objects inside it. */
function closedOver(schema: JsonSchema): JsonSchema {
  const { properties } = schema;
  const items = schema['items'] as JsonSchema | undefined;
  if (items !== undefined) return { ...schema, items: closedOver(items) };
  if (properties === undefined) return schema;
  const inner = Object.entries(properties).map(([name, value]) => [name, closedOver(value)]);
  return {
    type: 'object',
    ...schema,
    properties: Object.fromEntries(inner) as Record<string, JsonSchema>,
    required: Object.keys(properties),
  };
}
