#!/usr/bin/env bash
# Compares proto/ with what is on the main branch. In a clone of main itself that is the commit
# before, so that a breaking change cannot land unseen.
set -euo pipefail
cd "$(dirname "$0")/.."

base=main
git rev-parse --verify --quiet origin/main >/dev/null && base=origin/main
if [ "$(git rev-parse --verify --quiet "$base" || true)" = "$(git rev-parse HEAD)" ]; then base=HEAD~1; fi

if ! git cat-file -e "$base:proto" 2>/dev/null; then
  echo "no earlier contract to compare with at $base"
  exit 0
fi
npx buf breaking --against ".git#ref=$(git rev-parse "$base")"
echo "the contract is compatible with $base"
