"""No known shortcode, builder's tag, block comment or widget's label is left in any Markdown."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from migrator.errors import SourceError
from tests.offenders import CORPUS, LABELS, offenders_in, offenders_of

FIXTURES = Path(__file__).parent.parent / "fixtures"
SAMPLE = 6
"""Of the corpus every so manieth export is in the suite; EXAMPLES has them all."""


@pytest.mark.parametrize("name", ["gazette", "split"])
def test_nothing_is_left_in_our_own_sites(name: str) -> None:
    assert offenders_of(sorted((FIXTURES / name).glob("*.xml"))) == []


def exports() -> list[Path]:
    return sorted(CORPUS.glob("*.xml"))[:: 1 if "EXAMPLES" in os.environ else SAMPLE]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus of real exports here")
@pytest.mark.parametrize("path", exports(), ids=lambda path: path.name)
def test_nothing_is_left_in_exports_of_the_wild(path: Path) -> None:
    try:
        found = offenders_of([path])
    except SourceError as error:
        pytest.skip(str(error))
    assert found == []


@pytest.mark.parametrize(
    ("markdown", "kind", "words"),
    [
        ('See [gallery ids="1,2"] there.', "shortcode", '[gallery ids="1,2"]'),
        ("\\[vc_row]\n\nWords.", "shortcode", "[vc_row]"),
        ("Words\\[/et_pb_text\\]", "shortcode", "[/et_pb_text\\]"),
        ("[button url=“/a”]Go", "shortcode", "[button url=“/a”]"),
        ("<!-- wp:paragraph -->\n\nWords.", "block", "<!-- wp:paragraph -->"),
        ("> \\<!-- /wp:group -->", "block", "\\<!-- /wp:group -->"),
        ("Words.\n\n**Share this:**", "label", "Share this:"),
        ("---\ntitle: x\n---\n\nWords.\n\n- Like this:\n", "label", "Like this:"),
    ],
)
def test_an_offender_is_found(markdown: str, kind: str, words: str) -> None:
    assert list(offenders_in(markdown, "")) == [(kind, words)]


@pytest.mark.parametrize(
    "markdown",
    [
        "`[gallery]` makes ``[audio]`` and <code>[vc_row]</code>.",
        "```\n[gallery]\n<!-- wp:group -->\n```",
        "> ````php\n> [vc_row]\n> ````",
        "<pre><code>[gallery]\n\n[audio]</code></pre>",
        '---\ntitle: "[gallery]"\n---\n\nWords.',
        "[gallery](https://example.org/) and [sic] and [button] and [1]",
        "Share this:\n\nit is a phrase with a story behind it.",
    ],
)
def test_prose_and_code_are_no_offenders(markdown: str) -> None:
    assert list(offenders_in(markdown, "")) == []


def test_what_an_author_escaped_is_text() -> None:
    assert list(offenders_in("Write [gallery] for pictures.", "Write [[gallery]] for pictures.")) == []


def test_labels_are_those_of_the_rules() -> None:
    assert {"Share this:", "Like this:"} <= LABELS
