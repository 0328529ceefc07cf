"""Media of a whole archive from the network: what only it has, what fails, what is stopped or killed."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from migrator.archive.check import check
from migrator.errors import Interrupted
from migrator.media import complete
from migrator.media.wish import Wish
from tests.media.gazette import ALL, GAZETTE, MISSING, ROOT, SITE, UPLOADS, convert, media_of, some
from tests.pictures import png
from tests.server import Request, Server, files_below, serving
from tests.test_run import files_of


@pytest.fixture(scope="module")
def served() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def local(served: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gazette's export, as if the site were at the test's server."""
    export = tmp_path_factory.mktemp("local") / "export.xml"
    export.write_text(GAZETTE.read_text("utf-8").replace(SITE, served.url), "utf-8")
    return export


@pytest.fixture(scope="module")
def local_bare(local: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its archive without media."""
    archive = tmp_path_factory.mktemp("local") / "archive"
    convert(archive, None, local)
    return archive


@pytest.fixture(scope="module")
def local_whole(local_bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its archive with all media, from a folder."""
    archive = Path(shutil.copytree(local_bare, tmp_path_factory.mktemp("local") / "whole"))
    complete(archive, ALL)
    return archive


@pytest.fixture
def there(local_bare: Path, tmp_path: Path) -> Path:
    """A copy of its archive without media."""
    return Path(shutil.copytree(local_bare, tmp_path / "archive"))


@pytest.fixture
def server(served: Server) -> Server:
    served.answers.clear()
    served.seen.clear()
    served.fallback = files_below(UPLOADS, "/wp-content/uploads/")
    return served


def test_from_the_network_or_a_folder(server: Server, there: Path, local_whole: Path) -> None:
    assert not server.seen
    complete(there, Wish("all", private=True))
    assert files_of(there) == files_of(local_whole)
    assert max(server.seen.values()) == 1


def test_the_network_gives_what_a_copy_has_not(server: Server, there: Path, local_whole: Path, tmp_path: Path) -> None:
    part = some(tmp_path / "part", "2024/03/photo.jpg", "2024/03/rally.mp4")
    complete(there, Wish("all", (part,), private=True))
    assert files_of(there) == files_of(local_whole)
    assert "/wp-content/uploads/2024/03/photo.jpg" not in server.seen


def test_the_site_is_no_exception_from_the_rule_for_private_networks(
    server: Server, local: Path, tmp_path: Path
) -> None:
    report = convert(tmp_path / "archive", Wish("referenced"), local)
    assert report.exit_code == 1
    assert not server.seen
    assert report.media is not None
    assert {error for _, error in report.media.gaps} == {"127.0.0.1 is an address of a private network"}


def test_the_largest_copy_where_the_original_is_gone(server: Server, there: Path) -> None:
    folder = "/wp-content/uploads/2024/03"
    server.answers |= {
        f"{folder}/photo.jpg": gone,
        f"{folder}/photo-768x512.jpg": lambda request: request.send(png(768, 512)),
    }
    complete(there, Wish("referenced", private=True))
    told = media_of(there)[f"{server.url}{folder}/photo.jpg"]
    assert told["chosen"] == f"{server.url}{folder}/photo-768x512.jpg"
    assert (told["path"], told["place"]) == ("media/2024/03/photo.png", "media/2024/03/photo.jpg")
    assert (told["width"], told["height"], told["type"]) == (768, 512, "image/png")
    assert check(there) == []


def test_files_of_other_sites_on_request(server: Server, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every host's name leads to the test's server here, which speaks no TLS."""
    here = [(socket.AF_INET, ("127.0.0.1", server.server_port))]
    monkeypatch.setattr("migrator.media.addresses.resolved", lambda _host, _port: here)
    monkeypatch.setattr("migrator.media.fetch.BACK_OFF", 0.001)
    server.answers["/divi.jpg"] = lambda request: request.send(png(seed=5))
    server.requests.clear()
    wish = Wish("referenced", (UPLOADS,), remote=True, headers={"Cookie": "secret"}, private=True)
    report = complete(archive, wish)
    told = media_of(archive)["http://example.com/divi.jpg"]
    assert told["status"] == "fetched"
    assert told["path"].startswith("media/elsewhere/example-com/divi-")
    assert told["path"].endswith(".png")
    assert ("images.example.net", "the host can't be reached") in report.gaps
    assert server.requests
    assert not any("Cookie" in headers for _, headers in server.requests)


def gone(request: Request) -> None:
    request.send(b"", status=404)


def test_what_failed_comes_later(server: Server, there: Path, local_whole: Path) -> None:
    path = f"/wp-content/uploads/{MISSING}"
    for name in (path, *(path.replace(".jpg", f"-{size}.jpg") for size in ("1536x1024", "1568x1046"))):
        server.answers[name] = gone
    report = complete(there, Wish("all", private=True))
    assert (report.missing, report.gaps) == (1, {(server.url.removeprefix("http://"), "404 Not Found"): 1})
    assert media_of(there)[server.url + path]["tries"] == 2
    assert any(server.url + path in page.read_text("utf-8") for page in there.rglob("*.md"))
    server.answers.clear()
    assert complete(there, Wish("all", private=True)).missing == 0
    assert files_of(there) == files_of(local_whole)


def test_ctrl_c_keeps_what_came(server: Server, there: Path, local_whole: Path) -> None:
    def stop(done: int, _total: int, _size: int) -> None:
        if done == 10:
            raise KeyboardInterrupt

    with pytest.raises(Interrupted, match="migrator media"):
        complete(there, Wish("all", private=True), stop)
    assert {finding.kind for finding in check(there)} == {"unfinished"}
    complete(there, Wish("all", private=True))
    assert sum(server.seen.values()) < 2 * 32 - 10
    assert files_of(there) == files_of(local_whole)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("source", ["network", "folder"])
def test_killed_ten_times_each(source: str, server: Server, there: Path, local_whole: Path) -> None:
    def slowly(request: Request) -> None:
        time.sleep(0.01)
        files_below(UPLOADS, "/wp-content/uploads/")(request)

    server.fallback = slowly
    where = "-" if source == "network" else str(UPLOADS)
    subprocess.run([sys.executable, "-m", "tests.killing", str(there), where, "10", "5"], check=True, cwd=ROOT)
    assert files_of(there) == files_of(local_whole)
