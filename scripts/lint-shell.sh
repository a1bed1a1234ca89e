#!/usr/bin/env bash
# Check all shell scripts of the repository. If shellcheck is missing, says so;
# in CI (which sets CI=true) that is a failure.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v shellcheck >/dev/null; then
  echo 'shellcheck is not installed: shell scripts were not checked' >&2
  [ "${CI:-}" != true ]
  exit
fi
shellcheck scripts/*.sh example-app/test.sh .ci/run __tests__/support/github/*.sh
