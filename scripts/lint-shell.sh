#!/usr/bin/env bash
# Check all shell scripts of the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
shellcheck scripts/*.sh example-app/test.sh .ci/run __tests__/support/github/*.sh
