#!/usr/bin/env bash
# The page tests need a Chromium. Debian's is taken, and installed where that is possible.
set -euo pipefail

for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null && exit 0
done
[ -n "${CHROMIUM:-}" ] && exit 0

if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  echo 'installing chromium for the page tests …'
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then
  echo 'installing chromium for the page tests (sudo) …'
  sudo -n apt-get update -qq
  sudo -n DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
else
  echo 'There is no Chromium, so the page tests are left out. To run them, install one:' >&2
  echo '  sudo apt-get install chromium      or set CHROMIUM=/path/to/chrome' >&2
fi
