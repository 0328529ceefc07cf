from __future__ import annotations

import pytest

from migrator.markup.text import plain
from migrator.model import Term, TermRef
from migrator.normalise.terms import terms
from tests.sites import bare_post, make_site

SITE = make_site(
    terms=(
        Term("category", "arts", "Arts &amp; Culture", 8),
        Term("category", "%ed%95%9c%ea%b5%ad", "한국", 15, parent="%ec%84%b8%ea%b3%84"),
        Term("category", "rowing", "Women's Rowing", 10, parent="sports", description="Boats"),
    )
)


def read(*refs: TermRef) -> tuple[list[Term], list[str]]:
    post = bare_post(SITE, terms=list(refs))
    terms(post, SITE)
    return post.terms, [f"{entry.rule} {entry.where}: {entry.before} -> {entry.after}" for entry in post.entries]


@pytest.mark.parametrize(
    ("ref", "term"),
    [
        (TermRef("category", "arts", "Arts &amp; Culture"), Term("category", "arts", "Arts & Culture", 8)),
        (TermRef("category", "%ed%95%9c%ea%b5%ad", "한국"), Term("category", "한국", "한국", 15, parent="세계")),
        (
            TermRef("category", "rowing", "Women's Rowing"),
            Term("category", "rowing", "Women's Rowing", 10, "sports", "Boats"),
        ),
        (TermRef("post_tag", "c-sharp", "C# &lt;3"), Term("post_tag", "c-sharp", "C# <3")),
        (TermRef("post_tag", "", "No Slug"), Term("post_tag", "no-slug", "No Slug")),
        (TermRef("issue", "vol-112", ""), Term("issue", "vol-112", "vol-112")),
    ],
)
def test_a_term_has_its_readable_name_and_its_place(ref: TermRef, term: Term) -> None:
    assert read(ref) == ([term], [])


def test_each_term_comes_once_in_the_order_of_the_source() -> None:
    found, _ = read(TermRef("post_tag", "b", "B"), TermRef("category", "arts", ""), TermRef("post_tag", "b", "B"))
    assert [term.slug for term in found] == ["b", "arts"]


@pytest.mark.parametrize("taxonomy", ["post_format", "nav_menu", "wp_theme"])
def test_what_wordpress_says_by_terms_is_no_term(taxonomy: str) -> None:
    assert read(TermRef(taxonomy, "post-format-aside", "Aside")) == ([], [])


def test_credits_are_persons_but_a_sites_own_taxonomy_stays() -> None:
    found, _ = read(TermRef("author", "cap-rhollis", "rhollis"), TermRef("author", "melville", "Herman Melville"))
    assert [term.name for term in found] == ["Herman Melville"]


def test_another_name_than_the_headers_is_reported() -> None:
    assert read(TermRef("category", "arts", "The Arts"))[1] == [
        "term.renamed term category/arts: The Arts -> Arts & Culture"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q&amp;A", "Q&A"),
        ("AT&T &#8211; it&rsquo;s", "AT&T – it’s"),
        ("A <em>new</em> <!-- x -->era", "A new era"),
        ("3 < 4 and 5 > 2", "3 < 4 and 5 > 2"),
        ("&lt;b&gt;", "<b>"),
        ("&amp;amp;", "&amp;"),
        (" two\n lines\t", "two lines"),
        ("10\xa0km", "10\xa0km"),
        ("", ""),
    ],
)
def test_a_title_is_plain_text(text: str, expected: str) -> None:
    assert plain(text) == expected
