#!/usr/bin/env bash
# Make fixtures/gazette anew from the real WordPress: its own export, and what it shows of each document.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
GAZETTE=$HERE/../../fixtures/gazette
TRUTH=$(mktemp)
trap 'rm -f -- "$TRUTH"' EXIT

mkdir -p "$GAZETTE"
"$HERE/wordpress.sh" start
"$HERE/wordpress.sh" export "$GAZETTE/export.xml"
"$HERE/wordpress.sh" truth "$TRUTH"
# The export holds the rest; one line a document keeps differences readable.
python3 - "$TRUTH" >"$GAZETTE/truth.json" <<'PYTHON'
import json
import sys

KEPT = ("type", "status", "title", "permalink", "rendered")
with open(sys.argv[1], encoding="utf-8") as file:
    posts = json.load(file)["posts"]
lines = (
    f'"{post["id"]}": {json.dumps({key: post[key] for key in KEPT}, ensure_ascii=False)}'
    for post in posts
    if post["status"] != "auto-draft"
)
print("{\n" + ",\n".join(lines) + "\n}")
PYTHON
