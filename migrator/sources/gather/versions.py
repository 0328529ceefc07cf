"""Answers of one document that say the same, whatever stands around it: one version, which its first answer stands for.

So a document that hasn't changed is told byte for byte as before, however often its site was captured since.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from migrator.model import Entry, Record

JOINED = "capture.joined"
"""The rule of answers of which a document has some fields, or none, while it has its text of another."""

_NAME = r"((?:wp-(?!image-)[\w-]+|gallery|modal|(?:audio|video)-\d+)-)\d+"
_COUNTED = re.compile(rf"(?<=[\"' ]){_NAME}(?=[\"'\s][^<>]*>)|(?<=[#.]){_NAME}(?=[\"'\s{{])")
"""Names of elements that WordPress counts anew in each answer, so that they depend on what else is in a list:
within tags, and in style sheets.

Source: core's calls of `wp_unique_id` (layouts, duotones, galleries), and the instances of its media shortcodes.
"""


def first_alike(records: Sequence[Record]) -> int:
    """Find in records of one document, the latest first, the earliest that says what the latest does; its place."""
    if len(records) == 1:
        return 0
    said = _said(records[0])
    return max(place for place, record in enumerate(records) if _said(record) == said)


def count_others(records: Sequence[Record]) -> int:
    """Count the versions of a document, besides that which the first record is of."""
    if len(records) == 1:
        return 0
    found: list[Record] = []
    for said in map(_said, records):
        if said not in found:
            found.append(said)
    return len(found) - 1


def is_alike(one: Record, other: Record) -> bool:
    """Whether two records say the same."""
    return _said(one) == _said(other)


def answer_beside(record: Record, road: str, better: str) -> list[Entry]:
    """Tell the ledger of an answer that became a part of a document whose text is of a better one."""
    at = record.capture
    return [Entry(JOINED, "skipped", at.url, "", f"{road}, {at.time}; the text is from {better}")] if at else []


def _said(record: Record) -> Record:
    """What a record says of its document, without where it was read and what was dropped around it."""
    return replace(record, content=_COUNTED.sub(r"\1\2", record.content), capture=None, repairs=[])
