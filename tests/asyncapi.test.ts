import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { asyncApi, problems, text } from './asyncapi/documented.js';

/** Whether docs/asyncapi.yaml is AsyncAPI at all; tests/asyncapi.e2e.test.ts: whether it is true. */

const asyncApiSchema = createRequire(import.meta.url)(
  '@asyncapi/specs/schemas/3.0.0-without-$id.json',
) as object;

describe('docs/asyncapi.yaml', () => {
  // Compiling AsyncAPI's own schema takes half a second on an idle machine.
  test('is an AsyncAPI 3.0.0 document', { timeout: 30_000 }, () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats.default(ajv);
    const isValid = ajv.compile(asyncApiSchema);
    expect(isValid(parse(text)), ajv.errorsText(isValid.errors).slice(0, 2_000)).toBe(true);
  });

  test('refers to nothing that is not there', () => {
    const document = parse(text) as unknown;
    for (const [, ref = ''] of text.matchAll(/\$ref: "(#[^"]+)"/g)) {
      const found = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
      expect(found, ref).toBeDefined();
    }
  });

  test('has schemas that compile, for every message', () => {
    for (const name of Object.keys(asyncApi.components.messages)) {
      expect(problems(name, { payload: 'no payload of ours' }), name).toBeDefined();
    }
  });

  test('has no message or schema that nothing uses', () => {
    for (const kind of ['messages', 'schemas'] as const) {
      for (const name of Object.keys(asyncApi.components[kind])) {
        expect(text).toContain(`$ref: "#/components/${kind}/${name}"`);
      }
    }
  });
});
