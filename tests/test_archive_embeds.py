"""embeds.json: each thing of another site once, with the documents that show it, and what is private apart."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from migrator.archive.embeds import row
from migrator.archive.files import WORK, Folder
from migrator.archive.journal import Finished, Journal, open_journal
from migrator.archive.lists import write_lists
from migrator.archive.schemas import faults
from migrator.clean.provider_forms import ROWS
from migrator.clean.providers import CLOSED, WRAPPERS
from migrator.cli.summary import _embeds
from migrator.convert import convert
from migrator.model import Embed
from tests.newspaper import story
from tests.sites import make_site

SONG = Embed("youtube", "video", "dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
LATER = Embed("youtube", "video", "dQw4w9WgXcQ", SONG.url + "&t=42", "A song", caption="At the gym")
STORY = Embed("storify", "post", "gazette/strike", "https://storify.com/gazette/strike", author="Gazette")


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(open_journal(tmp_path / WORK, "key", tmp_path)) as journal:
        yield journal


def lists(journal: Journal, *uses: tuple[Embed, int, bool]) -> dict[str, list[dict[str, Any]]]:
    """Write the lists for documents that show such things, and read what they say of them."""
    rows = [row(embed, document, public=public) for embed, document, public in uses]
    journal.record(Finished(1, embeds=rows))
    journal.settle()
    root = journal.work.parent
    write_lists(Folder(root), journal, make_site(), journal.tallies())
    read = {path: json.loads((root / path).read_bytes()) for path in _paths(root)}
    assert [fault for value in read.values() for fault in faults("embeds.json", value)] == []
    return {path: value["embeds"] for path, value in read.items()}


def _paths(root: Path) -> list[str]:
    return [path for path in ("embeds.json", "unpublished/embeds.json") if (root / path).is_file()]


def test_a_thing_is_listed_once_with_all_that_show_it(journal: Journal) -> None:
    found = lists(journal, (SONG, 7, True), (LATER, 3, True), (SONG, 3, True), (STORY, 7, True))
    shown = asdict(LATER) | {"url": SONG.url, "closed": None, "used_by": [3, 7]}
    assert found == {"embeds.json": [asdict(STORY) | {"closed": 2018, "used_by": [7]}, shown]}


def test_what_a_private_document_shows_and_says_stands_apart(journal: Journal) -> None:
    found = lists(journal, (SONG, 7, True), (LATER, 8, False))
    assert [(one["title"], one["used_by"]) for one in found["embeds.json"]] == [("", [7])]
    assert [(one["title"], one["used_by"]) for one in found["unpublished/embeds.json"]] == [("A song", [8])]


def test_a_document_lists_what_it_shows_in_the_order_of_the_text() -> None:
    content = (
        '<blockquote class="twitter-tweet"><p>Snow day!</p>&mdash; Millbrook (@Millbrook) '
        '<a href="https://twitter.com/Millbrook/status/11">March 4</a></blockquote>'
        '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="A song"></iframe>'
        '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="A song"></iframe>'
        "<figure><iframe src='https://example.org/map'></iframe><figcaption>The <b>pond</b></figcaption></figure>"
    )
    record = story(2, "strike", content=content)
    rendered = convert(record, make_site(record))
    assert rendered.embeds == [
        Embed("twitter", "post", "11", "https://twitter.com/Millbrook/status/11", author="Millbrook (@Millbrook)",
              caption="Snow day! — Millbrook (@Millbrook) March 4"),
        Embed("youtube", "video", "dQw4w9WgXcQ", SONG.url, "A song"),
        Embed("example.org", "page", "", "https://example.org/map", caption="The pond"),
    ]  # fmt: skip
    assert json.loads(rendered.files[".json"])["embeds"] == [asdict(embed) for embed in rendered.embeds]
    assert {key: count for key, count in rendered.tallies.items() if key[0] == "embed"} == {
        ("embed", provider): 1 for provider in ("twitter", "youtube", "example.org")
    }


def test_the_schema_knows_every_kind() -> None:
    kinds = {kind for _, kind, *_ in ROWS} | {kind for _, kind, _ in WRAPPERS.values()} | {"page"}
    embed = asdict(SONG) | {"closed": None, "used_by": []}
    for kind in sorted(kinds):
        assert list(faults("embeds.json", {"schema": "embeds/1", "embeds": [embed | {"kind": kind}]})) == []


def test_providers_that_closed_are_providers() -> None:
    assert set(CLOSED) <= {provider for provider, *_ in ROWS}


def test_the_summary_names_the_providers_most_is_shown_of() -> None:
    said = list(_embeds(Counter({f"p{number}": 20 - number for number in range(12)})))
    assert len(said) == 1
    assert said[0].split()[:3] == ["embeds", "174:", "p0"]
    assert said[0].endswith("p9 11, and 2 more providers")
    assert list(_embeds({})) == []
