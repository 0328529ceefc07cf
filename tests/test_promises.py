"""The promises: nothing leaks, one bad thing stops nothing, and what doesn't add up is told."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from migrator.archive.check import check
from migrator.archive.reconciliation import Census
from migrator.archive.report import Report
from migrator.cli import main
from migrator.convert import STEPS
from migrator.model import Post, Record
from migrator.options import Options
from migrator.run import How, run
from migrator.run_index import index
from migrator.site import Site
from migrator.sources.opening import open_source
from migrator.sources.wxr import RawItem, read_item
from tests import marked
from tests.exports import item, wxr
from tests.marked import IPS, marks_in
from tests.test_laws import files_of

UNPUBLISHED = "unpublished/"

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Convert an export into the folder `archive`, again when it is there."""

    def made(source: bytes, **options: object) -> Path:
        (tmp_path / "export.xml").write_bytes(source)
        report = run(open_source([tmp_path / "export.xml"]), tmp_path / "archive", Options(**options), How())  # type: ignore[arg-type]
        assert (report.reconciliation.faults, report.failures) == ([], 0)
        return tmp_path / "archive"

    return made


def marks(archive: Path) -> tuple[set[str], set[str]]:
    """The marks in all files and their names: of those among what is public, and of those in `unpublished/`."""
    public, hidden = set[str](), set[str]()
    for name, data in files_of(archive).items():
        found = hidden if name.startswith(UNPUBLISHED) else public
        found |= marks_in(f"{name}\n{data.decode()}")
    return public, hidden


# Nothing leaks


def test_what_no_visitor_could_read_is_among_what_is_unpublished_alone(make: Make) -> None:
    archive = make(marked.export())
    public, hidden = marks(archive)
    assert public == set()
    assert {mark for mark in hidden if not mark.startswith("hiddenx")} == set()
    for state in marked.STATES:
        own = {mark for mark in hidden if mark.startswith("hiddenx" + state.replace("-", ""))}
        assert len(own) > 40, f"what is {state} is lost"
    assert check(archive) == []


def test_what_is_withheld_is_nowhere(make: Make) -> None:
    archive = make(marked.export(), unpublished="skip")
    assert marks(archive) == (set(), set())
    assert check(archive) == []


def test_addresses_are_there_when_they_are_asked_for(make: Make) -> None:
    public, hidden = marks(make(marked.export(), emails=True))
    asked_for = {"personalx1@", "personalx7@", "personalxruth@", "personalxlogin@", "personalxguest@", *IPS}
    assert asked_for <= public
    assert "personalx2@" in hidden
    assert {mark for mark in public | hidden if mark.startswith("neverx")} == set()


@pytest.mark.parametrize("depth", ["names", "full"])
def test_no_depth_of_the_ledger_leaks(make: Make, depth: str) -> None:
    assert marks(make(marked.export(), ledger=depth))[0] == set()


def test_filters_leak_nothing(make: Make) -> None:
    assert marks(make(marked.export(), types=frozenset(["page"]), unpublished="skip")) == (set(), set())


def test_what_was_public_once_is_taken_from_the_public(make: Make) -> None:
    public = re.sub(rb"<wp:status>(?:private|draft|pending|future|archived)<", b"<wp:status>publish<", marked.export())
    public = re.sub(rb"(<wp:post_password><!\[CDATA\[).*?\]\]>", rb"\1]]>", public)
    assert len(marks(make(public))[0]) > 200
    assert marks(make(marked.export()))[0] == set()


def test_what_was_kept_once_is_gone_when_it_is_withheld(make: Make) -> None:
    make(marked.export())
    assert marks(make(marked.export(), unpublished="skip")) == (set(), set())


PRIVATE = marked.entry(2, "hiddenx", status="private")
LOCKED = marked.entry(2, "hiddenx", password="neverxpassword & <b>")
"""Damage makes the reader mend an item: what it tells of that may hold no password."""


@pytest.mark.parametrize(
    "damaged",
    [
        PRIVATE[: PRIVATE.index("anchor")],
        PRIVATE[: PRIVATE.index("<wp:status>")],
        PRIVATE[: PRIVATE.index("private</wp:status>")],
        LOCKED[: LOCKED.index("</wp:post_type>")],
        LOCKED[: LOCKED.index("password & <b>")],
        LOCKED.replace("]]></wp:post_password>", "</wp:post_password>"),
        LOCKED.replace("<![CDATA[neverxpassword & <b>]]>", "neverxpassword & <b>"),
        LOCKED.replace("neverxpassword", "neverx\x08password"),
        LOCKED.replace("wp:post_password>", "wq:post_password>"),
        PRIVATE.replace("</wp:post_name>", "<![CDATA[</wp:post_name>"),
        PRIVATE.replace("]]></content:encoded>", "</content:encoded>"),
        PRIVATE.replace("hiddenxwords", "]]> & <hiddenxwords>"),
        PRIVATE.replace("hiddenxtitle]]>", "hiddenx\x01title & more"),
        PRIVATE.replace("<wp:status>private</wp:status>", "<wp:status>private"),
    ],
    ids=range(14),
)
def test_damage_makes_nothing_public(make: Make, damaged: str) -> None:
    archive = make(marked.export(marked.entry(1, "public") + damaged))
    public, hidden = marks(archive)
    assert public == set()
    assert {mark for mark in hidden if mark.startswith("neverx")} == set()


OPEN = marked.entry(1, "public", more=marked.comment(1, "public"))
HIDDEN = marked.entry(2, "hiddenx", status="private", more=marked.comment(2, "hiddenx"))
BOTH = OPEN + HIDDEN
"""Where the border between two items is lost, the second's status must not be taken for the first's, nor its comments
for comments on the first."""


@pytest.mark.parametrize(
    "damaged",
    [
        BOTH.replace("</item>\n<item>\n", ""),
        BOTH.replace("</item>\n<item>\n<title><![CDATA[hiddenxtitle]]></title>\n", ""),
        BOTH[: BOTH.index("</wp:comment>")] + BOTH[BOTH.index("<title><![CDATA[hiddenx") :],
        BOTH[: BOTH.index("</wp:commentmeta>")] + BOTH[BOTH.index("<link>https://gazette.example.edu/hiddenx") :],
        BOTH[: BOTH.index("commenter]]>")] + BOTH[BOTH.index("hiddenxtitle") :],
        BOTH[: BOTH.index("<wp:postmeta>")] + BOTH[BOTH.index("<wp:comment>\n<wp:comment_id>2<") + 12 :],
        BOTH[: BOTH.index("</wp:postmeta>")] + BOTH[BOTH.index("<wp:comment_id>2<") :],
        BOTH[: BOTH.index("</wp:status>")] + BOTH[BOTH.index("<wp:comment>\n<wp:comment_id>2<") :],
        BOTH.replace("<wp:comment>", "<wp:commen"),
        BOTH.replace("<wp:comment>\n", "").replace("</wp:comment>\n", ""),
        BOTH.replace("</wp:comment_author_email>", "<wp:postmeta>"),
        BOTH.replace("<wp:comment_date>", "<wp:status>"),
        BOTH.replace("</wp:comment_date>", "</wp:comment>"),
    ],
    ids=range(13),
)
def test_two_items_that_run_into_each_other_are_as_hidden_as_the_second(make: Make, damaged: str) -> None:
    public, hidden = marks(make(marked.export(marked.entry(3, "public") + damaged)))
    assert public == set()
    assert {mark for mark in hidden if not mark.startswith("hiddenx")} == set()
    assert hidden


def test_a_comment_whose_status_is_lost_is_not_taken_for_approved(make: Make) -> None:
    damaged = marked.comment(5, "hiddenx").replace("<wp:comment_approved>1</wp:comment_approved>", "<wp:comment_appr")
    public, hidden = marks(make(marked.export(marked.entry(1, "public", more=damaged))))
    assert public == set()
    assert "hiddenxcomment" in hidden


# One bad thing stops nothing


BAD = 4
HOSTILE = {
    "5 MB of paragraphs": f"<p>{'word ' * 500}<b>bold</b> [box]in[/box].</p>\n\n" * 2_000,
    "a line of 5 MB": "word " * 1_000_000,
    "10,000 nested divs": "<div>" * 10_000 + "deep" + "</div>" * 10_000,
    "2,000 unclosed tags": "<b><a href='x'>" * 1_000 + "deep",
    "10,000 nested blocks": "<!-- wp:group -->" * 10_000 + "deep" + "<!-- /wp:group -->" * 10_000,
    "3,000 nested shortcodes": "[box]" * 3_000 + "deep" + "[/box]" * 3_000,
    "200,000 shortcodes": "[clear]" * 200_000,
    "200,000 brackets": "[" * 200_000,
    "100,000 unclosed comments": "<!-- " * 100_000,
    "NULs": "wo\0rd \x01\x08\x0b\x1f\ufffe " * 50,
}


def exported(bad: str = "", *, numbers: range = range(1, 8)) -> bytes:
    return wxr(b"".join(item(number, content=bad if number == BAD else "") for number in numbers))


def others(archive: Path) -> dict[str, bytes]:
    """The documents but for the bad one."""
    return {
        name: data
        for name, data in files_of(archive).items()
        if name.startswith("content/") and f"story-{BAD}." not in name
    }


def converted(source: bytes, folder: Path, how: How | None = None) -> Report:
    folder.mkdir()
    (folder / "export.xml").write_bytes(source)
    return run(open_source([folder / "export.xml"]), folder / "archive", Options(), how or How())


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("promises")
    converted(exported(), folder / "ordinary")
    documents = others(folder / "ordinary" / "archive")
    assert len(documents) == 12
    return documents


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_hostile_content_changes_no_other_document(content: str, tmp_path: Path, ordinary: dict[str, bytes]) -> None:
    report = converted(exported(content.replace("]]>", "")), tmp_path / "a")
    assert report.exit_code == 0
    assert others(tmp_path / "a" / "archive") == ordinary
    document = json.loads((tmp_path / "a/archive/content/posts/2024/04" / f"story-{BAD}.json").read_bytes())
    for word in {"deep", "word"} & set(re.findall(r"\w+", content)):
        assert word in document["content"]["html"]


@pytest.mark.parametrize("step", range(len(STEPS)), ids=[step.__name__ for step in STEPS])
def test_an_error_in_a_step_costs_one_document(
    step: int, tmp_path: Path, ordinary: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(post: Post, _site: Site) -> None:
        if post.record.id == BAD:
            raise ValueError("what is this?")

    monkeypatch.setattr("migrator.convert.STEPS", (*STEPS[:step], fail, *STEPS[step:]))
    report = converted(exported("Lost <b>words</b>."), tmp_path / "a")
    assert (report.exit_code, report.failures) == (1, 1)
    assert others(tmp_path / "a" / "archive") == ordinary
    assert "Lost <b>words</b>." in (tmp_path / "a" / "archive" / "ledger.jsonl").read_text("utf-8")


@pytest.mark.parametrize("at_all", [True, False], ids=["at all", "with its content"])
def test_an_item_that_cannot_be_read_costs_one_document(
    at_all: bool, tmp_path: Path, ordinary: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(raw: RawItem, *, content: bool = True) -> Record:
        if raw.position == BAD - 1 and (content or at_all):
            raise ValueError("what is this?")
        return read_item(raw, content=content)

    monkeypatch.setattr(RawItem, "read", fail)
    report = converted(exported("Lost words."), tmp_path / "a")
    assert (report.exit_code, report.failures, report.reconciliation.faults) == (1, 1, [])
    assert others(tmp_path / "a" / "archive") == ordinary
    ledgers = [data for name, data in files_of(tmp_path / "a" / "archive").items() if name.endswith("ledger.jsonl")]
    assert b"Lost words." in b"".join(ledgers)


# What doesn't add up is told


def converts_to(code: int, source: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    (folder / "export.xml").write_bytes(source)
    words = ["migrator", "convert", str(folder / "export.xml"), "-o", str(folder / "archive")]
    monkeypatch.setattr("sys.argv", words)
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code == code


def test_an_item_that_the_count_has_not_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = Census.add

    def forget(census: Census, record: Record, *, again: bool) -> None:
        if record.id != BAD:
            count(census, record, again=again)

    monkeypatch.setattr(Census, "add", forget)
    assert converts_to(5, exported(), tmp_path, monkeypatch)
    account = json.loads((tmp_path / "archive" / "archive.json").read_bytes())["reconciliation"]
    assert not account["adds_up"]


@pytest.mark.parametrize("more", [{"comments": 1}, {"terms": 1}, {"items": Counter({("post", "publish"): 1})}], ids=str)
def test_what_was_counted_and_is_nowhere_is_told(
    more: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tampered(*arguments: Any, **named: Any) -> Census:
        census = index(*arguments, **named)
        for name, value in more.items():
            setattr(census, name, getattr(census, name) + value)
        return census

    monkeypatch.setattr("migrator.run.index", tampered)
    assert converts_to(5, exported(), tmp_path, monkeypatch)


def test_what_adds_up_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert converts_to(0, exported(), tmp_path, monkeypatch)
