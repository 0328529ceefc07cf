"""The ledger's lines at each depth."""

from __future__ import annotations

import json

import pytest

from migrator.archive.ledger import SHOWN_AFTER, Depth, lines
from migrator.model import Entry

ENTRY = Entry("share.jetpack", "removed", "content/div[2]", "Share this: “X”\n", "a" * 500)


def test_a_line_an_entry() -> None:
    text = lines([ENTRY, Entry("image.original", "rewritten")], 12, "content/posts/a", "text")
    first, second = map(json.loads, text.splitlines())
    assert first == {
        "document": 12,
        "path": "content/posts/a",
        "rule": "share.jetpack",
        "action": "removed",
        "where": "content/div[2]",
        "before": "Share this: “X”\n",
        "after": "a" * (SHOWN_AFTER - 1) + "…",
    }
    assert second["rule"] == "image.original"


@pytest.mark.parametrize(
    ("depth", "before", "after"), [("names", None, None), ("text", 16, SHOWN_AFTER), ("full", 16, 500)]
)
def test_depths(depth: Depth, before: int | None, after: int | None) -> None:
    line = json.loads(lines([ENTRY], None, "", depth))
    assert line["document"] is None
    assert line["path"] is None
    assert (line.get("before") and len(line["before"])) == before
    assert (line.get("after") and len(line["after"])) == after
