"""What another site shows inside a page (a video, a post, a map) becomes a link that outlives the player."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from lxml.etree import Element, SubElement, _Element

from migrator.clean import figures, oembed
from migrator.clean.credits import author_in, credit_in, is_signature
from migrator.clean.figures import Caption
from migrator.clean.targets import UNKNOWN, Target, find, provider_of, target
from migrator.markup.text import spaced_text
from migrator.model import Post

_PLAYER_NAMES = re.compile(
    r"(?:youtube|vimeo|dailymotion|soundcloud|tiktok|facebook|instagram|twitter|x|embedded|spotify|google)?[ -]?"
    r"(?:video |audio |podcast |rich )?(?:player|embed|post|content|video|map|maps|document)?(?: embed)?",
    re.IGNORECASE,
)
_PREFIXES = re.compile(r"^(?:Spotify Embed|Embedded post|Spotify embed): *", re.IGNORECASE)
_WEB = ("https://", "http://", "//")


def embed(url: str, title: str = "", caption: Caption = None) -> _Element:
    """The canonical figure of what an address shows: a link to its page, under its title if that says anything."""
    return figure(target(url), title, caption)


def figure(shown: Target, title: str = "", caption: Caption = None) -> _Element:
    """The canonical figure of a target."""
    group = figures.embed(shown.url, meaningful(title), caption, kind=shown.kind, id=shown.id)
    group.set("data-provider", shown.provider)
    return group


def told(made: _Element, author: str = "", thumbnail: str = "") -> _Element:
    """Add to what has been made of an embed who made it, and the address of a picture of it."""
    said = {"data-author": author.strip(), "data-thumbnail": thumbnail if thumbnail.startswith(_WEB) else ""}
    for group in made.iter("figure"):
        if group.get("class") == "embed":
            group.attrib.update({name: value for name, value in said.items() if value and name not in group.attrib})
    return made


def embed_in(post: Post, url: str, title: str = "", caption: Caption = None) -> _Element:
    """Like `embed`, with what WordPress stored of the provider's answer in the post's `_oembed_…` meta.

    The title of a player; the words of a post, which are often their only copy: then a `<div>` that holds the
    quotation and the figure.
    """
    return figure_in(post, target(url), title, caption, url)


def figure_in(
    post: Post,
    shown: Target,
    title: str = "",
    caption: Caption = None,
    written: str = "",
    attributes: Mapping[str, str] = MappingProxyType({}),
) -> _Element:
    """Like `embed_in`, of a target; its address was `written` so, in a shortcode with such attributes."""
    answer = oembed.answer(post, shown, written, attributes)
    if answer is None:
        return figure(shown, title, caption)
    made = figure(answer.shown, title or answer.credit.title, caption)
    told(made, answer.credit.author, answer.thumbnail)
    return made if answer.quotation is None else quoted(answer.quotation, answer.shown, made)


def quoted(quotation: _Element, shown: Target, made: _Element) -> _Element:
    """The words of a post of another site as a quotation, and below it the figure that leads there.

    The content is moved out of `quotation`; without words in it the figure alone. A quotation that is only the title,
    with who made it, becomes the title; one that only says who made it the caption.
    """
    for boilerplate in _boilerplate(quotation):
        _remove(boilerplate)
    words = spaced_text(quotation)
    credit = credit_in(shown.provider, words)
    if credit is not None and credit.title:
        return told(figure(shown, credit.title, quotation if credit.title != words else None), credit.author)
    told(made, _page(quotation, shown) or author_in(shown.provider, words))
    if is_signature(shown.provider, words):
        return figures.captioned(made, quotation)
    if not words:
        return made
    both = Element("div")
    figures.filled(SubElement(both, "blockquote", cite=shown.url), quotation)
    both.append(made)
    return both


def _page(quotation: _Element, shown: Target) -> str:
    """The page that a post of Facebook is on: the quotation links to it, "Posted by" in whichever language."""
    if shown.provider != "facebook":
        return ""
    links = [(link.get("href", ""), spaced_text(link)) for link in quotation.iter("a")]
    return next((said for url, said in reversed(links) if provider_of(url) == "facebook" and find(url) is None), "")


_SAID_BY_WIDGETS = frozenset(
    (
        "view this post on instagram",
        "view on instagram",
        "view on threads",
        "view post on imgur.com",
        "embed from getty images",
        "loading…",
    )
)
_INVITED = 60
"""Characters of the longest invitation to see a post on Instagram, in the twelve languages that saved pages have."""


def _boilerplate(quotation: _Element) -> list[_Element]:
    return [
        element
        for element in quotation.iterdescendants("a", "p", "div", "span")
        if (words := spaced_text(element).lower()) in _SAID_BY_WIDGETS or _invites(element, words)
    ]


def _invites(element: _Element, words: str) -> bool:
    """Whether an element leads to the post on Instagram and says so, as embed codes have it in all languages.

    It is a link outside of the paragraph with the post's words; editors leave of it the innermost `<div>`.
    """
    if "instagram" not in words or len(words) > _INVITED or "@" in words:
        return False
    if element.tag == "a":
        parent = element.getparent()
        return "instagram.com/" in element.get("href", "") and parent is not None and parent.tag != "p"
    return element.tag == "div" and not len(element)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        previous, tail = element.getprevious(), element.tail or ""
        if previous is not None:
            previous.tail = (previous.tail or "") + tail
        else:
            parent.text = (parent.text or "") + tail
        parent.remove(element)


def meaningful(title: str) -> str:
    """A player's title, or "" when it only names the player ("YouTube video player")."""
    title = _PREFIXES.sub("", " ".join(title.split()))
    return "" if _PLAYER_NAMES.fullmatch(title) else title


__all__ = [
    "UNKNOWN",
    "Target",
    "embed",
    "embed_in",
    "figure",
    "figure_in",
    "find",
    "meaningful",
    "quoted",
    "target",
    "told",
]
