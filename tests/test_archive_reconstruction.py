"""A source text put together again from archive and ledger."""

from __future__ import annotations

import pytest

from migrator.archive.reconstruction import reconstructed
from migrator.markup.html import parse
from migrator.model import Entry


@pytest.mark.parametrize(
    ("html", "entries", "lines"),
    [
        ("<p>a</p><p>b</p>", [Entry("r", "removed", "content/p[2]/div", "Share")], ["a", "Share", "b"]),
        ("<p>a</p><p>b</p>", [Entry("r", "removed", "content/div[2]", "Share")], ["a", "b", "Share"]),
        (
            "<p>a</p>",
            [Entry("r", "removed", "content/div[1]", "One"), Entry("r", "removed", "content/div[1]", "Two")],
            ["a", "One", "Two"],
        ),
        (
            '<p>a</p><figure class="embed"><a href="https://x.example/1">Film</a></figure><p>b</p>',
            [Entry("r", "rewritten", "content/iframe", "<//x.example/e/1>", "Film <https://x.example/1>")],
            ["a", "<//x.example/e/1>", "b"],
        ),
        (
            '<p>See <a href="../b.md">b</a> now.</p>',
            [Entry("r", "rewritten", "content/p/a", "https://a.example/b/", "../b.md")],
            ["See b https://a.example/b/ now."],
        ),
        (
            "<p>a</p><p>one</p><p>two</p><p>b</p>",
            [Entry("r", "rewritten", "content/p[2]", "[tabs]", "one two")],
            ["a", "[tabs]", "b"],
        ),
        ("<p>a</p><p>b</p>", [Entry("r", "added", "content/p[2]", "", "b")], ["a"]),
        ("<p>a</p>", [Entry("r", "unwrapped", "content/p", "[box]…[/box]")], ["[box]…[/box]", "a"]),
    ],
)
def test_changes_are_undone(html: str, entries: list[Entry], lines: list[str]) -> None:
    assert reconstructed(parse(html), entries) == lines


@pytest.mark.parametrize(
    "entry",
    [
        Entry("r", "removed", "title", "Words"),
        Entry("r", "removed", "comment 3", "Words"),
        Entry("r", "warned", "content/p", "a doubt"),
        Entry("r", "unwrapped", "content/p/font", '<font color="red">'),
        Entry("r", "rewritten", "content/p", "before", "what is there no more"),
        Entry("r", "rewritten", "content/p"),
        Entry("r", "removed", "content/p/script"),
    ],
)
def test_what_is_not_of_the_text_changes_nothing(entry: Entry) -> None:
    assert reconstructed(parse("<p>a</p><p>b</p>"), [entry]) == ["a", "b"]
