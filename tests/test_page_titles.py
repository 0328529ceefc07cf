"""Which heading of a page is its title, where others or the site's lists say nearly the same."""

from __future__ import annotations

import pytest

from migrator.sources.capture.visit import Visit
from migrator.sources.pages.common import common_blocks
from migrator.sources.pages.page import read_page

TEXT = "<div class='entry-content'><p>The council met on Monday, and nothing was decided in the end.</p></div>"
NEXT = "<nav><p class='post-title'>Another story</p></nav>"


def title_of(title: str, heading: str, common: frozenset[bytes] = frozenset()) -> str:
    html = f"<title>{title} – The Gazette</title><body class='single postid-7'>{heading}{TEXT}{NEXT}</body>"
    return read_page(Visit("https://gazette.example/a/", body=html.encode()), common).record.title


@pytest.mark.parametrize("title", ["~", "🦦🦦🦦", "A story"])
def test_a_title_may_have_no_letters(title: str) -> None:
    assert title_of(title, f"<h1>{title}</h1>") == title


def test_a_link_in_a_title_makes_no_site_name_of_it() -> None:
    heading = "<h1 class='entry-title'>Review: <em>The Boat</em> — <a href='http://example.com'>a play</a></h1>"
    assert title_of("Review: The Boat — a play", heading) == "Review: The Boat — a play"


def test_a_title_that_all_pages_list_stays_the_title() -> None:
    listed = "<body><ul><li>Snow, and more of it</li></ul><p>Story {}</p></body>"
    visits = [Visit(f"https://gazette.example/{number}/", body=listed.format(number).encode()) for number in range(9)]
    common = common_blocks(visits)["gazette.example"]
    heading = "<header><h1 class='entry-title'>Snow, and more of it</h1></header>"
    assert title_of("Snow, and more of it", heading, common) == "Snow, and more of it"
