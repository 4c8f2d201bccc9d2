#!/usr/bin/env bash
# Fails when generated code or a migration is missing or was edited by hand. Works on a copy, so
# that a failing check leaves the tree as it was.
set -euo pipefail
cd "$(dirname "$0")/.."

before=$(mktemp -d)
trap 'rm -rf "$before"' EXIT
cp -r libs/contracts/src/gen services/ingest/migrations "$before"

restore() {
  rm -rf libs/contracts/src/gen services/ingest/migrations
  cp -r "$before/gen" libs/contracts/src/gen
  cp -r "$before/migrations" services/ingest/migrations
}

npx buf generate
(cd services/ingest && npx drizzle-kit generate --name check >/dev/null)

differences=$(diff -r "$before/gen" libs/contracts/src/gen || true)
differences+=$(diff -r "$before/migrations" services/ingest/migrations || true)
if [ -n "$differences" ]; then
  restore
  printf '%s\n\nGenerated files are not up to date: run make generate and commit them.\n' "$differences" >&2
  exit 1
fi
node scripts/asyncapi/dist/main.js --check
node scripts/write-openapi.mjs --check
node scripts/draw-client-states.mjs --check
echo 'generated code, migrations and documents are up to date'
