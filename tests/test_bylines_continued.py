"""Bylines on several lines: a "by" above its name, a second name below the first, several in one paragraph."""

from __future__ import annotations

import pytest

from migrator.normalise.bylines.glance import printed_credits
from migrator.writers.html import html
from tests.test_bylines_body import TEXT, credited

BODIES = {
    "the name below its by": ("<p>By</p><p>Jane Doe</p>" + TEXT, TEXT, "Jane Doe writer body"),
    "the name behind a break": ("<p><em>By:<br>Jane Doe</em></p>" + TEXT, TEXT, "Jane Doe writer body"),
    "a name and its title below the by": (
        "<h5>Written by</h5><p>Jane Doe, News Editor</p>" + TEXT,
        TEXT,
        "Jane Doe writer body",
    ),
    "each name below what they did": (
        "<p>Story by<br>Jane Doe<br>Photos by<br>Ann Poe</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; Ann Poe photographer body",
    ),
    "the name below another language's by": (
        "<p>Von</p><p>Jörg van der Heide</p>" + TEXT,
        TEXT,
        "Jörg van der Heide writer body",
    ),
    "the name below a by at the end": (TEXT + "<p>By</p><p>Jane Doe</p>", TEXT, "Jane Doe writer body"),
    "two kinds of work in one paragraph": (
        "<p>By Jane Doe<br>Photos by Ann Poe</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; Ann Poe photographer body",
    ),
    "two kinds of work before the text of the same paragraph": (
        "<p>By Jane Doe<br>Photos by Ann Poe<br>The council met.</p>" + TEXT,
        "<p>The council met.</p>\n" + TEXT,
        "Jane Doe writer body; Ann Poe photographer body",
    ),
    "two kinds of work, and who reported more, in one paragraph": (
        "<p>By Jane Doe<br>Photos by Ann Poe<br>Additional reporting by John Roe</p>" + TEXT,
        "<p>Additional reporting by John Roe</p>\n" + TEXT,
        "Jane Doe writer body; Ann Poe photographer body; John Roe contributor body",
    ),
    "the second on the next line": (
        "<p>By Jane Doe</p><p>and John Roe</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; John Roe writer body",
    ),
    "the second behind a break": (
        "<p>By Jane Doe<br>&amp; John Roe</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; John Roe writer body",
    ),
    "the second below an and": (
        "<p>By Jane Doe and</p><p>John Roe</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; John Roe writer body",
    ),
    "the second below the first one's title": (
        "<p>By Jane Doe</p><p>News Editor</p><p>with John Roe</p><p>Staff Writer</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; John Roe writer body",
    ),
    "a second and a third": (
        "<p>By Jane Doe,<br>John Roe<br>and Ann Poe</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; John Roe writer body; Ann Poe writer body",
    ),
    "no name below a by": (
        "<p>By</p><p>The Numbers</p>" + TEXT,
        "<p>By</p>\n<p>The Numbers</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a place below a by": (
        "<p>By</p><p>Los Angeles</p>" + TEXT,
        "<p>By</p>\n<p>Los Angeles</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a text below a by": ("<p>By</p>" + TEXT, "<p>By</p>\n" + TEXT, "Ruth Hollis writer dc:creator"),
    "a name below a word that needs a colon": (
        "<p>Story</p><p>Jane Doe, Staff Writer</p>" + TEXT,
        "<p>Story</p>\n" + TEXT,
        "Jane Doe writer body",
    ),
    "a picture's maker below their by": (
        "<p>Photos by</p><p>Ann Poe</p>" + TEXT,
        "<p>Photos by</p>\n<p>Ann Poe</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "who wrote a book below its title and a by": (
        "<p><em>The Long Winter</em></p><p>by</p><p>Harper Roe</p>" + TEXT,
        "<p><em>The Long Winter</em></p>\n<p>by</p>\n<p>Harper Roe</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "a by in the middle": (
        TEXT * 3 + "<p>By</p><p>Jane Doe</p>" + TEXT * 3,
        "\n".join([TEXT] * 3 + ["<p>By</p>\n<p>Jane Doe</p>"] + [TEXT] * 3),
        "Ruth Hollis writer dc:creator",
    ),
    "each of several texts keeps its by and name": (
        "<p>Best film</p><p>By</p><p>Jane Doe</p>" + TEXT * 3 + "<p>Best song</p><p>By</p><p>John Roe</p>" + TEXT * 3,
        "\n".join(
            (
                *("<p>Best film</p>\n<p>By</p>\n<p>Jane Doe</p>", *[TEXT] * 3),
                *("<p>Best song</p>\n<p>By</p>\n<p>John Roe</p>", *[TEXT] * 3),
            )
        ),
        "Jane Doe writer body",
    ),
    "an and below a by": (
        "<p>By</p><p>and Editorial Board</p>" + TEXT,
        "<p>By</p>\n<p>and Editorial Board</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "another by below a by": (
        "<p>By</p><p>Por José Álvarez</p>" + TEXT,
        "<p>By</p>\n" + TEXT,
        "José Álvarez writer body",
    ),
    "an and that goes on": (
        "<p>By Jane Doe</p><p>and John Roe met there.</p>" + TEXT,
        "<p>and John Roe met there.</p>\n" + TEXT,
        "Jane Doe writer body",
    ),
    "an and without a name": (
        "<p>By Jane Doe</p><p>and the council</p>" + TEXT,
        "<p>and the council</p>\n" + TEXT,
        "Jane Doe writer body",
    ),
    "a title that begins with another language's and": (
        "<p>By Jane Doe</p><p>En Vogue Returns</p>" + TEXT,
        "<p>En Vogue Returns</p>\n" + TEXT,
        "Jane Doe writer body",
    ),
    "a title that begins with With": (
        "<p>By Jane Doe</p><p>With Honor Roll</p>" + TEXT,
        "<p>With Honor Roll</p>\n" + TEXT,
        "Jane Doe writer body",
    ),
    "an And with a capital": (
        "<p>By Jane Doe</p><p>And John Roe</p>" + TEXT,
        TEXT,
        "Jane Doe writer body; John Roe writer body",
    ),
    "an and below no byline": (
        "<p>The council</p><p>and John Roe</p>" + TEXT,
        "<p>The council</p>\n<p>and John Roe</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "two mere names": (
        "<p>Jane Doe</p><p>and John Roe</p>" + TEXT,
        "<p>Jane Doe</p>\n<p>and John Roe</p>\n" + TEXT,
        "Ruth Hollis writer dc:creator",
    ),
    "who helped on the next line": (
        "<p>By Jane Doe</p><p>with reporting by John Roe</p>" + TEXT,
        "<p>with reporting by John Roe</p>\n" + TEXT,
        "Jane Doe writer body; John Roe contributor body",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_byline_may_take_several_lines(name: str) -> None:
    content, expected, authors = BODIES[name]
    post = credited(content)
    assert html(post.tree).strip() == expected
    assert "; ".join(f"{one.name} {one.role} {one.source}" for one in post.authors) == authors


@pytest.mark.parametrize(
    ("between", "names"),
    [
        ("", ["Jane Doe", "John Roe"]),
        ("<p>Staff Writer</p>", ["Jane Doe", "John Roe"]),
        ("<p>The players are</p>", ["Jane Doe"]),
        (TEXT, ["Jane Doe"]),
    ],
)
def test_the_index_takes_an_and_for_more_of_a_byline_only_right_below_it(between: str, names: list[str]) -> None:
    printed = printed_credits(f"<p>By Jane Doe</p>{between}<p>and John Roe</p>" + TEXT * 20)
    assert [credit.name for credit in printed] == names
