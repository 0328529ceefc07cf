#!/usr/bin/env bash
# Make fixtures/gazette and fixtures/split anew from the real WordPress.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec python3 -m tests.wordpress.make_fixtures
