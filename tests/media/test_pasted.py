"""Pictures that were pasted into the text become files, in the part of the archive that their document is in."""

from __future__ import annotations

import json
import random
import shutil
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from migrator.archive.aside import FOLDER as CHANGED
from migrator.archive.check import check
from migrator.media import complete
from migrator.media.here import PASTED
from migrator.media.pasted import decoded, digest_in
from migrator.media.sniff import WrongFile
from migrator.media.state import FOLDER
from migrator.media.wish import Wish
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import open_source
from tests.pictures import png
from tests.test_run import files_of

HEAD = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Gazette</title><link>https://gazette.example.edu</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://gazette.example.edu</wp:base_blog_url>"""
ITEM = """<item><title>Item {0}</title><link>https://gazette.example.edu/{0}/</link><content:encoded><![CDATA[{2}]]>
</content:encoded><wp:post_id>{0}</wp:post_id><wp:post_date>2024-03-01 10:00:00</wp:post_date>
<wp:post_name>item-{0}</wp:post_name><wp:status>{1}</wp:status><wp:post_type>post</wp:post_type></item>"""


def picture(seed: int) -> bytes:
    """A picture too large to be what stands there until another is loaded."""
    return png(seed=seed) + random.Random(seed).randbytes(2000)


def address(data: bytes) -> str:
    return "data:image/png;base64," + b64encode(data).decode()


def place(seed: int) -> str:
    return f"media/pasted/{sha256(picture(seed)).hexdigest()[:32]}.png"


def convert(folder: Path, *items: tuple[str, str], jobs: int = 1, extent: Wish | None = None) -> Path:
    """Convert posts, given by status and pictures, into an archive."""
    source = folder / "export.xml"
    posts = (
        ITEM.format(number, status, f'<p>Before</p><p><img src="{shown}" alt="A"></p><p>Behind</p>')
        for number, (status, shown) in enumerate(items, 1)
    )
    source.write_text(HEAD + "".join(posts) + "</channel></rss>", "utf-8")
    archive = folder / "archive"
    how = How(jobs=jobs, complete=(lambda path: complete(path, extent)) if extent else None)
    run(open_source([source]), archive, Options(), how)
    return archive


@pytest.mark.parametrize("extent", [None, Wish("none"), Wish("referenced")])
def test_a_pasted_picture_becomes_a_file(tmp_path: Path, extent: Wish | None) -> None:
    archive = convert(tmp_path, ("publish", address(picture(1))), extent=extent)
    assert (archive / place(1)).read_bytes() == picture(1)
    (page,) = archive.glob("content/posts/**/*.md")
    assert f"![A](../../../../{place(1)})" in page.read_text("utf-8")
    assert "base64" not in page.with_suffix(".json").read_text("utf-8")
    (entry,) = json.loads((archive / "media.json").read_bytes())["media"]
    assert (entry["status"], entry["path"], entry["width"], entry["used_by"]) == ("fetched", place(1), 8, [1])
    assert digest_in(entry["url"]) == entry["sha256"]
    (line,) = map(json.loads, (archive / "ledger.jsonl").read_text("utf-8").splitlines())
    assert (line["rule"], line["action"], line["after"]) == ("image.data", "rewritten", place(1))
    assert line["before"] == f"data:image/png;base64 ({len(address(picture(1)))} characters)"
    assert not list(check(archive))
    assert not (archive / FOLDER).exists()


def test_what_only_private_documents_show_is_not_public(tmp_path: Path) -> None:
    public, both, private = (
        ("publish", address(picture(1))),
        ("private", address(picture(1))),
        ("private", address(picture(2))),
    )
    archive = convert(tmp_path, public, both, private)
    assert [path.relative_to(archive).as_posix() for path in sorted(archive.rglob("*.png"))] == [
        place(1),
        f"unpublished/{place(2)}",
    ]
    assert place(2) not in (archive / "media.json").read_text("utf-8")
    assert not list(check(archive))


def test_withdrawn_and_published_again(tmp_path: Path) -> None:
    shown = address(picture(1))
    before = files_of(convert(tmp_path, ("publish", shown)))
    archive = convert(tmp_path, ("private", shown))
    assert [path.relative_to(archive).as_posix() for path in archive.rglob("*.png")] == [f"unpublished/{place(1)}"]
    assert not list(check(archive))
    assert files_of(convert(tmp_path, ("publish", shown))) == before


def test_again_and_with_more_processes(tmp_path: Path) -> None:
    items = [("publish", address(picture(number % 3))) for number in range(9)]
    before = files_of(convert(tmp_path, *items))
    assert files_of(convert(tmp_path, *items)) == before
    (tmp_path / "other").mkdir()
    other = convert(tmp_path / "other", *items, jobs=2)
    assert files_of(other) == before
    assert complete(other, Wish("none")).missing == 0
    assert files_of(other) == before


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_bytes(picture(2))])
def test_one_that_is_gone_comes_back_with_a_conversion_only(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    archive = convert(tmp_path, ("publish", address(picture(1))))
    before = files_of(archive)
    spoil(archive / place(1))
    report = complete(archive, Wish("all"))
    assert report.gaps == {("", PASTED): 1}
    assert complete(archive, Wish("none")).missing == 1
    assert [(each.kind, PASTED in each.message) for each in check(archive)] == [("missing", True)]
    convert(tmp_path, ("publish", address(picture(1))))
    shutil.rmtree(archive / CHANGED, ignore_errors=True)
    assert files_of(archive) == before


@pytest.mark.parametrize(
    "shown", ["data:image/png;base64," + "!!!!" * 300, "data:image/png;base64," + "PGh0bWw+" * 200]
)
def test_what_is_no_picture_stays(tmp_path: Path, shown: str) -> None:
    archive = convert(tmp_path, ("publish", shown))
    (page,) = archive.glob("content/posts/**/*.md")
    assert f"![A]({shown})" in page.read_text("utf-8")
    (line,) = map(json.loads, (archive / "ledger.jsonl").read_text("utf-8").splitlines())
    assert (line["rule"], line["action"]) == ("image.data", "warned")
    assert len(line["before"]) < 200
    assert not (archive / "media").exists()


def test_forms_of_addresses() -> None:
    data = picture(1)
    assert decoded(address(data)).data == data
    assert decoded(address(data).rstrip("=").replace("+", "%2B")).data == data
    assert decoded(address(data)[:900] + " \n" + address(data)[900:]).data == data
    assert decoded(address(data).replace("image/png", "image/jpeg")).place.endswith(".png")
    assert decoded("DATA:image/png;charset=x;BASE64," + b64encode(data).decode()).data == data
    drawing = decoded("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' onload='a()'%3E%3Cg/%3E%3C/svg%3E")
    assert b"onload" not in drawing.data


@pytest.mark.parametrize(
    "shown", ["data:image/png;base64", "data:,", "data:text/plain,Hello", "data:;base64,JVBERi0xLjQ="]
)
def test_what_is_no_picture(shown: str) -> None:
    with pytest.raises(WrongFile):
        decoded(shown)


def test_a_small_picture_becomes_a_file_and_a_blank_one_stays(tmp_path: Path) -> None:
    small, blank = png(seed=5), "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
    archive = convert(tmp_path, ("publish", address(small)), ("publish", blank))
    (file,) = archive.rglob("media/pasted/*")
    assert (file.read_bytes(), len(address(small)) < 600) == (small, True)
    assert [page.read_text("utf-8").count(blank) for page in sorted(archive.glob("content/posts/**/*.md"))] == [0, 1]
    (line,) = map(json.loads, (archive / "ledger.jsonl").read_text("utf-8").splitlines())
    assert (line["rule"], line["action"], len(line["before"]) < 60) == ("image.data", "rewritten", True)
