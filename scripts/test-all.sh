#!/usr/bin/env bash
# Every proof: each test as often and as thoroughly as possible on this machine;
# then the end-to-end tests in the other userlands.
#
#   npm run test:all                                     all of it
#   npm run test:all -- --shard I/N                      a part, on this machine
#   npm run test:all -- --userland SUITE --runtime NAME  in one userland
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() { printf '\n== %s (after %d s)\n' "$*" "$SECONDS"; }

userland=
shard=
args=("$@")
while [ $# -gt 0 ]; do
  case $1 in
    --userland | --userland=*) userland=yes ;;
    --shard=*) shard=${1#*=} ;;
    --shard) shard=${2:?--shard needs I/N} ;;
  esac
  shift
done

step 'machine'
bash scripts/install-packages.sh
bash scripts/setup-development.sh

if [ -z "$userland" ]; then
  case $shard in
    '' | 1/*)
      step 'check, with all of each property'
      SECCOMP_LOCK_CAMPAIGN=1 npm run --silent check
      ;;
  esac
  step 'end-to-end tests and campaigns'
  SECCOMP_LOCK_CAMPAIGN=1 npm run --silent e2e -- "${args[@]}"
else
  step "end-to-end tests: ${args[*]}"
  npm run --silent e2e -- "${args[@]}"
fi

if [ -z "$userland$shard" ]; then
  for suite in trixie sid; do
    for runtime in crun runc; do
      step "end-to-end tests: $suite, $runtime"
      npm run --silent e2e -- --userland "$suite" --runtime "$runtime"
    done
  done
fi
step 'all passed'
