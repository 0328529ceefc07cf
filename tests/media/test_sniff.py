"""What a file is, by its bytes alone."""

from __future__ import annotations

import pytest

from migrator.media.sniff import WrongFile, sniff
from tests import pictures

PAGES = (
    b"<!DOCTYPE html><html><body>404</body></html>",
    b"\n\n  <html lang='en'>",
    b"\xef\xbb\xbf<!-- cached --><HEAD><title>Gone</title>",
    b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0">',
    b"<br />\n<b>Fatal error</b>: Allowed memory size",
)


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (pictures.png(), "image/png"),
        (pictures.jpeg(), "image/jpeg"),
        (pictures.gif(), "image/gif"),
        (pictures.webp(), "image/webp"),
        (pictures.avif(), "image/avif"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "image/heic"),
        (b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41", "video/mp4"),
        (b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00qt  ", "video/quicktime"),
        (b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00M4A mp42", "audio/mp4"),
        (b"ID3\x03\x00", "audio/mpeg"),
        (b"\xff\xfb\x90\x64", "audio/mpeg"),
        (b"\xff\xf1\x50\x80", "audio/aac"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt ", "audio/wav"),
        (b"OggS\x00", "application/ogg"),
        (b"\x1aE\xdf\xa3\x01", "video/webm"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b"PK\x03\x04\x14\x00", "application/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "application/x-ole-storage"),
        (b"\x1f\x8b\x08\x00", "application/gzip"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        (b"<?xml version='1.0'?>\n<!-- Inkscape --><svg/>", "image/svg+xml"),
        (b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg width="1">', "image/svg+xml"),
        (b"a,b\n1,2\n", "text/plain"),
        (b"\x00\x01\x02\x03\x04", "application/octet-stream"),
    ],
)
def test_the_bytes_tell(head: bytes, media_type: str) -> None:
    assert sniff(head, "dat").type == media_type


@pytest.mark.parametrize("head", PAGES)
@pytest.mark.parametrize("extension", ["jpg", "pdf", "mp3", "zip"])
def test_a_page_is_no_file(head: bytes, extension: str) -> None:
    with pytest.raises(WrongFile, match="a page"):
        sniff(head, extension)


def test_a_page_may_be_wanted() -> None:
    assert sniff(PAGES[0], "html").type == "text/html"


@pytest.mark.parametrize("head", [b"Not found", b'{"error": 404}', b"\x00\x01\x02nothing", b"\x1f\x8b\x08\0packed"])
def test_a_picture_can_be_seen(head: bytes) -> None:
    with pytest.raises(WrongFile):
        sniff(head, "png")
    with pytest.raises(WrongFile):
        sniff(head, "", "image")


def test_text_is_no_film() -> None:
    with pytest.raises(WrongFile, match="text/plain"):
        sniff(b"Not found", "mp4")


def test_an_empty_file_is_none() -> None:
    with pytest.raises(WrongFile, match="empty"):
        sniff(b"", "csv")


@pytest.mark.parametrize(
    ("head", "given", "kept"),
    [
        (pictures.png(), "jpg", "png"),
        (pictures.jpeg(), "jpeg", "jpeg"),
        (pictures.jpeg(), "", "jpg"),
        (b"PK\x03\x04", "docx", "docx"),
        (b"PK\x03\x04", "pdf", "zip"),
        (b"a,b\n", "csv", "csv"),
        (b"WEBVTT\n", "vtt", "vtt"),
        (b"\x00\x01\x02", "dat", "dat"),
    ],
)
def test_a_wrong_extension_is_corrected(head: bytes, given: str, kept: str) -> None:
    assert sniff(head, given).extension_for(given) == kept


def test_text_is_named_by_its_extension() -> None:
    assert sniff(b"a,b\n", "csv").type == "text/csv"
    assert sniff(b"\xff\xfea\x00", "txt").type == "text/plain"


def test_bm_alone_is_no_bitmap() -> None:
    assert sniff(b"BMW is a maker of cars", "txt").type == "text/plain"
    assert sniff(b"BM\x36\x00\x00\x00\x00\x00\x00\x00\x36\x00", "bmp").type == "image/bmp"


@pytest.mark.parametrize("given", ["php", "phtml", "aspx"])
def test_nothing_is_kept_that_a_server_would_run(given: str) -> None:
    assert sniff(b"<?php system($_GET[0]);", given).extension_for(given) == "txt"
