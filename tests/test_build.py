from __future__ import annotations

import pytest
from lxml.etree import _Element, tostring

from migrator.markup.build import fragment, read
from migrator.markup.reusable import MOST_REUSED
from migrator.model import Record
from migrator.site import Site
from tests.sites import make_post, make_site


def html(tree: _Element) -> str:
    return tostring(tree, encoding="unicode").removeprefix("<body>").removesuffix("</body>").strip()


def reusable(number: int, content: str) -> Record:
    return Record(id=number, type="wp_block", status="publish", title=f"Block {number}", content=content)


def test_classic_content_gets_paragraphs_and_content_with_blocks_does_not() -> None:
    assert html(read("one\ntwo\n\nthree")) == "<p>one<br/>\ntwo</p>\n<p>three</p>"
    assert html(read("<!-- wp:x /-->one\n\ntwo")).endswith("one\n\ntwo")


def test_a_shortcode_block_gets_paragraphs() -> None:
    content = "<!-- wp:shortcode -->\none\n\n[gallery]\n<!-- /wp:shortcode -->two\n\nthree<!-- wp:shortcode /-->"
    block, void = read(content)
    assert [child.tag for child in block] == ["p", "p"]
    assert block[1][0].get("name") == "gallery"
    assert block.tail == "two\n\nthree"
    assert void.get("name") == "core/shortcode"
    assert len(void) == 0


def test_code_in_a_shortcode_gets_no_paragraphs() -> None:
    (code,) = read("[php]\na < b\n\n[gallery]\n[/php]").iter("wp-shortcode")
    assert code.text == "\na < b\n\n[gallery]\n"


def test_a_shortcode_over_several_paragraphs_holds_them() -> None:
    box = read("[su_box]\none\n\ntwo\n[/su_box]\n\nthree")[0]
    assert box.get("name") == "su_box"
    assert [child.text for child in box] == ["one", "two"]


def test_characters_that_xml_forbids_are_left_out() -> None:
    post = make_post('a\x0bb [box a="\x01c"]\x00')
    assert "".join(post.tree.itertext()).strip() == "ab"
    assert next(post.tree.iter("wp-shortcode")).get("source") == '[box a="c"]'


def test_shortcodes_and_blocks_are_counted() -> None:
    post = make_post(
        "<!-- wp:paragraph --><p>[gallery][gallery][/caption]</p><!-- /wp:paragraph --><!-- wp:ns/x /-->\nhttp://a.b"
    )
    assert dict(post.tallies) == {("block", "core/paragraph"): 1, ("block", "ns/x"): 1, ("shortcode", "gallery"): 2}


@pytest.fixture(scope="module")
def site() -> Site:
    return make_site(
        reusable(10, "<!-- wp:paragraph --><p>ten</p><!-- /wp:paragraph -->"),
        reusable(11, '<!-- wp:block {"ref":10} /--><!-- wp:block {"ref":12} /-->'),
        reusable(12, '<!-- wp:paragraph --><p>twelve</p><!-- /wp:paragraph --><!-- wp:block {"ref":11} /-->'),
        reusable(13, "classic\n\ncontent [gallery]"),
        *(reusable(20 + n, f'<!-- wp:block {{"ref":{21 + n}}} /-->' * 3) for n in range(9)),
    )


def test_a_reusable_block_is_filled_in_and_told(site: Site) -> None:
    post = make_post('<!-- wp:block {"ref":10} /-->', site)
    (block,) = post.tree
    assert html(block[0]).startswith('<div><wp-block name="core/paragraph"')
    assert "".join(post.tree.itertext()) == "ten"
    (entry,) = post.entries
    assert (entry.rule, entry.action, entry.before) == ("block.reusable", "added", "")
    assert "ten" in entry.after
    assert post.tallies["block", "core/paragraph"] == 1


def test_reusable_blocks_lie_in_each_other_but_not_in_themselves(site: Site) -> None:
    post = make_post('<!-- wp:block {"ref":11} /-->', site)
    assert "".join(post.tree.itertext()) == "tentwelve"
    assert [entry.action for entry in post.entries] == ["added", "added", "added", "warned"]
    assert '{"ref":11}' in post.entries[-1].before


def test_classic_text_of_a_reusable_block_gets_paragraphs_and_shortcodes(site: Site) -> None:
    post = make_post('<!-- wp:block {"ref":13} /-->', site)
    assert [p.text for p in post.tree.iter("p")] == ["classic", "content "]
    assert post.tallies["shortcode", "gallery"] == 1


@pytest.mark.parametrize("values", ['{"ref":99}', '{"ref":"x"}', "{}", '{"ref":', '{"ref":1}'])
def test_a_block_that_is_not_there_stays_with_a_warning(site: Site, values: str) -> None:
    post = make_post(f"<!-- wp:block {values} /-->", site)
    (block,) = post.tree
    assert (block.get("name"), len(block)) == ("core/block", 0)
    (entry,) = post.entries
    assert (entry.rule, entry.action) == ("block.reusable", "warned")
    assert values in entry.before


def test_blocks_that_multiply_end(site: Site) -> None:
    post = make_post('<!-- wp:block {"ref":20} /-->', site)
    assert sum(entry.action == "added" for entry in post.entries) == MOST_REUSED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\r\ntwo\n \nthree", "<p>one<br/>two</p><p>three</p>"),
        ("\n\n[gallery] stays", "<p>[gallery] stays</p>"),
        ("", "<body/>"),
        ("a\x0bb", "<p>ab</p>"),
        ("a <b>b</b>\n\nc", "<p>a <b>b</b></p>\n<p>c</p>"),
        ("a &amp; b", "<p>a &amp; b</p>"),
    ],
)
def test_fragments_with_paragraphs(site: Site, text: str, expected: str) -> None:
    assert html(fragment(text, site, classic=True)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("one\n\ntwo", "one\n\ntwo"), ("a &amp; <b>b</b>", "a &amp; <b>b</b>"), ("", "<body></body>")],
)
def test_fragments_without_paragraphs(site: Site, text: str, expected: str) -> None:
    assert html(fragment(text, site, classic=False)) in (expected, "")
