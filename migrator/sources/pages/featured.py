"""What a theme shows above an article besides its title: the featured picture, and a deck that is an excerpt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.etree import XPath, _Element

from migrator.extensions import KINDS, extension_of
from migrator.markup.text import plain
from migrator.model import Image
from migrator.normalise.lazy import CANDIDATES, is_placeholder, largest, true_address
from migrator.normalise.urls import absolute, file_name, key, split, unproxied
from migrator.site.files import family, is_made
from migrator.sources.pages.elements import html_within, is_beside, is_named, shown_text

_PICTURES = XPath("//img")
_SHARED = XPath("string(//meta[@property='og:image']/@content)")
_FEATURED = re.compile(
    r"wp-post-image|post-thumbnail|featured-?(?:image|media|img)|post-?image|entry-thumb|(?:^|\s)thumbnail(?:\s|$)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"avatar|author", re.IGNORECASE)
_ABOVE = 3
"""How many elements above a picture its name or caption may stand: link, figure, wrapper."""

_COUNTED = re.compile(r"\?_=\d+$")
"""What WordPress adds to an address so that two players of a page share no file (`wp_audio_shortcode`)."""
_ATTACHED = XPath(
    "//*[contains(@class, 'attachment') and not(self::body)]//a[contains(@href, '/uploads/')]/@href"
    " | //main//audio/@src | //main//video/@src | //audio/source/@src | //video/source/@src"
)
_ATTACHED_PICTURES = XPath("//img[contains(@class, 'attachment-') or contains(@class, 'wp-image')]")
_CAPTIONS = XPath("//figcaption[not(ancestor::aside)] | //*[contains(@class, 'wp-caption-text')]")

_EXCERPTS = XPath("//*[contains(@class, 'excerpt') or contains(@class, 'summary')]")
_DECKS = XPath(
    "//*[contains(@class, 'deck') or contains(@class, 'dek') or contains(@class, 'standfirst')"
    " or contains(@class, 'title') or contains(@class, 'headline') or contains(@class, 'lead')]"
)
_EXCERPT = re.compile(
    r"(?:^|[\s_-])(?:entry-(?:summary|excerpt)|post-excerpt|wp-block-post-excerpt__excerpt|single-excerpt"
    r"|article-(?:summary|excerpt))(?:\s|$)",
    re.IGNORECASE,
)
_DECK = re.compile(r"(?:^|[\s_-])(?:deck|dek|standfirst|sub-?title|sub-?headline|article-lead)(?:\s|$)", re.IGNORECASE)
_LINES = frozenset("p div h2 h3 h4 span section".split())
_STEPS = 2
"""How many elements above a line the heading may be."""
_LONGEST = 800
"""Characters of an excerpt or deck; of 267 excerpts in real exports the longest has 750."""

_OPENING = 60
"""Characters by which a deck is told that only repeats the text."""


def featured_image(page: _Element, url: str, content: str, article: _Element | None) -> Image | None:
    """The picture that a page at `url` shows as its featured one, outside the article's `content`.

    The picture for social networks (`og:image`) confirms one, and is one where the page shows it outside the content.
    """
    shared = str(_SHARED(page))
    stem = _stem(shared)
    is_outside = bool(stem) and stem not in content
    pictures = [img for img in _PICTURES(page) if not _PERSON.search(f"{img.get('class')} {img.get('src')}")]
    shown = [img for img in pictures if not is_beside(img, article) and not _is_others(img, article, url)]
    named = [img for img in shown if _is_featured(img)]
    confirmed = [img for img in (shown if is_outside else named) if stem and _stem(true_address(img)) == stem]
    if confirmed:
        return _image(confirmed[0], url, shared)
    return _image(named[0], url, "") if named else None


def _is_featured(img: _Element) -> bool:
    around = [img, *_above(img)]
    return any(_FEATURED.search(node.get("class") or "") for node in around) and bool(_stem(true_address(img)))


def _above(img: _Element) -> Iterator[_Element]:
    for _, above in zip(range(_ABOVE), img.iterancestors(), strict=False):
        yield above


def _is_others(node: _Element, article: _Element | None, url: str = "") -> bool:
    """Whether something is another post's: it stands in a link to one, or in a list."""
    for above in node.iterancestors():
        if above is article:
            return False
        if above.tag == "a" and not _is_own(above.get("href") or "", url):
            return True
        if above.tag == "li" or (above.tag == "article" and article is not None):
            return True
    return False


def _is_own(href: str, url: str) -> bool:
    """Whether a picture's link leads to its file, or to the page that it stands on."""
    target = split(absolute(url, href))
    return KINDS.get(extension_of(target.path)) == "image" or (bool(href) and key(target) == key(split(url)))


def _stem(url: str) -> str:
    """The name of a picture's file without size and suffix: what its copies have in common."""
    if is_placeholder(url):
        return ""
    return family(file_name(unproxied(url)))


def _image(img: _Element, url: str, shared: str) -> Image:
    widest = largest(img.get(name, "") for name in CANDIDATES)
    addresses = [address for address in (shared, widest, true_address(img)) if address]
    best = next((address for address in addresses if not is_made(file_name(address))), addresses[0])
    caption = next((text for above in _above(img) if (text := _caption(above))), "")
    return Image(absolute(url, unproxied(best)), alt=" ".join((img.get("alt") or "").split()), caption=caption)


def _caption(node: _Element) -> str:
    for inner in node.iter("figcaption", "p", "div", "span"):
        if inner.tag == "figcaption" or "caption" in (inner.get("class") or ""):
            return shown_text(inner)
    return ""


def attached_file(page: _Element, url: str) -> str:
    """The address of the file that an attachment's page shows (`prepend_attachment`: a link, a player)."""
    pictures = [true_address(img) for img in _ATTACHED_PICTURES(page)]
    address = next(filter(None, (*_ATTACHED(page), *pictures)), "")
    return absolute(url, _COUNTED.sub("", address)) if address else ""


def caption_of(page: _Element) -> str:
    """The caption of the file that an attachment's page shows, as HTML: its excerpt in an export."""
    return next((html_within(node).strip() for node in _CAPTIONS(page) if not is_beside(node)), "")


def excerpt_of(page: _Element, content: str, article: _Element | None) -> str:
    """The excerpt that a page prints above its text, as HTML; "" if it has none, or one that repeats the text."""
    return next((html_within(node).strip() for node in _lines(_EXCERPTS(page), _EXCERPT, content, article)), "")


def subtitle_of(page: _Element, content: str, article: _Element | None) -> str:
    """The line below the title that a newspaper's theme prints, as text."""
    lines = (shown_text(node) for node in _lines(_DECKS(page), _DECK, content, article) if _is_below_title(node))
    return next((line for line in lines if not line.endswith(":")), "")


def _is_below_title(node: _Element) -> bool:
    """Whether a line stands near the page's heading, and not above a form: a newsletter has subtitles, too."""
    for _, above in zip(range(_STEPS), node.iterancestors(), strict=False):
        if next(above.iter("form"), None) is not None:
            return False
        if next(above.iter("h1"), None) is not None:
            return True
    return False


def _lines(
    nodes: Iterable[_Element], names: re.Pattern[str], content: str, article: _Element | None
) -> Iterator[_Element]:
    """Those of this article's elements with such a name whose text isn't in its content."""
    named = (node for node in nodes if node.tag in _LINES and is_named(node, names))
    for node in named:
        said = "" if is_beside(node, article) or _is_others(node, article) else shown_text(node)
        if said and len(said) <= _LONGEST and said[:_OPENING] not in plain(content):
            yield node
