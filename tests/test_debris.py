"""Characters put right in every field, and what tells debris from what is meant, where a case can't show it well."""

from __future__ import annotations

import time

import pytest

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.facts import headings
from migrator.fragments import body_of
from migrator.markup.characters import mended
from migrator.markup.mojibake import unscramble
from migrator.markup.word import mark_style_sheets
from migrator.options import Options
from migrator.writers.html import html
from tests.laws import restless
from tests.sites import bare_post, make_post, make_site

SITE = make_site()
TEXTS = (
    "Un café déjà vu",
    "It’s “fine” — really…",
    "Über eine Straße",
    "Привет мир, это новости",
    "今日は良い天気です。",
    "Hi 😀",
    "cœur, 50\xa0£ and 5° more",
    "Kutlayalım sevinçle, yıl Şu",
)


def scrambled(text: str, encoding: str) -> str:
    """Read UTF-8 as an encoding of one byte, the bytes that it has no sign for as control characters."""
    return "".join(bytes((byte,)).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_what_was_scrambled_is_read_back(text: str, encoding: str) -> None:
    assert unscramble(scrambled(text, encoding)) == text


@pytest.mark.parametrize("text", TEXTS)
def test_good_text_stays(text: str) -> None:
    assert unscramble(text) == text


@pytest.mark.parametrize("text", ["Un café déjà vu", "It’s “fine” — really…"])
def test_what_was_scrambled_twice_is_read_back(text: str) -> None:
    assert unscramble(scrambled(scrambled(text, "cp1252"), "cp1252")) == text


def test_text_that_is_scrambled_in_part_is_mended_only_when_much_of_it_is() -> None:
    assert unscramble("cafÃ© <b>“new”</b>") == "cafÃ© <b>“new”</b>"
    assert unscramble("cafÃ© dÃ©jÃ\xa0 Ã©tÃ© itâ€™s <b>“new”</b>") == "café déjà été it’s <b>“new”</b>"


def test_a_control_character_that_python_takes_for_a_line_end_is_three_dots() -> None:
    assert mended("wait\x85", "content", bare_post(SITE), SITE) == "wait…"


def test_a_change_that_makes_a_tag_is_told_with_all_words() -> None:
    post = bare_post(SITE)
    assert mended('One <img alt=\x85" ">', "content", post, SITE) == 'One <img alt=…" ">'
    assert [(entry.before.split()[0], entry.after.split()[0]) for entry in post.entries] == [("One", "One")]


def test_title_excerpt_and_comments_are_mended_and_told_of() -> None:
    post = make_post("", SITE, title="Un cafÃ©", excerpt="don\x92t <b>go</b>")
    headings(post, SITE)
    assert (post.title, post.excerpt) == ("Un café", "<p>don’t <strong>go</strong></p>")
    assert html(body_of("so\xadft", "comment 7", post, SITE)) == "<p>soft</p>"
    assert [(entry.rule, entry.where) for entry in post.entries] == [
        ("debris.mojibake", "title"),
        ("debris.control", "excerpt"),
        ("debris.invisible", "comment 7"),
    ]


@pytest.mark.parametrize(
    ("rule", "content"),
    [
        ("debris.mojibake", "<p>Un cafÃ©</p>"),
        ("debris.control", "<p>don\x92t</p>"),
        ("debris.invisible", "<p>so\xadft</p>"),
        ("debris.list", "<p>• One</p>\n<p>• Two</p>"),
        ("debris.table", "<table>\n<tbody>\n<tr>\n<td>One</td></tr>\n</tbody>\n</table>"),
    ],
)
def test_each_can_be_switched_off(rule: str, content: str) -> None:
    site = make_site(options=Options(disabled=frozenset((rule,))))
    post = make_post(content, site)
    clean(post, site)
    canonicalise(post, site)
    assert html(post.tree) == content
    assert not post.entries


@pytest.mark.parametrize(
    "content",
    [
        "<p>• One</p><p>• Two</p>",
        "• One<br><br>• Two",
        "We need: <br>• One <br>• <b>Two</b> <br> • Three",
        "<ul><li>We need:<br>• One<br>• Two</li></ul>",
        "<div>1.&nbsp;&nbsp; One</div><div>2.&nbsp;&nbsp; Two</div>",
        "<p>A&nbsp;&nbsp;b<br><br>&nbsp;&nbsp;C <b>&nbsp;d</b>&nbsp;</p>",
        "<p><span>a&nbsp;</span>&nbsp;b <em>c&nbsp; d</em></p>",
        "<table><tr><td>a<br><br>b</td><td>c</td></tr></table>",
        "<table><tr><td>a</td><td><script>x()</script></td></tr></table>",
        "<ul><li><table><tr><td>• a</td></tr></table></li></ul>",
        "<blockquote><table><tr><td>a</td></tr></table><p>b</p></blockquote>",
    ],
)
def test_clean_content_stays_as_it_is(content: str) -> None:
    assert restless(content, SITE) == []


@pytest.mark.parametrize("text", ["\xa0", "\u2003", "\u2028", "\n\u2003\n"])
def test_a_comment_of_spaces_only_is_empty(text: str) -> None:
    assert html(body_of(text, "comment 7", bare_post(SITE), SITE)) == ""


def test_ids_that_links_lead_to_keep_a_table() -> None:
    post = make_post('<p><a href="#here">Down</a></p><table><tr><td id="here">There</td></tr></table>', SITE)
    canonicalise(post, SITE)
    assert post.tree.find(".//td[@id='here']") is not None


@pytest.mark.parametrize(
    "text",
    [
        "/* Style Definitions */ " + "a b, " * 20_000,
        "Normal " + "0 <br> " * 5_000,
        "<code> Ã© " * 500 + "cafÃ©",
        "Ãª " * 20_000 + "cafÃ©",
        "a\xad " * 20_000,
    ],
    ids=["selectors", "settings", "open tags", "signs", "hyphens"],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    mark_style_sheets(mended(text, "content", bare_post(SITE), SITE))
    assert time.process_time() - began < 2
