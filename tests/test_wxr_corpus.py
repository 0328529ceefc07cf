"""Whole exports: the broken fixtures by their table, all others against an independent count and a strict parse."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from migrator.errors import SourceError
from migrator.model import Record
from migrator.sources.opening import open_source
from migrator.sources.wxr import vocabulary as names

ROOT = Path(__file__).parent.parent
BROKEN = ROOT / "fixtures" / "broken"
CORPUS = ROOT.parent / "shared" / "corpus" / "wxr"
FILES = sorted([*ROOT.glob("fixtures/*/*.xml"), *CORPUS.glob("*.xml")])

_ROW = re.compile(r"^\| `([^`]+)` \| (\d+) \|", re.MULTILINE)
_TOKEN = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|<\?.*?\?>|(<item[\s/>])", re.DOTALL)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_FAMILIES = {"export": "wp", "excerpt": "excerpt", "content": "content", "dc": "dc"}
WORDS = {"1": "First", "2": "Second", "3": "Third", "4": "Fourth"}


def read(path: Path, *, content: bool = True) -> list[Record]:
    return [raw.read(content=content) for batch in open_source([path]).batches() for raw in batch]


def table() -> list[tuple[str, int]]:
    return [(name, int(count)) for name, count in _ROW.findall((BROKEN / "README.md").read_text("utf-8"))]


@pytest.mark.parametrize(("name", "count"), table())
def test_a_broken_export(name: str, count: int) -> None:
    if not count:
        with pytest.raises(SourceError, match=re.escape(name)):
            open_source([BROKEN / name])
        return
    records = read(BROKEN / name)
    assert len(records) == count
    assert not any(entry.action == "failed" for record in records for entry in record.repairs)
    for record in records:
        if f"{WORDS.get(str(record.id))} words" in (BROKEN / name).read_text("utf-8", "ignore"):
            assert f"{WORDS[str(record.id)]} words" in record.content


def test_the_table_names_each_broken_export() -> None:
    assert {name for name, _ in table()} == {file.name for file in BROKEN.glob("*.xml")}


@pytest.mark.parametrize("path", [path for path in FILES if path.parent != BROKEN], ids=lambda path: path.name)
def test_items_are_as_many_as_an_independent_count_finds(path: Path) -> None:
    count = sum(1 for token in _TOKEN.finditer(path.read_bytes()) if token[1])
    if not count:
        with pytest.raises(SourceError, match="no item"):
            open_source([path])
        return
    records = read(path)
    assert [record.position for record in records] == list(range(count))
    for record, light in zip(records, read(path, content=False), strict=True):
        assert [comment.id for comment in light.comments] == [comment.id for comment in record.comments]
        light.content, light.comments, light.repairs = record.content, record.comments, record.repairs
        assert light == record


def strict_items(path: Path) -> list[etree._Element]:
    """Read a file's items as a strict parser does; none if it is not well-formed, or its encoding or DTD misleads."""
    source = path.read_bytes()
    try:
        tree = etree.fromstring(source, _PARSER).getroottree()
    except etree.XMLSyntaxError:
        return []
    honest = b"<!DOCTYPE" not in source and (tree.docinfo.encoding or "UTF-8").upper() in ("UTF-8", "UTF-16")
    return tree.findall(".//item") if honest and path.name != "plain-rss.xml" else []


WELL_FORMED = [path for path in FILES if strict_items(path)]


@pytest.mark.parametrize("path", WELL_FORMED, ids=lambda path: path.name)
def test_fields_are_what_a_strict_parser_reads(path: Path) -> None:
    items = strict_items(path)
    for item, record in zip(items, read(path), strict=True):
        assert not record.repairs
        fields = dict(strict_fields(item))
        assert {name: getattr(record, name) for name in fields} == fields
        assert [value for _, value in record.meta] == [
            text(value) for value in item.iterfind("{*}postmeta/{*}meta_value")
        ]
        assert [comment.id for comment in record.comments] == [
            int(text(number)) for number in item.iterfind("{*}comment/{*}comment_id")
        ]


def strict_fields(item: etree._Element) -> Iterator[tuple[str, object]]:
    seen: set[str] = set()
    for child in item.iterchildren("*"):
        name = full_name(child)
        if name in seen:
            continue
        seen.add(name)
        if name in names.TEXTS:
            yield names.TEXTS[name], text(child)
        elif name in names.WORDS:
            yield names.WORDS[name], text(child).strip()
        elif name in names.NUMBERS:
            yield names.NUMBERS[name], int(text(child) or 0)


def full_name(element: etree._Element) -> str:
    name = etree.QName(element)
    if not name.namespace:
        return name.localname
    parts = re.split(r"[/.]+", name.namespace.strip("/"))
    family = next((_FAMILIES[part] for part in reversed(parts) if part in _FAMILIES), element.prefix)
    return f"{family}:{name.localname}"


def text(element: etree._Element) -> str:
    return str(element.xpath("string()"))
