#!/usr/bin/env bash
# The committed dist/ must equal a fresh build of the source.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
npx --no-install ncc build src/start.ts --out "$fresh" --license licenses.txt >/dev/null
if ! diff --recursive --brief dist "$fresh"; then
  echo 'dist/ differs from a fresh build of src/: run "npm run build" and commit dist/' >&2
  exit 1
fi
echo 'dist/ equals a fresh build'
