#!/usr/bin/env bash
# Run the end-to-end tests, or some of their files, here or in another userland.
#
#   npm run e2e -- [--userland SUITE [--runtime NAME]] [FILE...] [jest's options]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

userland=
runtime=
words=()
while [ $# -gt 0 ]; do
  case $1 in
    --userland=* | --runtime=*)
      set -- "${1%%=*}" "${1#*=}" "${@:2}"
      ;;
    --userland)
      userland=${2:?--userland needs a name}
      shift 2
      ;;
    --runtime)
      runtime=${2:?--runtime needs a name}
      shift 2
      ;;
    *)
      words+=("$1")
      shift
      ;;
  esac
done

run=()
if [ -n "$userland" ]; then
  bash scripts/userland.sh make "$userland"
  run=(bash scripts/userland.sh in "$userland" ${runtime:+--runtime "$runtime"})
elif [ -n "$runtime" ]; then
  echo 'e2e: --runtime needs --userland: this machine has a runtime of its own' >&2
  exit 2
fi
# Much of a run is waiting: one worker more than there are processors.
exec "${run[@]}" node_modules/.bin/node \
  --disable-warning=ExperimentalWarning --experimental-vm-modules \
  node_modules/jest/bin/jest.js --selectProjects e2e --ci \
  --maxWorkers "$(($(nproc) + 1))" "${words[@]}"
