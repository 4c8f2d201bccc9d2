import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeApi } from '../services/gateway/src/docs/api-document.js';
import { describedRoutes as gateway } from '../services/gateway/src/documentation.js';
import { describedRoutes as ingest } from '../services/ingest/src/documentation.js';
import {
  jsonSchemas,
  operationsOf,
  readApiDocument,
  root,
  validatorIn,
} from './openapi/api-document.js';

/** The committed document itself; openapi.e2e.test.ts holds it to what the running system answers. */

const document = readApiDocument();
const operations = [...operationsOf(document).values()];

describe('the OpenAPI document', () => {
  test('is what the routes say', async () => {
    const described: unknown = JSON.parse(JSON.stringify(await describeApi([ingest, gateway])));
    expect(document).toEqual(described);
  });

  test('is valid OpenAPI 3.1', () => {
    const text = readFileSync(join(root, 'tests/openapi/oas-3.1.schema.json'), 'utf8');
    // Ajv takes this dynamic reference for one to the root. Nothing here is meant to override it.
    const schema = JSON.parse(
      text.replaceAll('"$dynamicRef": "#meta"', '"$ref": "#/$defs/schema"'),
    );
    const ajv = jsonSchemas({ strict: false }).addFormat('media-range', true);
    const validate = ajv.compile(schema);
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('has only valid JSON Schema, and examples that fit it', () => {
    const validatorOf = validatorIn(document);
    const bodies = operations.flatMap(({ operationId, requestBody, responses }) =>
      [requestBody, ...Object.values(responses)].flatMap((described) =>
        Object.values(described?.content ?? {}).map((media) => ({ operationId, ...media })),
      ),
    );
    expect(bodies.length).toBeGreaterThan(operations.length);
    for (const { operationId, schema, example } of bodies) {
      const validate = validatorOf(schema);
      for (const value of [
        ...(schema.examples ?? []),
        ...(example === undefined ? [] : [example]),
      ]) {
        validate(value);
        expect(validate.errors ?? [], operationId).toEqual([]);
      }
    }
  });

  test('names every operation once, and says what it is', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { operationId, summary, tags } of operations) {
      expect(summary, operationId).toMatch(/\w/);
      expect(tags, operationId).toHaveLength(1);
    }
  });

  test('has every address under /api, the WebSocket, the probes, and the token for development', () => {
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/v1/meal-logs',
      '/api/v1/meal-logs/natural',
      '/api/v1/meal-logs/stream',
      '/api/v1/meal-logs/{id}',
      '/api/v1/meal-logs/{id}/history',
      '/api/v1/meal-logs/{id}/retry',
      '/api/v1/quality',
      '/api/v1/summary',
      '/api/v1/users/me',
      '/api/v1/users/me/export',
      '/dev/token',
      '/healthz',
      '/readyz',
      '/ws/meal-logs',
    ]);
  });
});
