"""The text of pages: what each invented page of `fixtures/text` becomes, and that no word of any is lost."""

from __future__ import annotations

import json
import pickle
import re
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from migrator.errors import SourceError
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import open_source
from migrator.sources.text import TextSource, accepts, open_text
from migrator.sources.text.dates import Dated, read_date_line
from migrator.sources.text.files import decoded
from migrator.sources.text.labels import read_labels
from migrator.sources.text.page import read_page
from migrator.sources.text.paragraphs import paragraphs

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "fixtures" / "text" / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES.parent / "expected.json").read_text("utf-8"))
CORPUS = ROOT.parent / "shared" / "corpus" / "text" / "blinken-meets-xi.txt"

_WORD = re.compile(r"\w+")


class Made(NamedTuple):
    """One document of an archive: its record, its Markdown, and the ledger's entries on it."""

    record: dict[str, Any]
    markdown: str
    ledger: list[dict[str, Any]]

    def texts(self, *actions: str) -> list[str]:
        return [entry["before"] for entry in self.ledger if entry["action"] in actions]


def made(paths: list[Path], archive: Path) -> dict[str, Made]:
    assert run(open_source(paths), archive, Options(), How()).exit_code == 0
    ledger = [json.loads(line) for line in (archive / "ledger.jsonl").read_text("utf-8").splitlines()]
    found = {}
    for file in archive.glob("content/**/*.json"):
        record = json.loads(file.read_text("utf-8"))
        entries = [entry for entry in ledger if entry["document"] == record["id"]]
        found[record["guid"]] = Made(record, file.with_suffix(".md").read_text("utf-8"), entries)
    return found


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    return made([PAGES], tmp_path_factory.mktemp("text") / "archive")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_becomes_a_document(archive: dict[str, Made], name: str) -> None:
    document, expected = archive[name], EXPECTED[name]
    record = document.record
    assert record["title"] == expected["title"]
    assert [[author["name"], author["title"]] for author in record["authors"]] == expected["authors"]
    assert [term["name"] for term in record["terms"].get("category", [])] == expected["categories"]
    published = record["published"] or {"edtf": "", "source": ""}
    assert [published["edtf"], published["source"]] == expected["date"]
    assert [embed["author"] for embed in record["embeds"]] == ([expected["credit"]] if "credit" in expected else [])
    comments = [
        [one["author"], one["date"]["local"], " ".join(_text(one["html"]).split())] for one in record["comments"]
    ]
    assert comments == expected.get("comments", [])
    doubts = [
        entry["after"] for entry in document.ledger if entry["rule"] == "text.labels" and entry["action"] == "warned"
    ]
    assert doubts == [f"each taken for one label: {doubt}" for doubt in expected.get("doubts", [])]
    paragraphs = re.findall(r"<p>(.*?)</p>", record["content"]["html"], re.DOTALL)
    assert _text(paragraphs[0]).startswith(expected["first"])


def test_every_page_has_its_expectation() -> None:
    assert {file.name for file in PAGES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_word_is_in_the_document_or_in_the_ledger(archive: dict[str, Made], name: str) -> None:
    document = archive[name]
    seen = [
        document.record["title"],
        _text(document.record["content"]["html"]),
        *document.texts("removed", "rewritten"),
        *(f"{one['author']} {_text(one['html'])}" for one in document.record["comments"]),
    ]
    lost = Counter(_words((PAGES / name).read_text("utf-8"))) - Counter(_words("\n".join(seen)))
    assert not lost


def test_what_surrounds_the_article_is_in_the_ledger_alone(archive: dict[str, Made]) -> None:
    everything = "\n".join(document.markdown for document in archive.values())
    for words in ("Leave a Reply", "Akismet", "Share this", "Skip to content", "Schreibe einen Kommentar", "Facebook"):
        assert words not in everything
    assert "Share This" in archive["bridge-tolls.txt"].texts("removed")


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpus is not here")
def test_the_seed(tmp_path: Path) -> None:
    (document,) = made([CORPUS], tmp_path / "archive").values()
    record = document.record
    assert record["title"] == CORPUS.read_text("utf-8").split("\n")[2]
    assert [(one["name"], one["title"]) for one in record["authors"]] == [("Madeline Field", "Staff Writer")]
    assert [term["name"] for term in record["terms"]["category"]] == ["2024", "April 2024", "International News"]
    assert (record["published"]["edtf"], record["published"]["source"]) == ("2024-04", "category")
    assert [(one["provider"], one["author"]) for one in record["embeds"]] == [("getty", "Getty Images")]
    assert len(document.texts("removed")) == 6
    prose = [line for line in CORPUS.read_text("utf-8").split("\n") if len(line) > 100]
    assert len(prose) == 6
    body = " ".join(_text(record["content"]["html"]).split())
    assert all(" ".join(line.split()) in body for line in prose)


BRIDGE = (PAGES / "bridge-tolls.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "data",
    [
        BRIDGE.replace("\n", "\r\n").encode(),
        BRIDGE.encode("utf-8-sig"),
        BRIDGE.encode("utf-16"),
        BRIDGE.encode("cp1252"),
        re.sub(r"\n+", "\n", BRIDGE).encode(),
        ("\n\n\n" + BRIDGE.replace("\n\n", "\n \n \n")).encode(),
        ("Menu\nHome\n" + BRIDGE).encode(),
    ],
    ids=["crlf", "mark", "utf-16", "cp1252", "no blank lines", "spaces", "navigation"],
)
def test_other_ways_to_save_a_page(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "page.txt").write_bytes(data)
    document = made([tmp_path / "page.txt"], tmp_path / "archive")["page.txt"]
    expected = EXPECTED["bridge-tolls.txt"]
    assert document.record["title"] == expected["title"]
    assert [term["name"] for term in document.record["terms"]["category"]] == expected["categories"]
    assert [author["name"] for author in document.record["authors"]] == ["Lena Marsh"]
    assert "it ends,” said the board’s chair" in document.markdown
    assert document.record["embeds"][0]["author"] == "Getty Images"
    assert "Akismet" not in document.markdown


def test_pages_of_one_title_are_two_documents(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"Minutes\n\nNothing was decided in room {name[0]}.\n", "utf-8")
    assert len(made([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "archive")) == 2


@pytest.mark.parametrize(
    ("line", "names", "doubtful"),
    [
        ("2024April 2024International News", ["2024", "April 2024", "International News"], ["International News"]),
        ("2024 April 2024 Campus News", ["2024", "April 2024", "Campus News"], []),
        ("Campus NewsOpinionFall 2023", ["Campus News", "Opinion", "Fall 2023"], []),
        ("Spring 2014Arts & Life", ["Spring 2014", "Arts & Life"], []),
        ("AktuellesApril 2024Kultur & Leben", ["Aktuelles", "April 2024", "Kultur & Leben"], ["Kultur & Leben"]),
        ("Novembre 2018Actualités", ["Novembre 2018", "Actualités"], []),
        ("Vol. 53, No. 2News", ["Vol. 53, No. 2", "News"], []),
        ("News • April 24, 2024", ["News", "April 24, 2024"], []),
        ("News, Local, October 2021", ["News", "Local", "October 2021"], []),
        ("Fall 2022VoicesThe Arts", ["Fall 2022", "Voices", "The Arts"], ["Voices"]),
        ("Opinion", ["Opinion"], []),
        ("April 2024", ["April 2024"], []),
        ("Rowing2019", ["Rowing", "2019"], ["Rowing"]),
    ],
)
def test_labels_are_parted(line: str, names: list[str], doubtful: list[str]) -> None:
    labels = read_labels(line, (), is_above_title=True)
    assert labels is not None
    assert (list(labels.names), list(labels.doubtful)) == (names, doubtful)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "FilmFest Returns",
        "HackMIT Brings Students Together",
        "iPhone Sales Rise in 2024",
        "McDonald Wins Race",
        "Trustees Approve Budget, Fees",
        "2024 Student Government Election Results",
        "2024 in Review",
        "1990s Music Returns",
        "Spring 2024 Sports Preview",
        "Madeline Field",
        "Letter From the Editor",
        "Students Protest Tuition, Politics",
        "A day in the life",
        "The news: what we know of 2024 so far.",
    ],
)
def test_titles_are_no_labels(line: str) -> None:
    assert read_labels(line, (), is_above_title=True) is None


def test_labels_that_others_have_are_known() -> None:
    assert read_labels("SportsWomen’s Rowing", (), is_above_title=True) is None
    labels = read_labels("SportsWomen’s Rowing", {"women’s rowing"}, is_above_title=True)
    assert labels is not None and labels.names == ("Sports", "Women’s Rowing") and not labels.doubtful
    labels = read_labels("World News Women’s Rowing", {"women’s rowing", "world news"}, is_above_title=False)
    assert labels is not None and labels.names == ("World News", "Women’s Rowing")


def test_lines_above_the_titles_of_several_pages_are_labels(tmp_path: Path) -> None:
    pages = ("Oddments", "Oddments", "Oddments", "HarborOddments", "HarborWharf", "Wharf", "MinutesBook", "Minutes")
    for number, line in enumerate(pages):
        title = "We met in room 4." if line == "Minutes" else f"Title {number}"
        (tmp_path / f"{number}.txt").write_text(f"{line}\n\n{title}\n\nText of some page.\n", "utf-8")
    records = [item.read() for batch in open_text([tmp_path]).batches() for item in batch]
    assert [[term.name for term in record.terms] for record in records] == [
        ["Oddments"], ["Oddments"], ["Oddments"], ["Harbor", "Oddments"], ["Harbor", "Wharf"], [], [], [],
    ]  # fmt: skip
    assert [record.title for record in records[4:]] == ["Title 4", "Wharf", "MinutesBook", "Minutes"]


def test_words_before_labels_say_of_which_taxonomy_they_are() -> None:
    tags = read_labels("Tags: strike, ferry fares", (), is_above_title=False)
    assert tags is not None and (tags.taxonomy, tags.names) == ("post_tag", ("strike", "ferry fares"))
    filed = read_labels("Filed under: Harbor, April 2024", (), is_above_title=False)
    assert filed is not None and (filed.taxonomy, filed.names) == ("category", ("Harbor", "April 2024"))
    assert read_labels("Tags: I have never liked them, and I shall say why.", (), is_above_title=True) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("April 24, 2024", Dated("2024-04-24", "", False)),
        ("Posted on April 24, 2024 at 3:15 pm", Dated("2024-04-24", "2024-04-24 15:15:00", False)),
        ("Wednesday, April 24, 2024", Dated("2024-04-24", "", False)),
        ("Last updated: 24 April 2024", Dated("2024-04-24", "", True)),
        ("Veröffentlicht am 24. April 2024", Dated("2024-04-24", "", False)),
        ("Publié le 24 avril 2024", Dated("2024-04-24", "", False)),
        ("2024-04-24", Dated("2024-04-24", "", False)),
        ("April 2024", Dated("2024-04", "", False)),
        ("On April 24, 2024 the board met.", None),
        ("Budget 2024", None),
        ("", None),
    ],
)
def test_lines_that_are_dates(line: str, expected: Dated | None) -> None:
    assert read_date_line(line) == expected


@pytest.mark.parametrize(
    ("head", "date", "terms", "body"),
    [
        ("By Jane Doe | April 3, 2024 | Sports", "2024-04-03", ["Sports"], "By Jane Doe"),
        ("Posted on April 3, 2024 by Jane Doe", "2024-04-03", [], "by Jane Doe"),
        ("April 3, 2024 • News", "2024-04-03", ["News"], ""),
        ("Jane Doe · 3 April 2024", "2024-04-03", [], "Jane Doe"),
        (
            "A subtitle of some words\nBy Jane Doe\nApril 3, 2024",
            "2024-04-03",
            [],
            "A subtitle of some words\nBy Jane Doe",
        ),
        ("Filed under: News, Rowing\nBy Jane Doe", "", ["News", "Rowing"], "By Jane Doe"),
        ("First prose.\n\nMore prose.\n\nApril 3, 2024", "", [], "First prose.\n\nMore prose.\n\nApril 3, 2024"),
        ("April 3, 2024\nIt fell.\nApril 5, 2024", "", [], "April 3, 2024\nIt fell.\nApril 5, 2024"),
        ("On April 3, 2024 | we met", "", [], "On April 3, 2024 | we met"),
    ],
)
def test_lines_between_title_and_article(head: str, date: str, terms: list[str], body: str) -> None:
    page = read_page(f"A Title\n\n{head}\n\nThe article.", (), "x")
    assert [dated.edtf for dated in page.dates] == ([date] if date else [])
    assert [term.name for term in page.terms] == terms
    assert page.body == f"{body}\n\nThe article.".strip()


@pytest.mark.parametrize(
    ("text", "title", "terms", "date"),
    [
        ("April 3, 2024\n\nA Title\n\nText.", "A Title", [], "2024-04-03"),
        ("News • April 3, 2024\n\nA Title\n\nText.", "A Title", ["News"], "2024-04-03"),
        ("April 3, 2024News\n\nA Title\n\nText.", "A Title", ["April 3, 2024", "News"], ""),
        ("News\nBy Jane Doe\nText.", "News", [], ""),
        ("News", "News", [], ""),
        ("# A Title\n\nText.", "A Title", [], ""),
        ("By Jane Doe\n\nText.", "the file", [], ""),
        ("word " * 60, "the file", [], ""),
        ("", "the file", [], ""),
    ],
)
def test_lines_above_the_title(text: str, title: str, terms: list[str], date: str) -> None:
    page = read_page(text, (), "the file")
    assert (page.title, [term.name for term in page.terms]) == (title, terms)
    assert [dated.edtf for dated in page.dates] == ([date] if date else [])


def test_comments_that_cant_be_told_apart_stay_in_the_text() -> None:
    page = read_page("Title\n\nBody.\n\n2 Comments\n\nSomebody liked it.\n\nLeave a Reply", (), "x")
    assert not page.comments and "Somebody liked it." in page.body and "2 Comments" in page.body


def test_paragraphs() -> None:
    long = "word " * 30
    assert paragraphs([long, long]) == f"{long.strip()}\n\n{long.strip()}"
    assert paragraphs(["roses", "violets", "", "sugar"]) == "roses\nviolets\n\nsugar"
    assert paragraphs(["x" * 70, "y" * 70, "z"]) == f"{'x' * 70} {'y' * 70} z"
    assert paragraphs(["Body.", "Share this:", "Facebook"]) == "Body.\n\nShare this:\n\nFacebook"


def test_what_is_a_page_of_text(tmp_path: Path) -> None:
    page, export, binary = tmp_path / "page.txt", tmp_path / "export.txt", tmp_path / "binary.txt"
    page.write_text("Title\n\nText.", "utf-8")
    export.write_text('<?xml version="1.0"?><rss></rss>', "utf-8")
    binary.write_bytes(b"PK\x00\x01")
    assert accepts(page) and not accepts(export) and not accepts(binary) and not accepts(tmp_path / "missing.txt")
    assert accepts(tmp_path)
    (tmp_path / "page.html").write_text("<p>x</p>", "utf-8")
    assert not accepts(tmp_path)


def test_files_are_read_by_the_numbers_in_their_names(tmp_path: Path) -> None:
    for name in ("page-10.txt", "page-9.txt", "1/z.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Title\n\nText.", "utf-8")
    source = open_source([tmp_path])
    assert isinstance(source, TextSource)
    items = [item for batch in source.batches(2) for item in batch]
    assert [item.source for item in items] == ["1/z.txt", "page-9.txt", "page-10.txt"]
    assert [item.position for item in items] == [0, 1, 2] and items[-1].offset == source.size
    assert pickle.loads(pickle.dumps(items[0])).read().title == "Title"


def test_files_without_text_are_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n", "utf-8")
    (tmp_path / "page.txt").write_text("Title\n\nText.", "utf-8")
    source = open_text([tmp_path])
    assert (source.count, [entry.where for entry in source.repairs]) == (1, ["empty.txt"])
    (tmp_path / "page.txt").unlink()
    with pytest.raises(SourceError, match=r"empty\.txt: the file is empty"):
        open_text([tmp_path])


def test_bytes_of_another_encoding_are_told(tmp_path: Path) -> None:
    assert decoded("naïve".encode("cp1252")) == ("naïve", "windows-1252")
    (tmp_path / "page.txt").write_bytes("Café\n\nNaïve.".encode("cp1252"))
    (item,) = next(open_text([tmp_path / "page.txt"]).batches())
    record = item.read()
    assert (record.title, record.content) == ("Café", "Naïve.")
    assert [entry.rule for entry in record.repairs] == ["text.encoding"]
    assert item.read(content=False).content == "" and item.glance() == "Naïve."
    assert item.may_be(0, "page.txt") and not item.may_be(7, "other.txt")


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "2024April 2024News", "News | Opinion", "By Jane Doe", "April 3, 2024", "2 Comments", "Leave a Reply",
             "Jane Doe", "April 3, 2024 at 10:02 am", "Reply", "Menu", "Tags: a, b", "Share this:", "# Heading",
             "A sentence that is long enough to be one line of a paragraph, and then some words more."]
        ),
        st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=60),
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(_LINES)
def test_no_word_of_any_text_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    page = read_page(text, (), "name of the file")
    seen = [page.title, page.body, *(entry.before for entry in page.entries if entry.action != "warned")]
    seen += [comment.content for comment in page.comments]
    assert not Counter(_words(text)) - Counter(_words("\n".join(seen)))


def _text(html: str) -> str:
    plain = re.sub(r"<(?:/p|br|/figure)[^>]*>", "\n", html)
    return re.sub(r"<[^>]*>", "", plain).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
