#!/usr/bin/env bash
# What a change must pass: what needs nothing but packages, the end-to-end tests
# on this machine, and the main story in another userland. Sets up what it
# needs, as root. CONTRIBUTING.md says what is held by which test.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() { printf '\n== %s (after %d s)\n' "$*" "$SECONDS"; }

step 'machine'
bash scripts/install-packages.sh
bash scripts/setup-development.sh
step 'check'
npm run --silent check
step 'end-to-end tests'
npm run --silent e2e
step 'another userland: trixie'
npm run --silent e2e -- --userland trixie main-story
step 'all passed'
