#!/usr/bin/env bash
# Show what seccomp-lock does, on this machine and on the example app.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash scripts/install-packages.sh
bash scripts/setup-development.sh
exec node_modules/.bin/node scripts/example.ts
