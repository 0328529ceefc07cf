from __future__ import annotations

from collections import Counter

import pytest

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.markup.plain_blocks import without_plain_blocks
from migrator.options import Options
from migrator.writers.html import html
from tests.sites import make_post, make_site

CONTENT = """<!-- wp:heading {"level":3,"style":{"color":{"text":"#fff"}}} -->
<h3>Head</h3>
<!-- /wp:heading -->

<!-- wp:list -->
<ul><!-- wp:list-item -->
<li>one</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:paragraph -->
<p>Words</p>
<!-- /wp:paragraph -->"""


def test_only_the_comments_go() -> None:
    text, counts = without_plain_blocks(CONTENT)
    assert "<!--" not in text
    assert text.split() == "<h3>Head</h3> <ul> <li>one</li> </ul> <p>Words</p>".split()
    names = ("heading", "list", "list-item", "paragraph")
    assert counts == Counter({("block", f"core/{name}"): 1 for name in names})


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- wp:image -->",
        "<!-- wp:paragraph-plus -->",
        "<!-- wp:acme/paragraph -->",
        '<!-- wp:paragraph {"placeholder":"a --> b"} -->',
        "<!--wp:paragraph-->",
        "<!-- wp:paragraph words -->",
    ],
)
def test_every_other_comment_stays(comment: str) -> None:
    assert without_plain_blocks(comment) == (comment, Counter())


def test_a_sites_own_rule_finds_plain_blocks() -> None:
    rule = {"name": "own.lists", "verb": "drop", "keys": ["wp:list"]}
    for rules, expected in (((), "<ul>"), ((rule,), None)):
        site = make_site(options=Options(rules=rules))
        post = make_post(CONTENT, site)
        assert post.tallies["block", "core/list-item"] == 1
        clean(post, site)
        canonicalise(post, site)
        assert ("<ul>" in html(post.tree)) == (expected is not None)
        assert "<p>Words</p>" in html(post.tree)
