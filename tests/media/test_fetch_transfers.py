"""Transfers of a file: cut, resumed, dripping, endless, packed; each with its stated result."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from migrator.media import fetch
from migrator.media.fetch import Fetcher, Limits
from tests.media.fetching import PICTURE, Fetch, content
from tests.pictures import png
from tests.server import Request, Server, says


def drip(request: Request) -> None:
    request.send(b"", headers={"Content-Length": "1000000"})
    for _ in range(100):
        request.wfile.write(b"\x89PNG")
        request.wfile.flush()
        time.sleep(0.02)


def test_a_transfer_that_drips_is_given_up(server: Server, get: Fetch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "TRIES", 1)
    monkeypatch.setattr(fetch, "_BLOCK", 4)
    server.answers["/a.png"] = drip
    assert get("/a.png").error == "the transfer is too slow"


def halved(body: bytes, etag: str = '"v1"') -> Callable[[Request], None]:
    """Sends half and breaks off; the second time the rest, if it is asked for as the standard has it."""

    def answer(request: Request) -> None:
        asked, half = request.headers.get("Range"), len(body) // 2
        if asked is None or request.headers.get("If-Range") != etag:
            request.send(body[:half], headers={"Content-Length": str(len(body)), "ETag": etag})
            request.cut()
        else:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            told = f"bytes {start}-{len(body) - 1}/{len(body)}"
            request.send(body[start:], status=206, headers={"Content-Range": told})

    return answer


def test_a_cut_transfer_is_resumed(
    server: Server, get: Fetch, fetcher: Fetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_WORTH_RESUMING", 10)
    server.answers["/a.png"] = halved(PICTURE)
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE
    assert result.tries == 2
    assert [name for name in server.requests[1][1] if name in ("Range", "If-Range")] == ["Range", "If-Range"]


def test_a_file_that_changed_meanwhile_is_begun_anew(
    server: Server, get: Fetch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_WORTH_RESUMING", 10)
    other = png(300, 200, 9)

    def answer(request: Request) -> None:
        if request.count == 1:
            halved(PICTURE)(request)
        else:
            request.send(other, headers={"ETag": '"v2"'})

    server.answers["/a.png"] = answer
    assert content(get("/a.png"), tmp_path) == other


def test_another_part_than_asked_for_is_not_believed(
    server: Server, get: Fetch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "_WORTH_RESUMING", 10)

    def answer(request: Request) -> None:
        if request.count == 1:
            halved(PICTURE)(request)
        elif request.count == 2:
            request.send(PICTURE, status=206, headers={"Content-Range": f"bytes 0-9/{len(PICTURE)}"})
        else:
            request.send(PICTURE)

    server.answers["/a.png"] = answer
    assert content(get("/a.png"), tmp_path) == PICTURE


def test_a_length_that_never_comes_is_a_cut(server: Server, get: Fetch) -> None:
    def answer(request: Request) -> None:
        request.send(PICTURE, headers={"Content-Length": str(len(PICTURE) + 10)})
        request.cut()

    server.answers["/a.png"] = answer
    assert get("/a.png").error == "the transfer was cut off"


def test_a_body_without_length_ends_with_the_connection(server: Server, get: Fetch, tmp_path: Path) -> None:
    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        request.wfile.write(PICTURE)

    server.answers["/a.png"] = answer
    assert content(get("/a.png"), tmp_path) == PICTURE


def cut_short(times: int) -> Callable[[Request], None]:
    """Sends no length, and only half of the picture so many times."""

    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        size = len(PICTURE) // 2 - request.count if request.count <= times else len(PICTURE)
        request.wfile.write(PICTURE[:size])

    return answer


def test_a_cut_that_no_length_tells_is_seen(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = cut_short(2)
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE
    assert result.tries == 3


def test_what_the_server_itself_has_only_half_of_is_kept(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = says(200, PICTURE[:200])
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE[:200]
    assert result.blob is not None
    assert (result.tries, result.blob.whole) == (2, False)


def test_an_endless_stream_is_given_up(server: Server, get: Fetch, tmp_path: Path) -> None:
    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        while True:
            request.wfile.write(b"\x89PNG" * 10000)

    server.answers["/a.png"] = answer
    assert get("/a.png").error == "larger than 1048576 bytes"
    assert not list(tmp_path.iterdir())


def test_a_file_that_says_it_is_too_large_isnt_begun(server: Server, get: Fetch) -> None:
    server.answers["/a.png"] = lambda request: request.send(b"", headers={"Content-Length": "2000000"})
    assert get("/a.png").error == "larger than 1048576 bytes"


def test_a_zip_bomb_is_kept_and_never_opened(server: Server, get: Fetch, tmp_path: Path) -> None:
    bomb = b"PK\x03\x04" + zlib.compress(bytes(50 << 20))
    server.answers["/a.zip"] = says(200, bomb)
    assert content(get("/a.zip", extension="zip"), tmp_path) == bomb


def test_a_body_may_be_packed(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = says(200, gzip.compress(PICTURE), Content_Encoding="gzip")
    assert content(get("/a.png"), tmp_path) == PICTURE


def test_a_gzip_bomb_is_given_up(server: Server, get: Fetch, fetcher: Fetcher, tmp_path: Path) -> None:
    fetcher.limits = Limits()
    server.answers["/a.png"] = says(200, gzip.compress(bytes(64 << 20)), Content_Encoding="gzip")
    assert get("/a.png").error == "it is packed like a bomb"
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("packed", "body", "error"),
    [
        ("br", PICTURE, "it is packed in a way that is not known (br)"),
        ("gzip", PICTURE, "the transfer is packed wrongly"),
        ("gzip", gzip.compress(PICTURE)[:-20], "the transfer was cut off"),
    ],
)
def test_a_body_that_cant_be_unpacked(server: Server, get: Fetch, packed: str, body: bytes, error: str) -> None:
    server.answers["/a.png"] = says(200, body, Content_Encoding=packed)
    assert get("/a.png").error == error
