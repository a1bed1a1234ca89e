#!/usr/bin/env bash
# Show what seccomp-lock does, on this machine and on the example app. With
# --verbose, show everything that its steps print.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=$(mktemp)
notice=
clean_up() {
  [ -z "$notice" ] || kill "$notice" 2>/dev/null || true
  rm -f "$log"
}
trap clean_up EXIT

# A machine that has everything needs a second or two, and no notice.
(
  sleep 4 >/dev/null 2>&1
  echo 'Setting up this machine: npm packages, podman, recorders, a base image.'
) &
notice=$!

set_up() {
  bash scripts/install-packages.sh && bash scripts/setup-development.sh
}
if ! set_up >"$log" 2>&1; then
  cat "$log" >&2
  echo 'example: this machine could not be set up; the output above says why' >&2
  exit 1
fi

clean_up
exec node_modules/.bin/node scripts/example.ts "$@"
