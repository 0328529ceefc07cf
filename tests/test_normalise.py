"""Each case in tests/cases/normalise.md: a story of a small newspaper, through the steps that settle its addresses."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from lxml.etree import _Element

from migrator.clean.canon import canonicalise
from migrator.markup.html import parse
from migrator.normalise.images import images
from migrator.normalise.lazy import lazy
from migrator.normalise.links import links
from tests.newspaper import march, newspaper
from tests.test_cases import CASES, SHOWN, Case, read_cases

SITE = newspaper()
ALL = read_cases(CASES / "normalise.md")
CANON = ("canon", "image.lazy", "image.noscript")
"""Rules of which other cases tell the entries."""


@pytest.mark.parametrize("case", ALL, ids=[case.name for case in ALL])
def test_case(case: Case) -> None:
    post = march(case.content, SITE)
    for step in (lazy, canonicalise, images, links):
        step(post, SITE)
    assert spelled(post.tree) == spelled(parse(case.expected))
    if case.ledger is not None:
        lines = [
            f"{entry.rule} {entry.action} {entry.before[:SHOWN]}".strip()
            for entry in post.entries
            if not entry.rule.startswith(CANON)
        ]
        assert lines == [line.strip() for line in case.ledger.strip().splitlines()]


def spelled(tree: _Element) -> str:
    for element in tree.iter("img"):
        attributes = sorted(element.attrib.items())
        element.attrib.clear()
        element.attrib.update(attributes)
    return re.sub(r">\s+<", "><", etree.tostring(tree, encoding="unicode").strip())
