"""The paragraphs of classic content are those that WordPress itself makes."""

import random
import re
from pathlib import Path

import pytest

from migrator.markup.autop import autop
from tests.classic import PIECES, letters, mark, shape, unmark
from tests.test_cases import read_cases
from tests.wordpress import oracle

CASES = read_cases(Path(__file__).parents[1] / "cases" / "autop.md")
TEXTS = 600
LONGEST = 25

DIFFERENCES = {
    "blocks, breaks or blank lines within a script, style, drawing or formula are left alone": (
        re.compile(r"<(script|style|svg|math)\b(?:(?!</\1>).)*?(?:<br|<p\b|<div|\n\s*\n|<math.*\n)", re.DOTALL),
        "<script>\none();\n\n'<div>two</div>'</script>",
    ),
    "frames get no tags": (
        re.compile(r"<iframe\b(?:(?!</iframe>).)*\n", re.DOTALL),
        "<iframe>one\ntwo\n\nthree</iframe>",
    ),
    "code in capitals is code": (re.compile("<PRE"), "<PRE>one\n\ntwo</PRE>"),
    "an end of code too many ends nothing that follows": (
        re.compile(r"<pre.*</pre>(?:(?!<pre).)*</pre>", re.DOTALL),
        "<pre>one<pre>two</pre>three</pre>four",
    ),
    "a script's line ends are none of the item's in which it stands": (
        re.compile(r"<li\b[^\n]*<script>"),
        "<li>one<script>\ntwo();\n</script>",
    ),
    "a line end within a quotation's tag leaves it a tag": (
        re.compile(r"<blockquote\s*\n", re.IGNORECASE),
        '<blockquote\ncite="a">one</blockquote>',
    ),
}
"""Where ours is better on purpose: content that has it, and an example."""


def differs(text: str) -> bool:
    return any(pattern.search(text) for pattern, _ in DIFFERENCES.values())


def rendered(texts: list[str]) -> list[str]:
    answers = oracle.render(texts, "wpautop")
    assert None not in answers and len(answers) == len(texts)
    return [answer or "" for answer in answers]


def test_cases_are_what_wordpress_prints() -> None:
    assert [html.rstrip("\n") for html in rendered([case.content for case in CASES])] == [
        case.expected.rstrip("\n") for case in CASES
    ]


def test_generated_content_has_the_same_paragraphs() -> None:
    chance = random.Random(1)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(1, LONGEST))) for _ in range(TEXTS)]
    for text, theirs in zip(texts, rendered(texts), strict=True):
        ours = unmark(autop(mark(text)))
        assert letters(ours) == letters(theirs), text
        assert differs(text) or shape(ours) == shape(theirs), text


@pytest.mark.parametrize("example", [example for _, example in DIFFERENCES.values()], ids=DIFFERENCES)
def test_differences_are_true_and_lose_no_letter(example: str) -> None:
    [theirs] = rendered([example])
    assert differs(example)
    assert shape(autop(example)) != shape(theirs)
    assert letters(autop(example)) == letters(example)
