"""Take out what is neither text nor picture: programs, styles, controls of forms, drawings, fallbacks of players.

All of it is done with `edit`, so that the ledger tells of it. A frame or plug-in that shows another page becomes a
link to that page. What has no words and no address is left to vanish while blocks are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from lxml.etree import Comment, Element, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.canon.links import clean_address
from migrator.clean.vocabulary import SAFE_COMMENT
from migrator.markup.html import tag_of
from migrator.markup.text import text_of
from migrator.model import Post

_WORD = re.compile(r"\w")
_OF_CLIPBOARD = re.compile(
    r"\[if [^\]]*\]|\[endif\]|(?:Start|End)Fragment|\((figma|figmeta)\).*\(/\1\)", re.IGNORECASE | re.DOTALL
)
"""What Word and the clipboard put around pieces of text, and Figma's data; it says nothing."""

_TAG = re.compile(r"<[^>]*>?|>")
_WEB = re.compile(r"(?:https?:)?//[^/\s]", re.IGNORECASE)
_ADDRESSES_OF_PLUGINS = frozenset(("movie", "src", "url", "filename"))


def sift(body: _Element, post: Post) -> list[_Element]:
    """Take out what can't stay, and return all that is left."""
    nodes = list(body.iter())
    found = [node for node in nodes if node.tag in _HANDLERS]
    gone: set[_Element] = set()
    for node in found:
        if node not in gone:
            gone.update(_HANDLERS[node.tag](node, post))
    return list(body.iter()) if found else nodes


Gone = Iterable[_Element]
"""The elements that a handler took out of the tree, or whose own handling it did."""


def _drop(element: _Element, post: Post, rule: str, said: str = "") -> Gone:
    """Take an element out; `said` is what an attribute said, which the ledger shows as the element's text."""
    gone = list(element.iter())
    if said:
        element.text = f"{element.text or ''} {said}"
    edit.drop(post, element, rule)
    return gone


def _comment(comment: _Element, post: Post) -> Gone:
    text = comment.text or ""
    if text.startswith("more") and "<" in text:
        text = comment.text = _TAG.sub("", text)
    if not SAFE_COMMENT.fullmatch(text) and _WORD.search(text) and not _OF_CLIPBOARD.fullmatch(text):
        return _drop(comment, post, "canon.comment")
    return ()


def _program(element: _Element, post: Post) -> Gone:
    return _drop(element, post, "canon." + tag_of(element), element.get("src", ""))


def _control(element: _Element, post: Post) -> Gone:
    """A control of a form; a `<button>` or `<textarea>` outside of one is only a way to show text."""
    value = element.get("value", "") if element.get("type", "").lower() != "hidden" else ""
    if element.tag == "input" and not value:
        return ()
    if element.tag in ("button", "textarea") and next(element.iterancestors("form"), None) is None:
        return ()
    return _drop(element, post, "canon.control", value)


def _frame(element: _Element, post: Post) -> Gone:
    url = _web_address(clean_address(element, "src"))
    if not url:
        return _drop(element, post, "canon.frame")
    edit.rewrite(post, element, lambda frame: figures.embed(url, frame.get("title", "")), "canon.frame")
    return ()


def _web_address(url: str) -> str:
    url = url.strip()
    if not _WEB.match(url):
        return ""
    return "https:" + url if url.startswith("//") else url


def _plugin(element: _Element, post: Post) -> Gone:
    inner = list(element.iter("param", "embed"))
    values = [
        element.get("data", ""),
        *(part.get("value", "") for part in inner if part.get("name", "").lower() in _ADDRESSES_OF_PLUGINS),
        *(part.get("src", "") for part in inner),
    ]
    url = next(filter(None, map(_web_address, values)), "")
    if not url:
        return ()
    edit.rewrite(post, element, lambda plugin: _link_and_content(plugin, url), "canon.frame")
    return inner


def _link_and_content(plugin: _Element, url: str) -> _Element:
    group = Element("div")
    group.append(figures.embed(url, plugin.get("title", "")))
    for part in list(plugin.iter("param", "embed")):
        edit.lift(part)
    return figures.filled(group, plugin)


def _drawing(svg: _Element, post: Post) -> Gone:
    """A drawing says its title, as an image says its alternative text."""
    if not edit.shown(svg):
        return ()
    title = svg.find("title")
    if title is None or not title.text or svg.get("aria-hidden") == "true":
        return _drop(svg, post, "canon.svg")
    gone = list(svg.iter())
    edit.rewrite(post, svg, lambda _: figures.filled(Element("span"), title.text), "canon.svg")
    return gone


def _player(player: _Element, post: Post) -> Gone:
    """One address a player; other formats of the same and words for browsers that have none go."""
    sources = [source for source in player.iter("source") if clean_address(source, "src")]
    src = clean_address(player, "src") or next((source.get("src", "") for source in sources), "")
    if not src:
        edit.unwrap(post, player, "canon.player")
        return ()
    player.set("src", src)
    tracks = list(player.iter("track"))
    for source in sources:
        if source.get("src") != src:
            edit.drop(post, source, "canon.player")
    for part in (*tracks, *player.iter("source")):
        edit.lift(part)
        part.tail = None
    fallback = figures.filled(Element("span"), player)
    player.extend([*tracks, fallback])
    return _drop(fallback, post, "canon.player") if edit.shown(fallback) else _discard(player, tracks)


def _source(source: _Element, post: Post) -> Gone:
    """A file of a player that isn't there; a picture's other files are no loss."""
    src = clean_address(source, "src")
    above = {outer.tag for outer in source.iterancestors("audio", "video", "picture", "body")}
    if not src or above != {"body"}:
        return ()
    return _drop(source, post, "canon.player", src)


def _discard(player: _Element, tracks: list[_Element]) -> Gone:
    player[:] = tracks
    return ()


def _noscript(noscript: _Element, post: Post) -> Gone:
    """The twin of a picture that a program loads later; any other content is for readers of the archive too."""
    twins = {img.get("src") for img in noscript.iter("img")}
    if not twins or text_of(noscript).strip():
        return ()
    body = noscript.getroottree().getroot()
    others = {img.get("src") for img in body.iter("img") if next(img.iterancestors("noscript"), None) is None}
    return _drop(noscript, post, "canon.noscript") if twins <= others else ()


def _area(area: _Element, post: Post) -> Gone:
    """A part of an image map is a link, under the text it has for those who don't see the image."""
    if area.get("href"):
        edit.rewrite(post, area, _link_of_area, "canon.area")
    return ()


def _link_of_area(area: _Element) -> _Element:
    link = figures.link(area.get("href", ""), area.get("alt") or area.get("title"))
    link.tail = " "
    return link


def _wrapper(element: _Element, post: Post) -> Gone:
    edit.unwrap(post, element, "canon.wrapper")
    return ()


def _shortcode(element: _Element, _post: Post) -> Gone:
    """A shortcode whose rules are switched off stays as text."""
    edit.spell(element)
    return ()


def _image(img: _Element, post: Post) -> Gone:
    if clean_address(img, "src") or not _WORD.search(img.get("alt", "")):
        return ()
    return _drop(img, post, "canon.image")


_HANDLERS: Mapping[object, Callable[[_Element, Post], Gone]] = {
    Comment: _comment,
    **dict.fromkeys(("script", "style", "template", "title", "datalist"), _program),
    **dict.fromkeys(("button", "input", "select", "textarea"), _control),
    **dict.fromkeys(("iframe", "frame", "embed"), _frame),
    **dict.fromkeys(("object", "applet"), _plugin),
    **dict.fromkeys(("audio", "video"), _player),
    "wp-block": _wrapper,
    "wp-shortcode": _shortcode,
    "area": _area,
    "img": _image,
    "noscript": _noscript,
    "source": _source,
    "svg": _drawing,
}
