"""Which characters an export's bytes are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from migrator.sources.wxr import open_export, read_item
from migrator.sources.wxr.encoding import Charset, decode, detect, transcoded
from tests.exports import HEAD, TAIL, item

GREEK = "Η φοιτητική εφημερίδα κυκλοφορεί δύο φορές την εβδομάδα και γράφει για τη ζωή του πανεπιστημίου"
RUSSIAN = "Студенческая газета выходит дважды в неделю и рассказывает о жизни университета, о спорте и науке"
CHINESE = "學生報每週出版兩次，報導大學生活、體育、科學和戲劇。編輯部在主樓二層，歡迎新的作者和攝影師。"


def declared(name: str) -> bytes:
    return f'<?xml version="1.0" encoding="{name}"?>\n<rss>'.encode()


@pytest.mark.parametrize(
    ("sample", "charset"),
    [
        (b"", Charset()),
        (declared("UTF-8"), Charset()),
        (declared("no-such-thing"), Charset()),
        (b"\xef\xbb\xbf" + declared("UTF-8"), Charset(skip=3)),
        ("\ufeff<rss>".encode("utf-16-le"), Charset(stream="utf-16-le", skip=2)),
        ("\ufeff<rss>".encode("utf-16-be"), Charset(stream="utf-16-be", skip=2)),
        ("<rss>".encode("utf-16-le"), Charset(stream="utf-16-le")),
        ("<rss>".encode("utf-16-be"), Charset(stream="utf-16-be")),
        ("\ufeff<rss>".encode("utf-32-le"), Charset(stream="utf-32-le", skip=4)),
        (declared("UTF-16"), Charset()),
        (declared("ISO-8859-1"), Charset(fallback="cp1252")),
        (declared("iso-8859-15"), Charset(fallback="iso8859-15")),
        (declared("windows-1251"), Charset(fallback="cp1251")),
        (declared("Shift_JIS") + "新聞".encode("shift_jis"), Charset(stream="shift_jis")),
        (declared("Shift_JIS") + "新聞".encode(), Charset()),
        (declared("UTF-8") + b"caf\xe9, na\xefve, \x93quoted\x94" * 20, Charset()),
        (declared("UTF-8") + RUSSIAN.encode("koi8-r"), Charset(fallback="koi8-r", guessed=True)),
        (declared("UTF-8") + CHINESE.encode("big5") * 2, Charset(stream="big5", guessed=True)),
    ],
)
def test_evidence_comes_before_the_declaration(sample: bytes, charset: Charset) -> None:
    assert detect(sample) == charset


@pytest.mark.parametrize("size", [1, 2, 3, 7, 4096])
@pytest.mark.parametrize("name", ["utf-16-le", "utf-32-be", "shift_jis", "gb18030"])
def test_characters_are_whole_however_the_stream_is_cut(name: str, size: int) -> None:
    stream = io.BytesIO("新聞 café 😀".encode(name, "ignore"))
    read = transcoded(lambda most: stream.read(min(size, most)), name, lambda: None)
    assert b"".join(iter(lambda: read(1 << 20), b"")) == "新聞 café 😀".encode(name, "ignore").decode(name).encode()


@pytest.mark.parametrize(
    ("data", "fallback", "text", "before"),
    [
        ("naïve".encode(), "cp1252", "naïve", ""),
        (b"na\xefve", "cp1252", "naïve", ""),
        (b"na\xefve", "utf-8", "naïve", "\\xef"),
        (b"\x81", "utf-8", "\x81", "\\x81"),
        ("é".encode() * 3 + b"\xe9", "cp1252", "éééé", "\\xe9"),
        (RUSSIAN.encode("cp1251"), "cp1251", RUSSIAN, ""),
        (b"cut \xe2\x82", "utf-8", "cut ", ""),
    ],
)
def test_decoding(data: bytes, fallback: str, text: str, before: str) -> None:
    assert decode(data, fallback)[:2] == (text, before)


@pytest.mark.parametrize(
    ("encoding", "said", "text"),
    [
        ("utf-8", "UTF-8", GREEK),
        ("utf-8", "ISO-8859-1", GREEK),
        ("iso8859-7", "ISO-8859-7", GREEK),
        ("cp1253", "UTF-8", GREEK),
        ("utf-16", "UTF-16", GREEK),
        ("utf-16-be", "UTF-8", GREEK),
        ("gb18030", "GBK", CHINESE),
        ("big5", "UTF-8", CHINESE),
        ("cp1252", "ISO-8859-1", "“Café” – 5 €"),
        ("cp1252", "UTF-8", "“Café” – 5 €"),
    ],
)
def test_an_export_in_any_encoding(tmp_path: Path, encoding: str, said: str, text: str) -> None:
    head = HEAD.replace(b"UTF-8", said.encode()).decode().replace("The Gazette", text)
    body = item(1, content=f"<p>{text}</p> ").decode() + item(2, content=f"]]> {text}").decode()
    path = tmp_path / "export.xml"
    path.write_bytes((head + body + TAIL.decode()).encode(encoding))
    export = open_export([path])
    first, second = (read_item(raw) for batch in export.batches() for raw in batch)
    assert (first.content, second.content) == (f"<p>{text}</p> ", f"]]> {text}")
    assert export.header.title == text


def test_what_is_no_character_in_the_declared_encoding_is_reported(tmp_path: Path) -> None:
    source = (HEAD + item(1, content="a?b") + item(2) + TAIL).decode().encode("utf-16")
    path = tmp_path / "export.xml"
    path.write_bytes(source.replace("?b".encode("utf-16-le"), b"\x00\xd8b\x00"))
    export = open_export([path])
    assert [(entry.rule, entry.action) for entry in export.repairs] == [("xml.encoding", "warned")]
    assert [read_item(raw).content for batch in export.batches() for raw in batch] == ["a\ufffdb", "Words of story2."]
