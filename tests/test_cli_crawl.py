"""`migrator crawl` and `migrator why` as a user meets them, on a site that answers on this machine."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from warcio.archiveiterator import ArchiveIterator

from migrator.crawl import fetch
from migrator.crawl.frontier import Frontier
from migrator.errors import Postponed
from tests.command_line import Invoke
from tests.gazette_site import Site
from tests.server import Server, serving

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def module_server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def server(module_server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    module_server.answers.clear()
    module_server.seen.clear()
    module_server.requests.clear()
    monkeypatch.setattr(fetch, "FIRST_RETRY", 0.01)
    return module_server


@pytest.fixture
def site(server: Server) -> Site:
    found = Site(home=server.url, posts=12)
    server.fallback = found.answer
    return found


def records(archive: Path) -> list[tuple[str, str]]:
    found = []
    for path in sorted((archive / "capture").glob("*.warc.gz")):
        with path.open("rb") as file:
            found += [(record.rec_type, record.rec_headers["WARC-Target-URI"]) for record in ArchiveIterator(file)]
    return found


def test_a_site_is_captured(migrator: Invoke, site: Site, tmp_path: Path) -> None:
    said = migrator("crawl", f"{site.home}/", "-o", tmp_path, "--allow-private", "--capture-only")
    assert said.code == 0
    assert said.out == ""
    assert "  roads        rest, sitemap\n  documents    14\n" in said.err
    assert "12 of 12 posts" in said.err
    assert ("response", f"{site.home}/unlisted/") in records(tmp_path)
    names = {path.name for path in (tmp_path / "capture").iterdir()}
    assert names == {"capture-00000.warc.gz", "index.cdxj", "frontier.sqlite", "changes.jsonl"}


def test_the_capture_becomes_an_archive(migrator: Invoke, site: Site, tmp_path: Path) -> None:
    said = migrator("crawl", site.home, "-o", tmp_path, "--allow-private", "-q")
    assert (said.code, said.out) == (0, "")
    assert (tmp_path / "content/posts/2024/04/story-3.md").is_file()
    assert json.loads((tmp_path / "archive.json").read_text("utf-8"))["reconciliation"]["adds_up"] is True


def test_authors_of_co_authors_plus_are_asked_for_where_the_site_has_it(
    migrator: Invoke, site: Site, server: Server, tmp_path: Path
) -> None:
    site.flags = {"coauthors"}
    assert migrator("crawl", site.home, "-o", tmp_path, "--allow-private", "-q").code == 0
    asked = [path for path, _ in server.requests if "coauthors/v1" in path]
    assert asked == [f"/wp-json/coauthors/v1/coauthors/{name}" for name in ("jane", "ann", "old-kim")]
    story = json.loads((tmp_path / "content/posts/2024/04/story-3.json").read_text("utf-8"))
    assert [author["name"] for author in story["authors"]] == ["Ann Lee", "Jane Doe"]
    people = json.loads((tmp_path / "people.json").read_text("utf-8"))["people"]
    assert {one["name"]: (one["guest"], one["description"]) for one in people} == {
        "Jane Doe": (False, ""),
        "Ann Lee": (True, "About Ann Lee."),
        "Kim Wu": (True, "About Kim Wu."),
    }


def test_authors_of_co_authors_plus_are_not_asked_for_where_the_site_has_none(
    migrator: Invoke, site: Site, server: Server, tmp_path: Path
) -> None:
    migrator("crawl", site.home, "-o", tmp_path, "--allow-private", "-q", "--capture-only")
    assert not [path for path, _ in server.requests if "coauthors" in path]


def test_a_second_run_tells_what_is_new(migrator: Invoke, site: Site, tmp_path: Path) -> None:
    command = ("crawl", site.home, "-o", tmp_path, "--allow-private", "--capture-only", "--report", "json")
    assert json.loads(migrator(*command).out)["documents"] == 14
    site.posts, site.gone = 13, {5}
    said = json.loads(migrator(*command).out)
    assert (said["run"], said["changes"]) == (2, {"gone": 1, "new": 1})
    lines = (tmp_path / "capture" / "changes.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["item"] for line in lines] == ["posts/13", "posts/5"]


def test_a_gap_has_its_exit_code(migrator: Invoke, site: Site, tmp_path: Path) -> None:
    site.breaking = {7}
    said = migrator("crawl", site.home, "-o", tmp_path, "--allow-private", "--capture-only")
    assert said.code == 1
    assert "11 of 12 posts: 1 MISSING" in said.err
    assert f"    {site.link(7)}: it ends in the middle" in said.err


def test_a_wait_that_is_too_long_has_its_exit_code(
    migrator: Invoke, server: Server, site: Site, tmp_path: Path
) -> None:
    server.answers["/wp-json/wp/v2/types"] = lambda request: (
        site.answer(request) if request.count < 2 else request.send(b"", status=429, headers={"Retry-After": "3600"})
    )
    command = ("crawl", site.home, "-o", tmp_path, "--allow-private", "--capture-only", "--max-wait", 5)
    said = migrator(*command)
    assert said.code == Postponed.exit_code
    assert "The site wants to be left alone for 3" in said.err
    asked = len(server.requests)
    assert migrator(*command).code == Postponed.exit_code
    assert len(server.requests) == asked


def test_a_killed_crawl_goes_on(site: Site, server: Server, tmp_path: Path) -> None:
    site.posts = 60
    command = [sys.executable, "-m", "migrator", "crawl", site.home, "-o", str(tmp_path), "--allow-private"]
    command += ["--capture-only", "--via", "sitemap", "-q"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    first = subprocess.Popen(command, env=environment)
    while server.seen["/2024/02/story-25/"] == 0:
        assert first.poll() is None, "the crawl ended before it could be killed"
        time.sleep(0.01)
    first.send_signal(signal.SIGKILL)
    first.wait()
    assert subprocess.run(command, env=environment, check=False).returncode == 0
    responses = [url for kind, url in records(tmp_path) if kind in ("response", "revisit") and "/story-" in url]
    assert len(set(responses)) == 60
    assert len(responses) <= 61


def test_a_full_disk_has_its_exit_code(
    migrator: Invoke, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(Frontier, "add", full)
    said = migrator("crawl", f"{site.home}/", "-o", tmp_path, "--allow-private")
    assert said.code == 4
    assert "capture: database or disk is full" in said.err


def test_a_wacz_is_packed(migrator: Invoke, site: Site, tmp_path: Path) -> None:
    out = tmp_path / "gazette.wacz"
    command = ("--allow-private", "--capture-only", "--wacz", out, "--via", "sitemap", "-q")
    assert migrator("crawl", site.home, "-o", tmp_path / "a", *command).code == 0
    with ZipFile(out) as package:
        assert f'"url":"{site.link(1)}"'.replace(" ", "") in package.read("pages/pages.jsonl").decode().replace(" ", "")


def test_who_asks_is_said(migrator: Invoke, site: Site, server: Server, tmp_path: Path) -> None:
    more = ("--contact", "archive@example.org", "--header", "X-Test: 1", "--capture-only", "-q", "--allow-private")
    migrator("crawl", site.home, "-o", tmp_path, *more)
    headers = server.requests[-1][1]
    assert headers["User-Agent"].endswith("(+archive@example.org)")
    assert headers["X-Test"] == "1"


def test_a_login_is_sent(
    migrator: Invoke, site: Site, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIGRATOR_APP_PASSWORD", "abcd efgh")
    site.flags = {"login"}
    migrator("crawl", site.home, "-o", tmp_path, "--user", "jane", "--capture-only", "-q", "--allow-private")
    asked = [(path, headers) for path, headers in server.requests if "/wp/v2/posts" in path]
    assert asked
    assert all("context=edit" in path for path, _ in asked)
    assert all(headers["Authorization"] == "Basic amFuZTphYmNkIGVmZ2g=" for _, headers in asked)
    assert b"amFuZTph" not in b"".join(path.read_bytes() for path in (tmp_path / "capture").glob("frontier*"))


def test_this_machine_is_refused_unless_it_is_asked_for(migrator: Invoke, site: Site, tmp_path: Path) -> None:
    said = migrator("crawl", site.home, "-o", tmp_path, "--capture-only")
    assert said.code == 3
    reason = "the front page can't be had: private address; --allow-private asks it all the same"
    assert f"no document could be had of this site; {reason}" in said.err


def test_what_to_do_about_a_closed_door_is_told(migrator: Invoke, site: Site, server: Server, tmp_path: Path) -> None:
    server.answers["/robots.txt"] = lambda request: request.send(b"User-agent: *\nDisallow: /\n")
    said = migrator("crawl", site.home, "-o", tmp_path / "shut", "--allow-private")
    assert "the front page can't be had: robots; --ignore-robots asks it all the same" in said.err
    moved = {"Location": "http://elsewhere.example/"}
    server.answers["/robots.txt"] = lambda request: request.send(b"", status=404)
    server.fallback = lambda request: request.send(b"", status=301, headers=moved)
    said = migrator("crawl", site.home, "-o", tmp_path / "moved", "--allow-private")
    assert "other host; it leads to http://elsewhere.example/; crawl that address instead" in said.err


@pytest.mark.parametrize("url", ["ftp://gazette.example/", "https://", "https://gazette example/"])
def test_what_is_no_address_is_told(migrator: Invoke, tmp_path: Path, url: str) -> None:
    said = migrator("crawl", url, "-o", tmp_path)
    assert said.code == 2
    assert "that is no address of a site; give it as https://gazette.example/" in said.err


def test_why(migrator: Invoke, site: Site, tmp_path: Path) -> None:
    migrator("crawl", site.home, "-o", tmp_path, "--allow-private", "--capture-only", "-q", "--via", "links")
    cases = {
        f"{site.home}/about/": ["state        taken (page on the links road, run 1)", "answer       200 at 2"],
        f"{site.home}/2024/02/story-1/?share=facebook": ["refused      by the rule share: a share button"],
        f"{site.home}/nothing/": ["never met    nothing that was read names it (roads taken: links)"],
        f"{site.home}/a/?replytocom=3": ["never met    or not remembered, and refused by the rule reply:"],
        "https://elsewhere.example/": ["never met    and refused by the rule scope: an address of another site"],
    }
    for url, lines in cases.items():
        said = migrator("why", url, tmp_path)
        assert said.code == 0
        assert all(line in said.out for line in lines), said.out
    assert "kept in      capture/capture-00000.warc.gz, " in migrator("why", f"{site.home}/about/", tmp_path).out


def test_why_tells_what_a_list_gives(migrator: Invoke, site: Site, tmp_path: Path) -> None:
    migrator("crawl", site.home, "-o", tmp_path, "--allow-private", "--capture-only", "-q")
    said = migrator("why", site.link(3), tmp_path)
    assert "state        not asked for again" in said.out
    assert "given as     posts/3 of 2024-04-10T09:30:03 (there, run 1)" in said.out


def test_why_without_a_crawl(migrator: Invoke, tmp_path: Path) -> None:
    said = migrator("why", "https://gazette.example/", tmp_path)
    assert said.code == 4
    assert "there is no crawl in this archive; `migrator crawl` begins one" in said.err
