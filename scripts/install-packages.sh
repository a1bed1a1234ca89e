#!/usr/bin/env bash
# Install the npm packages in the lockfile, unless node_modules is up to date.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stamp=node_modules/.lockfile-sha256
wanted=$(sha256sum package-lock.json | cut -d' ' -f1)
[ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ] || exit 0
npm ci --no-audit --no-fund
echo "$wanted" > "$stamp"
