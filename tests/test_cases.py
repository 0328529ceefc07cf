"""Each case in tests/cases/<family>.md: content in, canonical HTML out, and what the ledger says of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.markup.html import parse
from migrator.normalise.lazy import lazy
from migrator.writers.html import html
from tests.sites import make_post, make_site

FAMILIES = """
    markup builders share widgets related feed forms page_parts untouched shortcodes shortcodes_plugins blocks embeds
    embeds_lines embeds_getty embeds_widgets embeds_consent embeds_shortcodes embeds_blocks code footnotes math debris
    shown languages
""".split()
CASES = Path(__file__).parent / "cases"
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
SHOWN = 60


class Case(NamedTuple):
    name: str
    content: str
    expected: str
    ledger: str | None


def read_cases(path: Path) -> list[Case]:
    parts = _SECTION.split(path.read_text("utf-8"))
    cases = []
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        blocks = [(kind, body) for _, kind, body in _FENCE.findall(text)]
        ledger = next((body for kind, body in blocks if kind == "ledger"), None)
        content, expected = [body for kind, body in blocks if kind != "ledger"]
        cases.append(Case(name.strip(), content.removesuffix("\n"), expected, ledger))
    return cases


ALL = [
    (f"{path.stem}: {case.name}", case)
    for family in FAMILIES
    if (path := CASES / f"{family}.md").exists()
    for case in read_cases(path)
]


@pytest.mark.parametrize("case", [case for _, case in ALL], ids=[name for name, _ in ALL])
def test_case(case: Case) -> None:
    site = make_site()
    post = make_post(case.content, site)
    for step in (clean, lazy, canonicalise):
        step(post, site)
    assert folded(html(post.tree)) == folded(html(parse(case.expected)))
    if case.ledger is not None:
        lines = [f"{entry.rule} {entry.action} {entry.before[:SHOWN]}".strip() for entry in post.entries]
        assert lines == [line.strip() for line in case.ledger.strip().splitlines()]


def folded(text: str) -> str:
    return re.sub(r">\s+<", "><", text.strip())
