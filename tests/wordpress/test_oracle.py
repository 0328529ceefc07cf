"""The real WordPress answers as one does, and the fixtures are what it makes today."""

import json
import re
from pathlib import Path

from tests.wordpress import oracle
from tests.wordpress.make_fixtures import is_kept, timeless

GAZETTE = Path(__file__).parents[2] / "fixtures" / "gazette"
# What differs between two releases of the same Debian: WordPress's version, and how well its libraries compress.
RELEASE = re.compile(rb'generator="WordPress/[\d.]+"|\?v=[\d.]+|s:8:"filesize";i:\d+;')


def test_content_is_rendered_by_the_mode() -> None:
    text = '"One"\n\n[audio src="a.mp3"]'
    assert oracle.render([text], "wpautop") == ['<p>"One"</p>\n<p>[audio src="a.mp3"]</p>\n']
    assert oracle.render(['"One"'], "texturize") == ["&#8220;One&#8221;"]
    [full] = oracle.render([text], "full")
    assert full is not None
    assert full.startswith("<p>&#8220;One&#8221;</p>\n") and "<audio " in full


def test_one_text_leaves_no_trace_in_the_next() -> None:
    blocks, classic = "<!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph -->", '[audio src="a.mp3"]\n\nb'
    assert oracle.render([classic, blocks, classic], "full")[2] == oracle.render([classic], "full")[0]


def test_content_fatal_to_wordpress_is_none() -> None:
    assert oracle.render(['[caption]<img src="a.jpg" /> b[/caption]', "c"], "full") == [None, "<p>c</p>\n"]


def test_export_fixture_is_what_wordpress_exports(tmp_path: Path) -> None:
    oracle.export(tmp_path / "export.xml")
    made, kept = (tmp_path / "export.xml").read_bytes(), (GAZETTE / "export.xml").read_bytes()
    assert RELEASE.sub(b"", made).splitlines() == RELEASE.sub(b"", kept).splitlines()


def test_truth_fixture_is_what_wordpress_shows() -> None:
    kept = json.loads((GAZETTE / "truth.json").read_bytes())
    made = {str(post["id"]): timeless(post["rendered"]) for post in oracle.truth()["posts"] if is_kept(post)}
    assert made == {number: document["rendered"] for number, document in kept.items()}
