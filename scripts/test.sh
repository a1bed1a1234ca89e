#!/usr/bin/env bash
# All checks, from the cheapest to the dearest. Sets up what it needs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() { printf '\n== %s\n' "$*"; }

step 'packages'
bash scripts/install-packages.sh
step 'machine'
bash scripts/setup-development.sh
step 'type check'
npm run --silent typecheck
step 'lint'
npm run --silent lint
step 'unit tests'
npm run --silent unit
step 'bundle check'
npm run --silent bundle-check
step 'end-to-end tests'
npm run --silent e2e
