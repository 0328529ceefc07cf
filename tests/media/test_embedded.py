"""Captions and credits that photographers write into their pictures."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from migrator.errors import UsageError
from migrator.media.embedded import credit_of, embedded
from migrator.media.hidden import hidden_in, without_hidden
from migrator.media.measures import measure
from tests import pictures
from tests.pictures import jpeg


def segment(marker: int, content: bytes) -> bytes:
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def dataset(number: int, text: bytes, record: int = 2) -> bytes:
    return b"\x1c" + bytes([record, number]) + struct.pack(">H", len(text)) + text


def photoshop(*datasets: bytes) -> bytes:
    iptc = b"".join(datasets)
    other = b"8BIM\x04\x0b\x03url\x00\x00\x00\x03abc\x00"
    named = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(iptc)) + iptc
    return segment(0xED, b"Photoshop 3.0\0" + other + named)


def exif(order: str, *texts: tuple[int, bytes]) -> bytes:
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", 8)
    entries, rest = b"", b""
    start = 8 + 2 + 12 * len(texts) + 4
    for tag, text in texts:
        place = struct.pack(order + "I", start + len(rest)) if len(text) > 4 else text.ljust(4, b"\0")
        entries += struct.pack(order + "HHI", tag, 2, len(text)) + place
        rest += text if len(text) > 4 else b""
    return segment(0xE1, b"Exif\0\0" + head + struct.pack(order + "H", len(texts)) + entries + bytes(4) + rest)


def read(folder: Path, *segments: bytes) -> dict[str, str | int]:
    data = pictures.jpeg(300, 200)
    path = folder / "picture.jpg"
    path.write_bytes(data[:2] + b"".join(segments) + data[2:])
    assert measure(path, "image/jpeg") == (300, 200)
    return embedded(path, "image/jpeg")


def test_iptc(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        photoshop(
            dataset(90, b"\x1b%G", 1),
            dataset(5, b"march"),
            dataset(25, b"campus"),
            dataset(55, b"20240322"),
            dataset(80, "Théo Baptiste".encode()),
            dataset(110, b"The Millbrook Gazette"),
            dataset(116, "© 2024".encode()),
            dataset(120, b"Students march.\rThey want pay."),
        ),
    )
    assert found == {
        "title": "march",
        "caption": "Students march.\nThey want pay.",
        "byline": "Théo Baptiste",
        "credit": "The Millbrook Gazette",
        "copyright": "© 2024",
        "date": "20240322",
    }
    assert list(found) == ["title", "caption", "byline", "credit", "copyright", "date"]


@pytest.mark.parametrize("order", ["<", ">"])
def test_exif(tmp_path: Path, order: str) -> None:
    found = read(tmp_path, exif(order, (0x010E, b"Old Main\0"), (0x010F, b"Pentax\0"), (0x013B, b"Sol\0")))
    assert found == {"caption": "Old Main", "byline": "Sol"}


def test_iptc_wins_over_exif(tmp_path: Path) -> None:
    told = exif("<", (0x010E, b"Of the camera\0"), (0x8298, b"Gazette\0"))
    assert read(tmp_path, told, photoshop(dataset(120, b"Of the photographer"))) == {
        "caption": "Of the photographer",
        "copyright": "Gazette",
    }


def test_old_text_is_windows_western(tmp_path: Path) -> None:
    assert read(tmp_path, photoshop(dataset(80, b"Ren\xe9e \x96 Gazette"))) == {"byline": "Renée – Gazette"}


@pytest.mark.parametrize("caption", [b"OLYMPUS DIGITAL CAMERA         \0", b"SONY DSC\0", b"DSC00042\0", b"\0\0\0\0\0"])
def test_what_cameras_write_is_no_caption(tmp_path: Path, caption: bytes) -> None:
    assert read(tmp_path, exif("<", (0x010E, caption))) == {}


@pytest.mark.parametrize(
    "broken",
    [
        segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04"),
        segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\x00\x00\xff\xff\xff\xff\x1c\x02"),
        segment(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x04\x00\x00\x00\x00\x00\x06\x1c\x02\x78\x80\x04\x00"),
        segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff"),
        segment(0xE1, b"Exif\0\0XX"),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>"),
    ],
)
def test_what_is_broken_tells_nothing(tmp_path: Path, broken: bytes) -> None:
    assert read(tmp_path, broken) == {}


@pytest.mark.parametrize("turned", range(10))
def test_how_it_is_to_be_turned(tmp_path: Path, turned: int) -> None:
    (tmp_path / "a.jpg").write_bytes(jpeg(orientation=turned))
    expected = {"orientation": turned} if 2 <= turned <= 8 else {}
    assert embedded(tmp_path / "a.jpg", "image/jpeg") == expected


RULINGS = """
[person.jane-doe]
hide = true
name = "Jane Roe"
[[merge]]
keep = "jane-doe"
also = ["j-doe"]
"""


@pytest.mark.parametrize(
    ("byline", "kept"),
    [("JANE DOE", False), ("J. Doe", False), ("Jane Roe", False), ("Kim Lee and Jane Doe", False), ("Kim Lee", True)],
)
def test_who_is_hidden_stands_on_no_list(byline: str, kept: bool, tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(RULINGS, "utf-8")
    told = {"byline": byline, "copyright": f"(c) 2024 {byline}", "credit": "AP", "caption": "Jane Doe at noon"}
    names = {"byline", "copyright"} if kept else set()
    for archive in (tmp_path, tmp_path / "archive"):
        assert set(without_hidden(told, hidden_in(archive))) == {"credit", "caption"} | names


def test_without_rulings_nobody_is_hidden(tmp_path: Path) -> None:
    assert hidden_in(tmp_path / "archive") == frozenset()
    (tmp_path / "people.toml").write_text("", "utf-8")
    assert hidden_in(tmp_path) == frozenset()


@pytest.mark.parametrize("text", ["[", "person = 1", "[[merge]]", "[person]\njane = 1"])
def test_rulings_that_cant_be_read_let_no_name_out(text: str, tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"people\.toml"):
        hidden_in(tmp_path)


def xmp(content: str) -> bytes:
    packet = f"<x:xmpmeta><rdf:RDF><rdf:Description {content}</rdf:Description></rdf:RDF></x:xmpmeta>"
    return segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet.encode())


def test_xmp(tmp_path: Path) -> None:
    creators = "<dc:creator><rdf:Seq><rdf:li>Jane Doe</rdf:li><rdf:li>Kim\nLee</rdf:li></rdf:Seq></dc:creator>"
    shown = '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A &amp; B</rdf:li><rdf:li>Zwei</rdf:li></rdf:Alt>'
    packet = xmp(f'photoshop:Credit="AP" exif:GPSLatitude="42,1N">{creators}{shown}</dc:description>')
    assert read(tmp_path, packet) == {"caption": "A & B", "byline": "Jane Doe, Kim\nLee", "credit": "AP"}


def test_iptc_wins_over_xmp_and_that_over_exif(tmp_path: Path) -> None:
    packet = xmp("><dc:creator><rdf:Seq><rdf:li>Kim Lee</rdf:li></rdf:Seq></dc:creator><dc:rights>(c) Kim</dc:rights>")
    camera = exif("<", (0x013B, b"Camera"), (0x8298, b"(c) Camera"))
    assert read(tmp_path, camera, packet, photoshop(dataset(80, b"Jane Doe"))) == {
        "byline": "Jane Doe",
        "copyright": "(c) Kim",
    }


@pytest.mark.parametrize(
    "content",
    ["><dc:creator><rdf:Seq/></dc:creator>", "><dc:creator>Jane", ' other:Credit="x">', "><dc:title> </dc:title>"],
)
def test_xmp_that_says_nothing(content: str, tmp_path: Path) -> None:
    assert read(tmp_path, xmp(content)) == {}


@pytest.mark.parametrize(
    ("told", "credit"),
    [
        ({"byline": "Jane Doe", "credit": "AP"}, "Jane Doe / AP"),
        ({"byline": "Jane  Doe"}, "Jane Doe"),
        ({"byline": "AP", "credit": "AP"}, "AP"),
        ({"copyright": "© 2024 Jane Doe", "caption": "A hall"}, ""),
        ({}, ""),
    ],
)
def test_who_made_it(told: dict[str, str | int], credit: str) -> None:
    assert credit_of(told) == credit


def test_only_jpegs_are_asked(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(pictures.png())
    assert embedded(tmp_path / "picture.png", "image/png") == {}
