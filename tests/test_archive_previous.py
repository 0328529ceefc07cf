"""What becomes of documents of earlier runs: told in full, deleted only where they would be wrong or leak."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from migrator.archive import manifest
from migrator.archive.aside import REPLACED, set_aside
from migrator.archive.check import check
from migrator.archive.files import WORK
from migrator.archive.report import Report
from migrator.errors import Interrupted
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import open_source
from tests.test_run import files_of

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Gazette</title><link>https://gazette.example.edu</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://gazette.example.edu</wp:base_site_url>
"""
ITEM = """<item><title>{title}</title><link>https://gazette.example.edu/{slug}/</link>
<content:encoded><![CDATA[Text of {title}]]></content:encoded><wp:post_id>{id}</wp:post_id>
<wp:post_date>2024-03-0{id} 10:00:00</wp:post_date><wp:post_date_gmt>2024-03-0{id} 15:00:00</wp:post_date_gmt>
<wp:post_name>{slug}</wp:post_name><wp:status>{status}</wp:status><wp:post_type>{type}</wp:post_type></item>
"""
A = {"id": 1, "title": "Alpha", "slug": "alpha", "status": "publish", "type": "post"}
B = {"id": 2, "title": "Beta", "slug": "beta", "status": "publish", "type": "post"}
C = {"id": 3, "title": "Gamma", "slug": "gamma", "status": "draft", "type": "page"}
BETA = "content/posts/2024/03/beta"
ASIDE = "unpublished/changed/"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    convert(tmp_path / "archive", A, B, C)
    return tmp_path / "archive"


def convert(archive: Path, *items: dict[str, object], options: Options | None = None) -> Report:
    source = archive.parent / "export.xml"
    source.write_text(HEAD + "".join(ITEM.format(**item) for item in items) + "</channel></rss>", "utf-8")
    report = run(open_source([source]), archive, options or Options(), How())
    assert check(archive) == []
    return report


def is_as_fresh(archive: Path, *items: dict[str, object], options: Options | None = None) -> bool:
    convert(archive.parent / "fresh", *items, options=options)
    return files_of(archive) == files_of(archive.parent / "fresh")


def test_a_document_that_is_gone_stays_and_is_reported(archive: Path) -> None:
    for _ in range(2):
        report = convert(archive, A, C)
        assert report.leftovers.gone == [BETA]
        assert (archive / f"{BETA}.md").is_file()
        ledger = [json.loads(line) for line in (archive / "ledger.jsonl").read_text().splitlines()]
        assert [line["path"] for line in ledger if line["rule"] == "archive.gone"] == [BETA]
        assert f"{BETA}.md" in dict(manifest.read(archive / manifest.NAME))


def test_a_document_that_came_back_is_no_longer_gone(archive: Path) -> None:
    convert(archive, A, C)
    assert convert(archive, A, B, C).leftovers.gone == []
    assert is_as_fresh(archive, A, B, C)


def test_a_document_with_a_new_path_leaves_nothing_behind(archive: Path) -> None:
    report = convert(archive, A, B | {"slug": "better"}, C)
    assert report.leftovers.moved == [BETA]
    assert is_as_fresh(archive, A, B | {"slug": "better"}, C)


def test_a_document_that_was_unpublished_is_not_among_the_public_ones(archive: Path) -> None:
    report = convert(archive, A, B | {"status": "private"}, C)
    assert report.leftovers.moved == [BETA]
    assert (archive / "unpublished/private/posts/2024/03/beta.md").is_file()
    assert is_as_fresh(archive, A, B | {"status": "private"}, C)


@pytest.mark.parametrize(("status", "unpublished"), [("private", "skip"), ("trash", "keep")])
def test_what_must_not_be_shown_any_more_is_withdrawn(archive: Path, status: str, unpublished: str) -> None:
    options = Options(unpublished=unpublished)  # type: ignore[arg-type]
    report = convert(archive, A, B | {"status": status}, C, options=options)
    assert BETA in report.leftovers.withdrawn
    assert is_as_fresh(archive, A, B | {"status": status}, C, options=options)


def test_what_a_filter_leaves_out_stays(archive: Path) -> None:
    report = convert(archive, A, B, C, options=Options(types=frozenset(("page",))))
    assert report.leftovers.outside == ["content/posts/2024/03/alpha", BETA]
    assert (archive / f"{BETA}.md").is_file()


def test_what_was_changed_by_hand_is_not_deleted(archive: Path) -> None:
    (archive / f"{BETA}.md").write_text("My own words")
    convert_without_check = run(
        open_source([exported(archive, A, B | {"slug": "better"}, C)]), archive, Options(), How()
    )
    assert convert_without_check.leftovers.edited == [BETA]
    assert (archive / f"{BETA}.md").read_text() == "My own words"


def test_what_was_changed_by_hand_is_set_aside_before_it_is_written_anew(archive: Path) -> None:
    for number, words in ((1, "My own words"), (2, "Other words")):
        (archive / f"{BETA}.md").write_text(words)
        report = convert(archive, A | {"title": f"Alpha {number}"}, B, C)
        assert report.leftovers.aside == [f"{BETA}.md"]
    assert convert(archive, A, B, C).leftovers.aside == []
    kept = {path: data for path, data in files_of(archive).items() if path.startswith(ASIDE)}
    assert kept == {f"{ASIDE}{BETA}.md": b"My own words", f"{ASIDE}{BETA}-2.md": b"Other words"}


def test_what_someone_has_put_where_a_new_document_belongs_is_set_aside(archive: Path) -> None:
    delta = "content/posts/2024/03/delta.md"
    (archive / delta).write_text("My own words")
    report = convert(archive, A, B, C, A | {"id": 4, "title": "Delta", "slug": "delta"})
    assert report.leftovers.aside == [delta]
    assert (archive / "unpublished" / "changed" / delta).read_text() == "My own words"


def test_half_a_file_that_a_killed_run_has_left_is_no_work(archive: Path) -> None:
    kept, page = archive / WORK / REPLACED / f"{BETA}-2.md", archive / f"{BETA}-2.md"
    kept.parent.mkdir(parents=True)
    page.write_bytes(b"A beginning and an end")
    kept.write_bytes(b"A beginning")
    assert set_aside(archive, archive / WORK, alone=True) == []
    kept.write_bytes(b"My own words")
    assert set_aside(archive, archive / WORK, alone=False) == []
    assert set_aside(archive, archive / WORK, alone=True) == [f"{BETA}-2.md"]


def test_work_on_what_is_unpublished_stays_unpublished(archive: Path) -> None:
    (path,) = (archive / "unpublished").rglob("gamma.md")
    path.write_text("My own words")
    convert(archive, A, B, C | {"title": "Gamma 2"})
    holders = {path for path, data in files_of(archive).items() if data == b"My own words"}
    assert holders == {"unpublished/changed/draft/pages/gamma.md"}
    assert not list(check(archive))


@pytest.mark.parametrize("unpublished", ["keep", "skip"])
@pytest.mark.parametrize("suffix", ["md", "json"])
def test_work_on_what_is_public_no_more_is_not_left_where_all_may_read_it(
    archive: Path, suffix: str, unpublished: str
) -> None:
    work = (archive / f"{BETA}.{suffix}").read_text().replace("Text of Beta", "My own words")
    (archive / f"{BETA}.{suffix}").write_text(work)
    options = Options(unpublished="keep" if unpublished == "keep" else "skip")
    report = convert(archive, A, B | {"status": "private"}, C, options=options)
    assert report.leftovers.aside == [f"{BETA}.{suffix}"]
    holders = {path for path, data in files_of(archive).items() if b"My own words" in data}
    assert holders == {f"unpublished/changed/{BETA}.{suffix}"}
    assert not [path for path in files_of(archive) if path.startswith("content/") and "beta" in path]


def test_what_a_stopped_run_has_written_is_not_taken_for_someones_work(archive: Path) -> None:
    def stop(doing: str, offset: int) -> None:
        if doing == "converting":
            raise KeyboardInterrupt

    (archive / f"{BETA}.md").write_text("My own words")
    renewed = [one | {"title": f"New {one['title']}"} for one in (A, B, C)]
    with pytest.raises(Interrupted):
        run(open_source([exported(archive, *renewed)]), archive, Options(), How(), stop)
    assert convert(archive, A, B, C).leftovers.aside == [f"{BETA}.md"]
    assert (archive / "unpublished" / "changed" / f"{BETA}.md").read_text() == "My own words"


def exported(archive: Path, *items: dict[str, object]) -> Path:
    source = archive.parent / "export.xml"
    source.write_text(HEAD + "".join(ITEM.format(**item) for item in items) + "</channel></rss>", "utf-8")
    return source


def test_two_documents_that_change_names_are_both_there(archive: Path) -> None:
    swapped = (A | {"slug": "beta"}, B | {"slug": "alpha"}, C)
    assert convert(archive, *swapped).leftovers.moved == []
    assert is_as_fresh(archive, *swapped)


def test_media_are_never_touched(archive: Path) -> None:
    photo = archive / "media/2024/03/a.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"jpeg")
    with (archive / manifest.NAME).open("a") as file:
        file.write(manifest.line("media/2024/03/a.jpg", "0" * 64))
    run(open_source([exported(archive, A)]), archive, Options(), How())
    assert photo.read_bytes() == b"jpeg"
    assert dict(manifest.read(archive / manifest.NAME))["media/2024/03/a.jpg"] == "0" * 64


def test_a_manifest_that_leads_out_of_the_archive_is_not_followed(archive: Path) -> None:
    outside = archive.parent / "precious.md"
    outside.write_text("mine")
    with (archive / manifest.NAME).open("a") as file:
        file.write(manifest.line("content/../../precious.md", "0" * 64))
    run(open_source([exported(archive, A)]), archive, Options(), How())
    assert outside.read_text() == "mine"
