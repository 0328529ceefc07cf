"""Finding items in bytes: exact on sound exports, and no item that is sound is lost in a broken one."""

from __future__ import annotations

import io
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.sources.wxr import scan as scanner
from migrator.sources.wxr.scan import scan
from tests.exports import HEAD, TAIL, item

QUOTED = [
    "<item>",
    "</item>",
    "</item>\n<item>",
    "<item><title><![CDATA[x]]></title></item>",
    "]]>",
    "<!--",
    "-->",
    "<?php",
    "?>",
    "</channel></rss>",
    '<?xml version="1.0"?>\n<rss version="2.0">',
    "<items>",
    " words ",
]
contents = st.lists(st.sampled_from(QUOTED), max_size=6).map("".join)
exports = st.lists(contents, min_size=1, max_size=5)


def sound(content: str) -> str:
    return content.replace("]]>", "]]]]><![CDATA[>")


def items_in(data: bytes, chunk: int = 1 << 20) -> list[bytes]:
    stream = io.BytesIO(data)
    with patch.object(scanner, "_CHUNK", chunk):
        return [piece.data for piece in scan(lambda most: stream.read(min(1000, most))) if piece.is_item]


@given(exports, st.integers(1, 2000))
@settings(deadline=None)
def test_items_are_found_whatever_they_quote_and_however_they_are_read(texts: list[str], size: int) -> None:
    items = [item(number, content=sound(text)) for number, text in enumerate(texts)]
    assert items_in(HEAD + b"".join(items) + TAIL, size) == [data.strip() for data in items]


@given(exports, st.data())
@settings(deadline=None)
def test_a_cut_loses_no_item_before_it(texts: list[str], data: st.DataObject) -> None:
    items = [item(number, content=sound(text)) for number, text in enumerate(texts)]
    whole = HEAD + b"".join(items) + TAIL
    cut = data.draw(st.integers(0, len(whole)))
    ends = [len(HEAD) + sum(map(len, items[: number + 1])) - 1 for number in range(len(items))]
    complete = [found.strip() for found, end in zip(items, ends, strict=True) if end <= cut]
    assert items_in(whole[:cut])[: len(complete)] == complete


@given(exports)
@settings(deadline=None)
def test_all_bytes_come_out_in_order(texts: list[str]) -> None:
    whole = HEAD + b"".join(item(number, content=sound(text)) for number, text in enumerate(texts)) + TAIL
    pieces = list(scan(io.BytesIO(whole).read))
    assert b"".join(b"".join(piece.data for piece in pieces).split()) == b"".join(whole.split())
    assert [whole[piece.end - len(piece.data) : piece.end] for piece in pieces] == [piece.data for piece in pieces]


@pytest.mark.parametrize("opener", ["<!--", "<?php", "<![CDATA[", "<!-- <item>", "<![CDATA[ <item>"])
def test_what_opens_between_items_and_never_closes_hides_none(opener: str) -> None:
    items = [item(number, content="<!-- wp:p --><?php ?>a") for number in (1, 2)]
    assert items_in(HEAD + opener.encode() + b"\n" + b"".join(items) + TAIL)[-2:] == [data.strip() for data in items]


def test_an_item_larger_than_the_buffer() -> None:
    large = item(1, content="word " * 500_000)
    assert items_in(HEAD + large + item(2) + TAIL, 4096) == [large.strip(), item(2).strip()]


def test_an_item_without_end_is_cut_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanner, "MAX_PIECE", 10_000)
    monkeypatch.setattr(scanner, "MAX_GAP", 10_000)
    pieces = list(scan(io.BytesIO(HEAD + b"<item>" + b"word " * 500_000).read))
    assert [piece.is_item for piece in pieces][:2] == [False, True]
    assert not any(piece.is_item for piece in pieces[2:])
    pieces = list(scan(io.BytesIO(b"word " * 500_000).read))
    assert not any(piece.is_item for piece in pieces)
    assert sum(len(piece.data) for piece in pieces) == 2_500_000


def test_nothing_in_nothing_out() -> None:
    assert list(scan(io.BytesIO(b" \n").read)) == []
