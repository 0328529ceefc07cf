"""Author and day as a real WordPress's pages tell them, in each theme, with and without what a plugin adds."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from lxml.etree import _Element

from migrator.markup.html import parse_page
from migrator.normalise.people import WRITERS
from migrator.normalise.witnesses.authors import authors_in_page
from migrator.normalise.witnesses.dates import dates_in_page
from tests.expected import FIXTURES
from tests.wordpress import oracle
from tests.wordpress.wire import THEMES, session

EVERY = 5
"""Of the site's posts every fifth is asked for, 40 in each theme: all take a minute."""

PAPER = "The Millbrook Gazette"
FLOORS = {"authors": 1.0, "days": 1.0}
MUTE = ("twentytwentythree", "off")
"""What shows neither author nor day: the site's own template of that theme."""
TELLING = [(theme, "off") for theme in THEMES if (theme, "off") != MUTE]


class Known(NamedTuple):
    """What the site has of a post: who signs it, the account or whom its text prints, and its day."""

    url: str
    authors: tuple[list[str], ...]
    day: str


@pytest.fixture(scope="module")
def known() -> list[Known]:
    oracle.serve()
    truth = oracle.truth()
    names = {user["login"]: user["name"] for user in truth["users"]}
    posts = [post for post in truth["posts"] if post["type"] == "post" and post["status"] == "publish"]
    shown = [
        post
        for post in posts
        if post["author"] in names and f"/{post['date'][:10].replace('-', '/')}/" in post["permalink"]
    ]
    printed = dict(_printed())
    return [
        Known(post["permalink"], ([names[post["author"]].lower()], printed[post["id"]]), post["date"][:10])
        for post in shown[::EVERY]
    ]


def _printed() -> Iterator[tuple[int, list[str]]]:
    """Whom the expected archive credits with each document's words."""
    for page in (FIXTURES / "gazette" / "archive").rglob("*.md"):
        record = json.loads(page.with_suffix(".json").read_bytes())
        writers = [byline for byline in record["authors"] if byline["role"].startswith(WRITERS)]
        yield record["id"], [byline["name"].lower() for byline in writers]


def pages(known: list[Known], theme: str, clutter: str) -> Iterator[tuple[Known, _Element]]:
    """The pages that are there; an address of a plugin that isn't is redirected."""
    with session(Theme=theme, Clutter=clutter) as web:
        for post in known:
            answer = web.get(post.url, timeout=60, allow_redirects=False)
            if answer.status_code == 200:
                yield post, parse_page(answer.text)


def signed(page: _Element) -> list[str]:
    """The authors that a page names, the paper itself only for want of others, in small letters."""
    names = [author.name.lower() for author in authors_in_page(page)]
    return [name for name in names if name != PAPER.lower()] or names


@pytest.mark.parametrize(("theme", "clutter"), [*((theme, "on") for theme in THEMES), *TELLING])
def test_pages_tell_author_and_day(theme: str, clutter: str, known: list[Known]) -> None:
    right: dict[str, list[str]] = {"authors": [], "days": []}
    asked = 0
    for post, page in pages(known, theme, clutter):
        asked += 1
        day = next(dates_in_page(page), None)
        right["authors"] += [post.url] * (signed(page) in post.authors)
        right["days"] += [post.url] * (day is not None and day.edtf[:10] == post.day)
    shares = {kind: len(urls) / asked for kind, urls in right.items()}
    print(f"\n{theme}, clutter {clutter}: {asked} pages, {shares}")
    assert asked > len(known) * 0.9
    assert {kind: share for kind, share in shares.items() if share < FLOORS[kind]} == {}


def test_a_page_that_tells_nothing_is_dated_by_its_address_and_signed_by_what_it_prints(known: list[Known]) -> None:
    for post, page in pages(known, *MUTE):
        assert next(dates_in_page(page, post.url)).edtf == post.day, post.url
        assert signed(page) in ([], *post.authors), post.url
