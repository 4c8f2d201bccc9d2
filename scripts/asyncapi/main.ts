import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncApiDocument } from './document.js';
import { readNatsUsers } from './nats-conf.js';
import { readProtoComments } from './proto-comments.js';
import { render } from './render.js';

/** Writes docs/asyncapi.yaml; with --check it only compares, and fails when it is not up to date. */

const root = join(import.meta.dirname, '..', '..', '..');
const file = join(root, 'docs', 'asyncapi.yaml');

const text = render(
  asyncApiDocument({
    comments: readProtoComments(root),
    users: readNatsUsers(readFileSync(join(root, 'deploy', 'nats', 'nats.conf'), 'utf8')),
  }),
);

if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('docs/asyncapi.yaml is not up to date: run make generate and commit it.\n');
  process.exitCode = 1;
}
