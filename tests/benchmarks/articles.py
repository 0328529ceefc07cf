"""The article found in saved pages and converted, held against what people said of them: pieces of text that are its
("with") and that are not ("without"), its whole text, its title, and names of share buttons that were left over."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from lxml.etree import _Element, iterwalk

from migrator.convert import STEPS
from migrator.markup.html import parse, parse_page
from migrator.markup.text import spaced_text
from migrator.model import Image
from migrator.site import Site
from migrator.sources.pages.article import Article, find_article
from migrator.sources.pages.featured import excerpt_of, featured_image, subtitle_of
from tests.benchmarks import pages
from tests.benchmarks.pages import INDEX, html_of
from tests.sites import bare_post, make_site

OWN = pages.ROOT / "fixtures" / "articles"
_WORDS = re.compile(r"\w+")
_PROGRAMS = ("script", "style", "noscript", "template", "iframe")
_BLOCKS = frozenset(
    "body p div section article header footer ul ol li dl dt dd table tr td th blockquote pre figure figcaption "
    "h1 h2 h3 h4 h5 h6 hr br aside nav details summary".split()
)
_SIGNS = str.maketrans("“”„«»‘’‚´`–—\xa0", '"""""' + "'''''" + "-- ")
_WIDGETS = re.compile(
    r"(?:share(?: this)?|tweet|pin it|teilen(?: mit)?|twittern|compartir|partager|like this|loading\.{3}"
    r"|facebook|twitter|whatsapp|linkedin|pinterest|telegram|e-?mail|print|xing|reddit|pocket|flipboard|tumblr"
    r"|share on \w+|auf \w+ teilen|click to (?:share|e-?mail|print) .{,60})[\s:!.]*",
    re.IGNORECASE,
)
"""Lines that buttons say."""

LABEL = 30
"""Characters of a piece of clutter that is no sentence."""


class Gold(NamedTuple):
    """A page and what people said of it; empty is what nobody said."""

    page: Path
    url: str
    titles: tuple[str, ...]
    article: tuple[str, ...]
    clutter: tuple[str, ...]
    text: str


class Text(NamedTuple):
    """How much of a found text is the article's, and how much of the article's was found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.precision else 0.0


@dataclass
class Result:
    """What came of one page."""

    page: str
    title: bool | None = None
    found_title: str = ""
    titles: tuple[str, ...] = ()
    kept: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    text: Text | None = None
    widgets: list[str] = field(default_factory=list)
    seconds: float = 0.0


def gold_of(folder: Path) -> list[Gold]:
    return [_gold(folder, row) for row in json.loads((folder / INDEX).read_text("utf-8"))]


def _gold(folder: Path, row: dict[str, Any]) -> Gold:
    said: dict[str, dict[str, Any]] = row["truth"]

    def pieces(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for texts in said.get(name, {}).values() for text in texts if text.strip()))

    text = next(iter(said.get("text", {}).values()), "")
    html = next(iter(said.get("html", {}).values()), "")
    return Gold(
        folder / row["file"],
        row.get("url", ""),
        tuple(dict.fromkeys(said.get("title", {}).values())),
        pieces("with"),
        pieces("without"),
        text or (spaced_text(parse(html)) if html else ""),
    )


def measure(gold: Iterable[Gold]) -> list[Result]:
    site = make_site()
    return [_measure(each, site) for each in gold]


def _measure(gold: Gold, site: Site) -> Result:
    page = parse_page(html_of(gold.page))
    before = perf_counter()
    article = find_article(page)
    result = Result(gold.page.name, seconds=perf_counter() - before)
    found = _fields(page, article) + converted(article, site) if article else ""
    judge(result, gold, found, article.title if article else "", page)
    if article and result.lost:
        _count_featured(result, featured_image(page, gold.url, article.content, None))
    return result


def _fields(page: _Element, article: Article) -> str:
    """The excerpt and the subtitle that a document has beside its text, a line each."""
    excerpt = lines_of(parse(excerpt_of(page, article.content, None)))
    return "".join(f"{text.strip()}\n" for text in (excerpt, subtitle_of(page, article.content, None)) if text.strip())


def _count_featured(result: Result, featured: Image | None) -> None:
    """Take pieces of the featured picture's caption for kept: a document has it beside its text."""
    caption = squeezed(featured.caption if featured else "")
    found = [text for text in result.lost if squeezed(text) in caption]
    result.kept += found
    result.lost = [text for text in result.lost if text not in found]


def squeezed(text: str) -> str:
    """A text without spaces, addresses and the places where words may be parted."""
    return pages.squeezed(text).replace("\xad", "")


def judge(result: Result, gold: Gold, found: str, title: str, page: _Element) -> None:
    """Hold a text, its lines by line breaks, and a title against what was said of their page.

    A caption is an article's whatever was said: an archive keeps it.
    """
    captions = squeezed(" ".join(map(spaced_text, page.iter("figcaption"))))
    whole, body = squeezed(lines_of(next(page.iter("body"), page))), squeezed(found)
    result.found_title, result.titles = title, gold.titles
    if gold.titles:
        result.title = folded(title) in map(folded, gold.titles)
    for text in gold.article:
        if squeezed(text) in whole:
            (result.kept if squeezed(text) in body + squeezed(title) else result.lost).append(text)
    for text in gold.clutter:
        if squeezed(text) in whole and squeezed(text) not in captions:
            (result.left if shows(found, text) else result.taken).append(text)
    if gold.text:
        result.text = compare(found, gold.text)
    result.widgets = [line for line in found.splitlines() if _WIDGETS.fullmatch(line.strip())]


def shows(found: str, piece: str) -> bool:
    """Whether a text shows a piece of clutter; a mere label only where a line begins with it, as its words may well
    stand in an article's sentences, too."""
    if len(piece) >= LABEL:
        return squeezed(piece) in squeezed(found)
    return any(squeezed(line).startswith(squeezed(piece)) for line in found.splitlines())


def converted(article: Article, site: Site) -> str:
    """What a reader sees of the document that an article becomes, a line each block."""
    post = bare_post(site, content=article.content, title=article.title, form="rendered")
    for step in STEPS:
        step(post, site)
    return lines_of(post.tree)


def lines_of(tree: _Element) -> str:
    """The text that an element shows, a line each block."""
    parts: list[str] = []
    hidden = 0
    for event, node in iterwalk(tree, ("start", "end", "comment")):
        hidden += (event == "start") - (event == "end") if node.tag in _PROGRAMS else 0
        parts.append("\n" if node.tag in _BLOCKS else "")
        if not hidden:
            parts.append((node.text if event == "start" else node.tail if node is not tree else "") or "")
    return "".join(parts)


def compare(found: str, gold: str) -> Text:
    """Count the words that two texts share, each as often as it stands in both."""
    ours, theirs = (Counter(_WORDS.findall(text.casefold())) for text in (found, gold))
    shared = (ours & theirs).total()
    return Text(shared / max(ours.total(), 1), shared / max(theirs.total(), 1))


def folded(title: str) -> str:
    """A title without regard to typographic signs, spaces and case."""
    return " ".join(title.translate(_SIGNS).casefold().split())


def half_of(page: str) -> int:
    """To which half of the corpus a page belongs (0 or 1), by its host: rules are tuned on the first alone."""
    host = page.split("__")[1].removeprefix("www.") if "__" in page else page
    return sha256(host.encode()).digest()[0] % 2


def report(results: Sequence[Result], *, details: bool = False) -> Iterator[str]:
    names = (("pages", 6), ("text F1", 8), ("prec.", 7), ("recall", 7), ("with", 8), ("without", 8))
    columns = (*names, ("titles", 8), ("widgets", 8), ("ms", 6))
    yield f"{'':10} " + " ".join(f"{name:>{width}}" for name, width in columns)
    halves = [[each for each in results if half_of(each.page) == half] for half in (0, 1)]
    for name, group in (("tuned on", halves[0]), ("unseen", halves[1]), ("all", list(results))):
        yield f"{name:10} " + _row(group)
    if details:
        for each in results:
            yield from _details(each)


def summary(results: Sequence[Result]) -> dict[str, float]:
    """The figures as shares: of text, of pieces kept and of those taken, of titles, and of pages with widgets' text."""
    texts = [each.text for each in results if each.text]
    kept, lost = (sum(map(len, group)) for group in zip(*((r.kept, r.lost) for r in results), strict=True))
    taken, left = (sum(map(len, group)) for group in zip(*((r.taken, r.left) for r in results), strict=True))
    return {
        **{name: _mean([getattr(text, name) for text in texts]) for name in ("f1", "precision", "recall")},
        "kept": kept / max(kept + lost, 1),
        "taken": taken / max(taken + left, 1),
        "titles": _mean([each.title for each in results if each.title is not None]),
        "widgets": _mean([bool(each.widgets) for each in results]),
    }


def _row(results: Sequence[Result]) -> str:
    if not results:
        return f"{0:6}"
    shares = zip(summary(results).values(), (8, 7, 7, 8, 8, 8, 8), strict=True)
    milliseconds = 1000 * _mean([each.seconds for each in results])
    return f"{len(results):6} " + " ".join(f"{share:{width}.1%}" for share, width in shares) + f" {milliseconds:6.1f}"


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(len(values), 1)


def _details(result: Result) -> Iterator[str]:
    name = f"{'ab'[half_of(result.page)]} {result.page}"
    yield from (f"LOST   {name}: {text!r}" for text in result.lost)
    yield from (f"left   {name}: {text!r}" for text in result.left)
    yield from (f"widget {name}: {text.strip()!r}" for text in result.widgets)
    if result.title is False:
        yield f"title  {name}: {result.found_title!r} is not {result.titles!r}"
    if result.text and result.text.f1 < 0.97:
        yield f"text   {name}: precision {result.text.precision:.3f}, recall {result.text.recall:.3f}"
