"""Documents that are written anew when their files come in: addresses, credits, and what stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from migrator.archive.check import check
from migrator.media import complete
from migrator.media.documents import Texts, amended
from migrator.media.state import File
from tests.media.gazette import ALL, SITE, entry, media_of


def test_what_only_private_documents_show_is_not_public(bare: Path, whole: Path) -> None:
    private = media_of(whole, name="unpublished/media.json") if (whole / "unpublished/media.json").is_file() else {}
    for value in private.values():
        if value["status"] == "fetched":
            public = [other for other in media_of(whole).values() if other["sha256"] == value["sha256"]]
            assert value["path"].startswith("unpublished/media/") or public


def test_what_someone_else_put_there_stays(archive: Path, tmp_path: Path, no_network: None) -> None:
    (archive / "media/2024/03").mkdir(parents=True)
    (archive / "media/2024/03/photo.jpg").write_text("notes of my own")
    complete(archive, ALL)
    assert (archive / "media/2024/03/photo.jpg").read_text() == "notes of my own"
    assert entry(archive, "2024/03/photo.jpg")["path"] == "media/2024/03/photo-2.jpg"


def documents(archive: Path) -> Iterator[tuple[str, Texts]]:
    for page in sorted(archive.rglob("*.md")):
        record = page.with_suffix(".json")
        path = page.relative_to(archive).as_posix().removesuffix(".md")
        yield path, Texts(record.read_text("utf-8"), page.read_text("utf-8"))


def test_there_and_back(bare: Path) -> None:
    """A law: documents that refer to files and then no more are what they were, to the byte."""
    changed = 0
    for path, texts in documents(bare):
        places = {use["url"].partition("#")[0]: use["path"] for use in json.loads(texts.record)["media"]}
        there = amended(texts, path, {url: File(place, place, "Ann Poe") for url, place in places.items()}.get)
        assert amended(there, path, {url: File("", place) for url, place in places.items()}.get) == texts, path
        changed += there != texts
    assert changed > 50


CREDITED = {
    ("image", "", ""): ("Ann Poe", "file"),
    ("image", "Jane Doe", "caption"): ("Jane Doe", "caption"),
    ("image", "Kim Lee", "attachment"): ("Kim Lee", "attachment"),
    ("image", "", "attachment"): ("", "attachment"),
    ("image", "Old Name", "file"): ("Ann Poe", "file"),
    ("audio", "", ""): ("", ""),
}
"""Kind, credit and its witness in the record → the same when the file says that Ann Poe made it."""


@pytest.mark.parametrize("before", CREDITED)
def test_a_file_says_who_made_it_where_nothing_else_does(before: tuple[str, str, str]) -> None:
    kind, credit, witness = before
    use = {"url": "a", "path": "media/a", "kind": kind, "credit": credit, "credited_by": witness}
    record = {"media": [use], "featured": None, "excerpt": "", "comments": [], "content": {"html": "<p>x</p>"}}
    found = amended(
        Texts(json.dumps(record), "---\n---\n"), "content/a", lambda _url: File("media/a", "media/a", "Ann Poe")
    )
    use = json.loads(found.record)["media"][0]
    assert (use["credit"], use["credited_by"]) == CREDITED[before]


def test_a_listing_that_shows_an_address_keeps_it() -> None:
    url = f"{SITE}/a.jpg"
    code = f'<pre><code>&lt;img src="{url}"&gt; ![]({url})</code></pre>'
    record = {
        "media": [{"url": url, "path": "media/a.jpg"}],
        "featured": None,
        "excerpt": "",
        "comments": [],
        "content": {"html": f'<p><img src="{url}" alt=""></p>\n{code}'},
    }
    texts = Texts(json.dumps(record), '---\ntitle: "x"\n---\n\n')
    found = amended(texts, "content/a", lambda _url: File("media/a.jpg", "media/a.jpg"))
    html = json.loads(found.record)["content"]["html"]
    assert html == f'<p><img src="../media/a.jpg" alt=""></p>\n{code}'
    assert found.page.endswith(f'![](../media/a.jpg)\n\n```\n<img src="{url}"> ![]({url})\n```\n')


def test_a_document_changed_by_hand_is_left(archive: Path) -> None:
    page = next(archive.rglob("trustees-approve*.md"))
    page.write_text(page.read_text("utf-8") + "\nMy own words.\n", "utf-8")
    report = complete(archive, ALL)
    assert report.left == [page.relative_to(archive).as_posix().removesuffix(".md")]
    assert page.read_text("utf-8").endswith("\nMy own words.\n")
    assert ("manifest", page.relative_to(archive).as_posix()) in {(f.kind, f.path) for f in check(archive)}
