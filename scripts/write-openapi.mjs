/** Writes docs/openapi.json from the routes of the compiled services; `make generate` calls it. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeApi } from '../services/gateway/dist/docs/api-document.js';
import { describedRoutes as gateway } from '../services/gateway/dist/documentation.js';
import { describedRoutes as ingest } from '../services/ingest/dist/documentation.js';

const target = process.argv[2] ?? fileURLToPath(new URL('../docs/openapi.json', import.meta.url));
const document = await describeApi([ingest, gateway]);
writeFileSync(target, `${JSON.stringify(document, null, 2)}\n`);
