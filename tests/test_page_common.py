"""What many pages of a site share is the site's."""

from __future__ import annotations

from migrator.markup.html import parse_page
from migrator.sources.capture.visit import Visit
from migrator.sources.pages.common import common_blocks, drop_common
from migrator.sources.pages.page import read_page

MENU = "<div><ul><li><a href='/news/'>News</a></li><li><a href='/sports/'>Sports</a></li></ul></div>"
TERMS = '<p>Filed under <a rel="category tag" href="/category/news/">News</a></p>'
AUTHOR = '<div class="author-line">By Jane Doe</div>'


def visit(number: int, host: str = "gazette.example.edu") -> Visit:
    text = f"<p>Story {number} tells of fire number {number}, and of what became of it in the end.</p>"
    html = f"<html><body>{MENU}<div>{AUTHOR}<p>We thank our readers.</p>{text}{TERMS}</div></body></html>"
    return Visit(f"https://{host}/{number}/", body=html.encode())


def test_what_many_pages_share_is_dropped_but_for_what_tells_of_the_document() -> None:
    common = common_blocks(map(visit, range(6)))["gazette.example.edu"]
    page = parse_page(visit(7).body.decode())
    body = page.find("body")
    assert body is not None
    entries = drop_common(body, common)
    assert [(entry.rule, entry.action, entry.before) for entry in entries] == [
        ("page.common", "removed", "News </news/> Sports </sports/>"),
        ("page.common", "removed", "We thank our readers."),
    ]
    left = "".join(body.itertext())
    assert "By Jane Doe" in left and "Filed under News" in left and "Story 7" in left


def test_a_few_pages_tell_nothing() -> None:
    assert common_blocks(map(visit, range(4))) == {"gazette.example.edu": frozenset()}


def test_each_site_has_its_own() -> None:
    found = common_blocks([*map(visit, range(6)), visit(1, "www.other.example")])
    assert found["other.example"] == frozenset()
    assert found["gazette.example.edu"]


def test_a_page_tells_in_the_ledger_what_was_its_site_s() -> None:
    common = common_blocks(map(visit, range(6)))["gazette.example.edu"]
    read = read_page(visit(7), common)
    assert "page.common" in {entry.rule for entry in read.record.repairs}
    assert "News</a></li>" not in read.record.content


def test_a_page_keeps_its_own_attributes_however_it_is_read() -> None:
    for program in ("", "<script>if (a < b && c) {}</script>", '<svg xmlns="http://www.w3.org/2000/svg"></svg>'):
        page = parse_page(f'<html lang="de" class="no-js"><body>{program}<p>Text</p></body></html>')
        assert (page.get("lang"), page.get("class")) == ("de", "no-js")


def test_pieces_of_a_body_that_say_what_a_menu_says_are_the_bodys() -> None:
    common = common_blocks(map(visit, range(6)))["gazette.example.edu"]
    lists = "<ul><li>News</li><li>Arts</li></ul><div class='wp-block-button'><a href='/give/'>News</a></div>"
    page = parse_page(f"<body>{MENU}<div class='entry-content'>{lists}</div></body>")
    body = page.find("body")
    assert body is not None
    assert [entry.before for entry in drop_common(body, common)] == ["News </news/> Sports </sports/>"]
