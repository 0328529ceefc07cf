"""Each case in tests/cases/repairs/<family>.md: items as they stand in a broken export, the fields read, the ledger.

A case has a fence `xml` (UTF-8 text) or `bytes` (with `\\xNN` for a byte), a fence `fields` with one line of JSON an
item (the fields that are not empty), and, if anything was mended, a fence `ledger` with one line an entry:
the item's number (`-` for the file), rule, action, where, and text before and after as JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from migrator.model import Entry, Record
from migrator.sources.wxr import open_export, read_item
from tests.exports import wxr

FOLDER = Path(__file__).parent / "cases" / "repairs"
EMPTY = Record()
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BYTE = re.compile(r"\\x([0-9a-f]{2})")


class Case(NamedTuple):
    name: str
    source: bytes
    fields: str
    ledger: str


def cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("*.md")):
        _, *sections = _SECTION.split(file.read_text("utf-8"))
        for name, body in zip(sections[::2], sections[1::2], strict=True):
            fences = dict(_FENCE.findall(body))
            source = fences["xml"].encode() if "xml" in fences else escaped(fences["bytes"])
            yield Case(f"{file.stem}: {name}", source.removesuffix(b"\n"), fences["fields"], fences.get("ledger", ""))


def escaped(text: str) -> bytes:
    return _BYTE.sub(lambda match: chr(int(match[1], 16)), text).encode("latin-1")


def shown(record: Record) -> str:
    found: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in ("source", "position", "repairs") and value != getattr(EMPTY, field.name):
            found[field.name] = [plain(member) for member in value] if isinstance(value, list) else value
    return json.dumps(found, ensure_ascii=False)


def plain(member: Any) -> Any:
    if not hasattr(member, "__dataclass_fields__"):
        return member
    return {name: value for name, value in asdict(member).items() if value}


def line(number: int | str, entry: Entry) -> str:
    before, after = (json.dumps(side, ensure_ascii=False) for side in (entry.before, entry.after))
    return f"{number} {entry.rule} {entry.action} {entry.where or '-'} {before} {after}"


def read(source: bytes, folder: Path) -> tuple[str, str]:
    path = folder / "export.xml"
    path.write_bytes(wxr(source))
    export = open_export([path])
    records = [read_item(raw) for batch in export.batches() for raw in batch]
    ledger = [line("-", entry) for entry in export.repairs]
    ledger += [line(record.position, entry) for record in records for entry in record.repairs]
    return "".join(f"{shown(record)}\n" for record in records), "".join(f"{entry}\n" for entry in ledger)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    assert read(case.source, tmp_path) == (case.fields, case.ledger)
