#!/usr/bin/env bash
# The tests that a change must pass: those that need nothing but packages, the
# end-to-end tests on this machine, and meanwhile the main story in another
# userland. Sets up everything that it needs, as root. CONTRIBUTING.md says
# which test holds which promise.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() { printf '\n== %s (after %d s)\n' "$*" "$SECONDS"; }

step 'machine'
bash scripts/install-packages.sh
bash scripts/setup-development.sh

# Laying down a userland is mostly waiting: its output is shown at the end.
log=$(mktemp)
npm run --silent e2e -- --userland trixie main-story >"$log" 2>&1 &
userland=$!
trap 'kill "$userland" 2>/dev/null || true; rm -f "$log"' EXIT

step 'check'
npm run --silent check
step 'end-to-end tests'
npm run --silent e2e
step 'another userland: trixie'
failed=
wait "$userland" || failed=yes
cat "$log"
if [ "$failed" ]; then
  echo 'test: the main story failed in trixie' >&2
  exit 1
fi
step 'all passed'
