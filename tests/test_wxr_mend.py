"""What holds for every item, however broken: it is read, no word is lost, its neighbours are untouched."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migrator.model import Record
from migrator.sources.wxr import open_export, read_item
from migrator.sources.wxr.item import Context, RawItem
from migrator.sources.wxr.names import wrapper
from tests.exports import HEAD, TAIL, item

TAGS = [
    *("<title>", "</title>", "<content:encoded>", "</content:encoded>", "<wp:postmeta>", "</wp:postmeta>"),
    *("<wp:meta_key>", "</wp:meta_key>", "<wp:meta_value>", "</wp:meta_value>", "<wp:comment>", "</wp:comment>"),
    *("<wp:comment_content>", "</wp:comment_content>", "<category domain=a nicename='b'>", "</category>"),
    *("<wp:post_id>", "</wp:post_id>", "<x:y a='1'>", "</x:y>", "<b>", "</b>", "<br/>", "</item>", "<wp:unknown>"),
    *("<![CDATA[", "]]>", "]]]]><![CDATA[>", "&", "&nbsp;", "&#0;", "<", ">", "\x0b", "\x00", "'", '"', "\ufffe"),
]
fragments = st.lists(st.sampled_from(TAGS) | st.integers(10, 99).map("w{} ".format), max_size=14).map("".join)
DAMAGE = [
    "\x00",
    "\x0b",
    "&",
    "]]>",
    "<",
    "</p>",
    "<b>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<wp:post_id>",
    "</content:encoded>",
]
SETTINGS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
CONTEXT = Context(wrapper({}))


def raw(data: bytes) -> RawItem:
    return RawItem("export.xml", 0, data, len(data), CONTEXT)


def words(text: str) -> set[str]:
    return set(re.findall(r"w\d\d", text))


def records(source: bytes, folder: Path) -> list[Record]:
    path = folder / "export.xml"
    path.write_bytes(source)
    return [read_item(found) for batch in open_export([path]).batches() for found in batch]


@given(fragments, st.booleans())
@SETTINGS
def test_no_item_is_too_broken_and_no_word_is_lost(text: str, closed: bool) -> None:
    source = f"<item>{text}{'</item>' if closed else ''}"
    record = read_item(raw(source.encode("utf-8", "surrogatepass")))
    assert words(text) <= words(repr(record))
    assert not any(entry.action == "failed" for entry in record.repairs)


@given(st.binary(max_size=60))
@SETTINGS
def test_any_bytes_are_read(data: bytes) -> None:
    assert read_item(raw(b"<item><title>" + data + b"</title><wp:post_id>7</wp:post_id></item>")).position == 0


def damaged(change: Callable[[bytes, int], bytes], number: int, at: int) -> tuple[bytes, list[bytes]]:
    items = [item(1), item(2, content="<!-- wp:p --><p>Two</p>"), item(3)]
    body = items[number]
    inner = len(b"\t<item>"), len(body) - len(b"</item>\n")
    items[number] = change(body, inner[0] + at % (inner[1] - inner[0]))
    return HEAD + b"".join(items) + TAIL, items


@given(st.sampled_from(DAMAGE), st.integers(0, 2), st.integers(0, 10_000))
@SETTINGS
def test_what_is_put_into_an_item_harms_no_other(tmp_path: Path, damage: str, number: int, at: int) -> None:
    source, items = damaged(lambda body, index: body[:index] + damage.encode() + body[index:], number, at)
    found = records(source, tmp_path)
    sound = records(HEAD + b"".join([item(1), items[1] if number != 1 else item(2), item(3)]) + TAIL, tmp_path)
    assert len(found) == 3
    assert [record for record in found if record.position != number] == [
        record for record in sound if record.position != number
    ]


@given(st.integers(1, 40), st.integers(0, 2), st.integers(0, 10_000))
@SETTINGS
def test_what_is_taken_out_of_an_item_harms_no_other(tmp_path: Path, length: int, number: int, at: int) -> None:
    def without(body: bytes, index: int) -> bytes:
        return body[:index] + body[min(index + length, len(body) - len(b"</item>\n")) :]

    source, _ = damaged(without, number, at)
    found = records(source, tmp_path)
    assert len(found) == 3
    assert [record.id for record in found if record.position != number] == [
        identifier for identifier in (1, 2, 3) if identifier != number + 1
    ]


@given(st.integers(0, 10_000))
@SETTINGS
def test_an_unsplit_end_in_content_is_content(at: int) -> None:
    body = item(1, content="a < b &amp; <p>c</p> [d] end")
    start = body.index(b"a < b")
    index = start + at % len(b"a < b &amp; <p>c</p> [d] end")
    record = read_item(raw((body[:index] + b"]]>" + body[index:]).strip()))
    text = body[start : start + len(b"a < b &amp; <p>c</p> [d] end")]
    assert record.content == (text[: index - start] + b"]]>" + text[index - start :]).decode()
    assert (record.id, record.slug, record.meta) == (1, "story-1", [("_edit_last", "1")])


@pytest.mark.parametrize(
    "damage",
    [
        "<title>",
        "<title>a]]>b</title>x",
        "<!--",
        "<?",
        "<![CDATA[",
        "<b>",
        "</p>",
        "&",
        '<category a="',
        "<wp:post_password>",
    ],
)
def test_the_time_to_mend_grows_with_the_damage_only(damage: str) -> None:
    """Each takes well below a second; if it grew with the square of the damage, each would take minutes."""
    record = read_item(raw(f"<item><title>One</title>{damage * 30_000}<wp:post_id>1</wp:post_id></item>".encode()))
    assert record.title.startswith("One")
