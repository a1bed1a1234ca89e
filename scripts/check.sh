#!/usr/bin/env bash
# Types, lint, bundle and unit tests: what needs no root, and nothing installed
# but the lockfile's packages. All of it runs, whatever fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash scripts/install-packages.sh

output=$(mktemp)
trap 'rm -f "$output"' EXIT
failed=()

# Beside the unit tests, which take as long; shown when those have ended.
rest() {
  local step status=0
  for step in typecheck lint bundle-check; do
    printf '\n== %s\n' "$step"
    npm run --silent "$step" || {
      status=1
      printf 'FAILED: %s\n' "$step"
    }
  done
  return "$status"
}
rest > "$output" 2>&1 &
beside=$!

printf '\n== unit\n'
npm run --silent unit || failed+=(unit)
wait "$beside" || failed+=('see below')
cat "$output"
if [ "${#failed[@]}" -gt 0 ]; then
  printf '\ncheck: failed: %s\n' "${failed[*]}" >&2
  exit 1
fi
printf '\ncheck: passed\n'
