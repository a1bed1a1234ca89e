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

# The end-to-end tests wait a lot. What needs no podman runs meanwhile, behind
# them, and shows its output when it ends.
logs=$(mktemp -d)
others=()
trap 'kill "${others[@]}" 2>/dev/null || true; rm -rf "$logs"' EXIT

# Runs a command beside the end-to-end tests.
beside() {
  local title=$1 end=ok
  shift
  nice -n 5 "$@" >"$logs/$title" 2>&1 || end=failed
  printf '\n== %s: %s (after %d s)\n%s\n' "$title" "$end" "$SECONDS" \
    "$(cat "$logs/$title")"
  [ "$end" = ok ]
}

beside check npm run --silent check &
others+=($!)
beside 'the main story in trixie' \
  npm run --silent e2e -- --userland trixie main-story &
others+=($!)

step 'end-to-end tests'
failed=
npm run --silent e2e || failed=yes
for other in "${others[@]}"; do wait "$other" || failed=yes; done
if [ "$failed" ]; then
  echo 'test: failed, see above' >&2
  exit 1
fi
step 'all passed'
