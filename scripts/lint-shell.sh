#!/usr/bin/env bash
# Check all shell scripts of the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v shellcheck >/dev/null; then
  # It is no npm package; continuous integration has it installed.
  echo 'shellcheck is not installed: shell scripts were not checked' >&2
  [ "${CI:-}" != true ] || exit 1
  exit 0
fi
shellcheck scripts/*.sh example-app/test.sh .ci/run __tests__/support/github/*.sh
