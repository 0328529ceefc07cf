"""Exports as files: one or many, packed or not, and what is refused and why."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
from pathlib import Path

import pytest

from migrator.errors import SourceError, UsageError
from migrator.model import Author, Entry, Record, Term
from migrator.sources.opening import open_source
from migrator.sources.wxr import Export, accepts, files, gaps, open_export, read_item
from migrator.sources.wxr import export as exports
from tests.exports import HEAD, TAIL, item, wxr

TWO = wxr(item(1) + item(2))
THIRD = wxr(item(3))
FIXTURES = Path(__file__).parent.parent / "fixtures"


def write(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def zipped(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def records(export: Export) -> list[Record]:
    return [read_item(raw) for batch in export.batches() for raw in batch]


def ids(export: Export) -> list[int]:
    return [record.id for record in records(export)]


def test_one_file(tmp_path: Path) -> None:
    export = open_export([write(tmp_path / "a.xml", TWO)])
    raws = [raw for batch in export.batches(1) for raw in batch]
    assert [(raw.source, raw.position) for raw in raws] == [("a.xml", 0), ("a.xml", 1)]
    assert (export.count, export.repairs) == (2, ())
    assert raws[0].offset < raws[1].offset <= export.size <= len(TWO)
    assert TWO[: raws[0].offset].endswith(b"</item>")


def test_several_paths_keep_their_order(tmp_path: Path) -> None:
    paths = [write(tmp_path / "b.xml", THIRD), write(tmp_path / "a.xml", TWO)]
    export = open_export(paths)
    assert ids(export) == [3, 1, 2]
    assert [record.position for record in records(export)] == [0, 1, 2]
    assert export.paths == tuple(paths)
    last = [raw.offset for batch in export.batches() for raw in batch][-1]
    assert len(THIRD) < last <= export.size


def test_gzip_by_content_not_by_name(tmp_path: Path) -> None:
    assert ids(open_export([write(tmp_path / "a.xml", gzip.compress(TWO))])) == [1, 2]
    two_members = gzip.compress(TWO[:500]) + gzip.compress(TWO[500:])
    assert ids(open_export([write(tmp_path / "b.gz", two_members)])) == [1, 2]


def test_a_zip_of_parts_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    parts = {f"site.{number}.xml": wxr(item(number)) for number in (10, 9, 2)}
    export = open_export([zipped(tmp_path / "a.zip", **parts, **{"__MACOSX/._site.xml": b"?", "readme.txt": b"?"})])
    assert ids(export) == [2, 9, 10]
    assert {record.source for record in records(export)} == {
        "a.zip/site.2.xml",
        "a.zip/site.9.xml",
        "a.zip/site.10.xml",
    }


def test_a_folder_of_parts(tmp_path: Path) -> None:
    write(tmp_path / "parts" / "2.xml.gz", gzip.compress(THIRD))
    write(tmp_path / "parts" / "1.xml", TWO)
    write(tmp_path / "parts" / "notes.txt", b"?")
    write(tmp_path / "parts" / "feed.xml", b"<rss><channel><item><title>a</title></item></channel></rss>")
    export = open_export([tmp_path / "parts"])
    assert ids(export) == [1, 2, 3]
    assert [(entry.rule, entry.action, entry.where) for entry in export.repairs] == [
        ("source.skipped", "skipped", "feed.xml")
    ]


def test_a_part_of_another_site_is_told(tmp_path: Path) -> None:
    parts = [TWO, THIRD, TWO.replace(b"gazette.example.edu", b"tribune.example.org")]
    parts.append(THIRD.replace(b"https://gazette.example.edu", b"http://www.gazette.example.edu"))
    paths = [write(tmp_path / f"{number}.xml", part) for number, part in enumerate(parts)]
    said = (
        "an export of https://tribune.example.org; all that is given is taken for one site, https://gazette.example.edu"
    )
    assert [(entry.where, entry.before) for entry in open_export(paths).repairs] == [("2.xml", said)]


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(gzip.compress(TWO))))
    export = open_export([Path("-")])
    assert ids(export) == ids(export) == [1, 2]
    spooled = export.paths[0]
    assert spooled.exists()
    del export
    assert not spooled.exists()


def test_batches_are_bounded_in_number_and_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    export = open_export([write(tmp_path / "a.xml", wxr(b"".join(map(item, range(10)))))])
    assert [len(batch) for batch in export.batches(4)] == [4, 4, 2]
    monkeypatch.setattr(exports, "BATCH_BYTES", 2 * len(item(1)) - 50)
    assert [len(batch) for batch in export.batches(4)] == [2] * 5


def test_the_header(tmp_path: Path) -> None:
    head = HEAD.replace(
        b"<wp:wxr_version>",
        b"""<description><![CDATA[News & more]]></description><language>en-US</language>
	<generator>https://wordpress.org/?v=6.5</generator>
	<wp:base_site_url>https://network.example.edu/</wp:base_site_url>
	<wp:base_blog_url>https://network.example.edu/gazette/</wp:base_blog_url>
	<wp:author><wp:author_id>2</wp:author_id><wp:author_login><![CDATA[ruth]]></wp:author_login>
	<wp:author_email>r@mail.example</wp:author_email><wp:author_display_name>Ruth Hollis</wp:author_display_name>
	<wp:author_first_name>Ruth</wp:author_first_name><wp:author_last_name>Hollis</wp:author_last_name></wp:author>
	<wp:wp_author><wp:author_login>ruth</wp:author_login></wp:wp_author>
	<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>news</wp:category_nicename>
	<wp:category_parent>all</wp:category_parent><wp:cat_name><![CDATA[News &amp; more]]></wp:cat_name>
	<wp:category_description>About.</wp:category_description></wp:category>
	<wp:tag><wp:tag_slug>bees</wp:tag_slug><wp:tag_name>Bees</wp:tag_name></wp:tag>
	<wp:term><wp:term_id>5</wp:term_id><wp:term_taxonomy>series</wp:term_taxonomy><wp:term_slug>s</wp:term_slug>
	<wp:term_name>S</wp:term_name><wp:term_group>1</wp:term_group>
	<wp:termmeta><wp:meta_key>order</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:termmeta></wp:term>
	<image><url>https://gazette.example.edu/logo.png</url></image>
	<wp:wxr_version>""",
    )
    head = head.replace(b"<rss", b'<!-- generator="WordPress/6.5" created="2024-06-10 12:29" -->\n<rss')
    header = open_export([write(tmp_path / "a.xml", head + item(1) + TAIL)]).header
    assert (header.title, header.description, header.language) == ("The Gazette", "News & more", "en-US")
    assert (header.base_url, header.version) == ("https://network.example.edu/gazette", "1.2")
    assert (header.generator, header.facts["generator"]) == ("WordPress/6.5", "https://wordpress.org/?v=6.5")
    assert header.authors == (Author("ruth", "Ruth Hollis", 2, "r@mail.example", "Ruth", "Hollis"),)
    assert header.terms == (
        Term("category", "news", "News &amp; more", 3, "all", "About."),
        Term("post_tag", "bees", "Bees"),
        Term("series", "s", "S", 5, meta=(("order", "7"), ("wp:term_group", "1"))),
    )
    assert header.facts["created"] == "2024-06-10 12:29"
    assert header.facts["wp:base_site_url"] == "https://network.example.edu/"
    assert "logo.png" in header.facts["image"]


def test_headers_of_parts_are_one(tmp_path: Path) -> None:
    tag = b"<wp:tag><wp:tag_slug>%s</wp:tag_slug><wp:tag_name>%s</wp:tag_name></wp:tag>"
    first = HEAD + tag % (b"a", b"A") + item(1) + TAIL
    second = HEAD.replace(b"The Gazette", b"Other") + tag % (b"a", b"B") + tag % (b"c", b"C") + item(2) + TAIL
    header = open_export([write(tmp_path / "1.xml", first), write(tmp_path / "2.xml", second)]).header
    assert header.title == "The Gazette"
    assert [(term.slug, term.name) for term in header.terms] == [("a", "A"), ("c", "C")]


def test_a_prefix_that_the_root_leaves_out(tmp_path: Path) -> None:
    head = HEAD.replace(b'	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"\n', b"")
    export = open_export([write(tmp_path / "a.xml", head + item(1) + TAIL)])
    assert export.repairs == (Entry("xml.namespace", "repaired", "a.xml", "", "xmlns:excerpt"),)
    assert not records(export)[0].repairs


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (HEAD + TAIL, "no item"),
        (b"<!DOCTYPE html><html><body><p>Log in</p></body></html>", "HTML page"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><item><title>a</title></item></channel></rss>", "RSS feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', "Atom"),
        (b'{"items": [{"content": "<item>"}]}', "JSON"),
        (b"%PDF-1.4\n", "PDF"),
        (b"-- MySQL dump 10.13\nCREATE TABLE", "database dump"),
        (b"SQLite format 3\0", "SQLite"),
        (b"7z\xbc\xaf\x27\x1c", "unpack"),
        (b"<?xml version='1.0'?><urlset/>", "no WordPress export"),
        (b"some words", "no WordPress export"),
        (bytes(range(256)), "no text"),
    ],
)
def test_what_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(SourceError, match=why) as error:
        open_export([write(tmp_path / "given.xml", data)])
    assert "given.xml" in str(error.value)
    assert error.value.exit_code == 3


def test_what_is_not_there_or_not_readable(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.xml"):
        open_export([tmp_path / "none.xml"])
    with pytest.raises(SourceError, match=r"no \.xml"):
        open_export([zipped(tmp_path / "a.zip", **{"a.txt": b"a"})])
    with pytest.raises(SourceError, match="in this folder"):
        open_export([write(tmp_path / "empty" / "a.txt", b"").parent])
    with pytest.raises(SourceError, match="damaged"):
        open_export([write(tmp_path / "b.zip", zipped(tmp_path / "c.zip", **{"a.xml": TWO}).read_bytes()[:-30])])
    with pytest.raises(SourceError, match="no item"):
        open_export([zipped(tmp_path / "d.zip", **{"a.xml": HEAD + TAIL})])
    with pytest.raises(UsageError):
        open_source([])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "a.xml", TWO).chmod(0)
    with pytest.raises(SourceError, match=r"a\.xml"):
        open_export([tmp_path / "a.xml"])


def test_a_part_without_items_beside_others(tmp_path: Path) -> None:
    header = HEAD + b"<wp:author><wp:author_login>ruth</wp:author_login></wp:author>" + TAIL
    export = open_export([write(tmp_path / "1.xml", header), write(tmp_path / "2.xml", TWO)])
    assert ids(export) == [1, 2]
    assert [author.login for author in export.header.authors] == ["ruth"]
    assert [(entry.rule, entry.where) for entry in export.repairs] == [("source.skipped", "1.xml")]


def test_a_packed_file_that_breaks_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    noise = "".join(f"{number * 7919 % 99991} " for number in range(40_000))
    packed = gzip.compress(wxr(item(1) + item(2, content=noise) + item(3)))
    export = open_export([write(tmp_path / "a.xml.gz", packed[: len(packed) // 2])])
    first, second = records(export)
    assert (first.id, second.title) == (1, "Story 2")
    assert noise.startswith(second.content)
    assert [entry.rule for entry in export.repairs] == ["source.damaged", "xml.truncated"]
    with pytest.raises(SourceError, match="damaged"):
        open_export([write(tmp_path / "b.xml.gz", packed[:12])])


def test_what_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = write(tmp_path / "a.xml.gz", gzip.compress(TWO + b" " * 5_000_000))
    monkeypatch.setattr(files, "FREE_BYTES", 1_000_000)
    with pytest.raises(SourceError, match="200 times"):
        open_export([bomb])
    monkeypatch.setattr(files, "FREE_BYTES", 10_000_000)
    assert ids(open_export([bomb])) == [1, 2]


def test_what_a_source_accepts(tmp_path: Path) -> None:
    assert accepts(write(tmp_path / "a", TWO))
    assert accepts(write(tmp_path / "b", TWO.decode().encode("utf-16")))
    assert accepts(write(tmp_path / "c", gzip.compress(TWO)))
    assert accepts(tmp_path)
    assert accepts(Path("-"))
    assert not accepts(tmp_path / "none")
    assert not accepts(write(tmp_path / "d", b"<html>"))


def test_the_same_bytes_give_the_same_items_packed_or_not(tmp_path: Path) -> None:
    plain = open_export([write(tmp_path / "a.xml", TWO)])
    packed = open_export([write(tmp_path / "a.xml.gz", gzip.compress(TWO))])
    assert (plain.size, plain.count, plain.header) == (packed.size, packed.count, packed.header)
    assert [raw.data for batch in plain.batches() for raw in batch] == [
        raw.data for batch in packed.batches() for raw in batch
    ]


@pytest.mark.parametrize("names", [["gazette.zip"], ["gazette.part-1.xml", "gazette.part-2.xml.gz"]])
def test_the_split_fixture(names: list[str]) -> None:
    whole = {record.id for record in records(open_export([FIXTURES / "gazette" / "export.xml"]))}
    split = open_export([FIXTURES / "split" / name for name in names])
    assert {record.id for record in records(split)} <= whole
    assert len({record.source for record in records(split)}) == 2


def test_stray_text_is_kept_up_to_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "MAX_STRAY", 10)
    export = open_export([write(tmp_path / "a.xml", TWO + b"0123456789abc")])
    assert [entry.before for entry in export.repairs] == ["0123456789… (3 characters more)"]
