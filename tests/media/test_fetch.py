"""One file from servers that err, lie, dawdle or mean harm: each with its stated result."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from migrator.media.fetch import Fetcher, Limits, Result, Stopped
from migrator.media.host import Host, seconds_of
from migrator.media.wish import Wanted
from tests.media.fetching import PICTURE, Fetch, content
from tests.server import Request, Server, says


def test_a_file(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = says(200, PICTURE)
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE
    assert result.blob is not None
    assert (result.blob.type, result.blob.width, result.blob.height) == ("image/png", 300, 200)
    assert (result.tries, result.chosen) == (1, server.url + "/a.png")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("status", "error"), [(404, "404 Not Found"), (403, "403 Forbidden"), (410, "410 Gone"), (299, "299")]
)
def test_a_refusal_is_asked_once(server: Server, get: Fetch, status: int, error: str) -> None:
    url = server.url + "/a.png"
    server.answers["/a.png"] = says(status)
    assert get("/a.png") == Result(Wanted(url, (url,), "png", "image"), None, "", 1, error)


def test_the_next_address_is_tried(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a-scaled.png"] = says(200, PICTURE)
    result = get("/a.png", "/a-scaled.png", "/a-300x200.png")
    assert content(result, tmp_path) == PICTURE
    assert result.chosen.endswith("/a-scaled.png")
    assert not server.seen["/a-300x200.png"]


def test_what_fails_for_a_while_is_asked_again(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = lambda request: request.send(PICTURE, status=500 if request.count < 3 else 200)
    assert get("/a.png").tries == 3


def test_what_fails_for_good_is_given_up(server: Server, get: Fetch) -> None:
    server.answers["/a.png"] = says(500)
    result = get("/a.png")
    assert (result.blob, result.tries, result.error) == (None, 4, "500 Internal Server Error")


def test_retry_after_holds_for_the_whole_host(server: Server, fetcher: Fetcher, get: Fetch, tmp_path: Path) -> None:
    slept: list[float] = []
    fetcher.host = Host("127.0.0.1", slept.append)
    server.answers["/a.png"] = lambda request: (
        says(429, Retry_After="7")(request) if request.count == 1 else request.send(PICTURE)
    )
    assert content(get("/a.png"), tmp_path) == PICTURE
    assert 6.5 < max(slept) <= 7.0


def test_a_host_that_asks_for_an_hour_is_left_alone(server: Server, get: Fetch) -> None:
    server.answers["/a.png"] = server.answers["/b.png"] = says(429, Retry_After="3600")
    assert get("/a.png").error == "429 Too Many Requests"
    assert get("/b.png").error == "the host asks to be left alone for 3600 seconds"
    assert not server.seen["/b.png"]


def test_retry_after_may_be_a_date() -> None:
    then = datetime.now(UTC) + timedelta(seconds=100)
    assert seconds_of("120") == 120
    assert 95 < (seconds_of(format_datetime(then, usegmt=True)) or 0) <= 100
    assert seconds_of("soon") is None
    assert seconds_of("") is None


def test_a_slow_answer_times_out(server: Server, get: Fetch) -> None:
    server.answers["/a.png"] = lambda _request: time.sleep(0.5)
    assert get("/a.png").error == "the host doesn't answer"


def test_redirects_are_followed(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers |= {"/a.png": says(302, Location="b.png?x=1#top"), "/b.png?x=1": says(200, PICTURE)}
    result = get("/a.png")
    assert content(result, tmp_path) == PICTURE
    assert result.chosen == server.url + "/a.png"


@pytest.mark.parametrize(
    ("location", "error"),
    [
        ("/a.png", "it redirects in a circle"),
        ("/b.png", "it redirects in a circle"),
        ("file:///etc/passwd", "it redirects to something that is not on the web"),
        ("gopher://x/", "it redirects to something that is not on the web"),
        ("http://[", "it redirects to no address"),
        ("https://combo.staticflickr.com/photo_unavailable_l.png", "the host shows another picture in its place"),
    ],
)
def test_redirects_that_lead_nowhere(server: Server, get: Fetch, location: str, error: str) -> None:
    server.answers |= {"/a.png": says(301, Location=location), "/b.png": says(308, Location="/a.png")}
    assert get("/a.png").error == error


def test_redirects_are_bounded(server: Server, get: Fetch) -> None:
    server.answers |= {f"/{n}.png": says(302, Location=f"/{n + 1}.png") for n in range(20)}
    assert get("/0.png").error == "it redirects too often"


def test_a_page_with_status_200_is_no_picture(server: Server, get: Fetch, tmp_path: Path) -> None:
    server.answers["/a.png"] = says(200, b"<!DOCTYPE html><title>Not found</title>", Content_Type="image/png")
    assert get("/a.png").error == "a page, not the file"
    assert not list(tmp_path.iterdir())


def test_what_the_server_calls_it_decides_nothing(server: Server, get: Fetch, tmp_path: Path) -> None:
    hostile = 'attachment; filename="../../../../etc/cron.d/evil.sh"'
    server.answers["/a.jpg"] = says(200, PICTURE, Content_Type="text/html", Content_Disposition=hostile)
    result = get("/a.jpg", extension="jpg")
    assert result.blob is not None
    assert result.blob.extension == "png"
    assert [path.name for path in tmp_path.iterdir()] == [result.blob.sha256]


def test_a_stop_leaves_what_was_begun(server: Server, fetcher: Fetcher, get: Fetch, tmp_path: Path) -> None:
    def answer(request: Request) -> None:
        request.send(PICTURE[:100], headers={"Content-Length": str(len(PICTURE)), "ETag": '"v1"'})
        request.wfile.flush()
        fetcher.stop.set()
        request.wfile.write(PICTURE[100:])

    server.answers["/a.png"] = answer
    fetcher.stop = threading.Event()
    with pytest.raises(Stopped):
        get("/a.png")


def test_a_stop_hangs_up_on_a_host_that_says_nothing(
    server: Server, fetcher: Fetcher, get: Fetch, tmp_path: Path
) -> None:
    fetcher.limits = Limits(read=20)

    def answer(_request: Request) -> None:
        fetcher.stop.set()
        fetcher.adapter.hang_up()
        threading.Event().wait(0.2)

    server.answers["/a.png"] = answer
    begun = time.monotonic()
    with pytest.raises(Stopped):
        get("/a.png")
    assert time.monotonic() - begun < 2
    assert server.seen["/a.png"] == 1
