#!/usr/bin/env bash
# The checks that any machine can do: types, lint, unit tests, and whether the
# bundle matches the source. Needs no root, and nothing but npm packages. Two
# steps run at a time; the output of each is shown when it ends.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash scripts/install-packages.sh

logs=$(mktemp -d)
lanes=()
trap 'kill "${lanes[@]}" 2>/dev/null || true; rm -rf "$logs"' EXIT

# Runs an npm script, and shows all of its output at once.
step() {
  local script=$1 start=$SECONDS end=ok
  npm run --silent "$script" >"$logs/$script" 2>&1 || end=failed
  [ "$end" = ok ] || touch "$logs/$script.failed"
  (
    flock 9
    printf '\n== %s: %s, %d s\n' "$script" "$end" $((SECONDS - start))
    cat "$logs/$script"
  ) 9>"$logs/lock"
}

# Each lane has about half of the work, for two cores.
step unit &
lanes+=($!)
{
  step typecheck
  step lint
  step bundle-check
} &
lanes+=($!)
wait "${lanes[@]}"

failed=("$logs"/*.failed)
if [ -e "${failed[0]}" ]; then
  failed=("${failed[@]##*/}")
  printf '\ncheck: failed: %s\n' "${failed[*]%.failed}" >&2
  exit 1
fi
printf '\ncheck: everything passed in %d s\n' "$SECONDS"
