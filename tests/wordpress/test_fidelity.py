"""What a reader finds in our documents is what today's real WordPress shows, of the whole site and of any content."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from migrator.convert import convert
from migrator.model import Record
from migrator.site import Site
from tests.features import find
from tests.fidelity import Pair, differences, open_gazette, pairs_of, totals, unexplained, untrue
from tests.wordpress import oracle
from tests.wordpress.block_contents import blocks
from tests.wordpress.classic_contents import classic

TEXTS = 300
"""Of each editor; WordPress renders some forty in a second."""


@pytest.fixture(scope="module")
def gazette(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, list[Record]]:
    return open_gazette(tmp_path_factory.mktemp("fidelity"))


@pytest.fixture(scope="module")
def as_placed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, list[Record]]:
    """The site with tables that only place things left as they are: generated tables mean nothing, so all may be."""
    return open_gazette(tmp_path_factory.mktemp("fidelity"), frozenset(("debris.table",)))


def test_the_site_is_what_wordpress_shows(gazette: tuple[Site, list[Record]]) -> None:
    pairs = pairs_of(*gazette, {post["id"]: post["rendered"] for post in oracle.truth()["posts"]})
    assert "\n".join(map(str, unexplained(pairs))) == ""
    assert untrue(pairs) == []


@pytest.mark.parametrize("content", [classic, blocks])
def test_generated_content_is_what_wordpress_shows(
    content: Callable[[Random], str], as_placed: tuple[Site, list[Record]]
) -> None:
    chance = Random(1)
    texts = [content(chance) for _ in range(TEXTS)]
    rendered = oracle.render(texts, "full")
    pairs = {
        number: Pair(find(html or ""), find(ours(texts[number], *as_placed))) for number, html in enumerate(rendered)
    }
    found = [f"{difference}\n{texts[difference.document]}" for difference in differences(pairs)]
    shown = {kind: total.theirs for kind, total in totals(pairs).items()}
    print(f"\n{TEXTS} texts of {content.__name__}: {shown}; {len(found)} differences")
    assert min(shown.values()) > 0
    assert "\n\n".join(found) == ""


def ours(text: str, site: Site, records: list[Record]) -> str:
    """The canonical HTML of a story of the site that holds this text."""
    story = next(record for record in records if record.type == "post" and record.status == "publish")
    document = json.loads(convert(replace(story, content=text, meta=[]), site).files[".json"])
    html: str = document["content"]["html"]
    return html
