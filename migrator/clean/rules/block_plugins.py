"""Blocks of plugins whose content stands in their comments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lxml.etree import Element, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.embeds import embed
from migrator.clean.figures import Caption
from migrator.clean.rule import Rule, lift, unwrap
from migrator.markup.html import append_text
from migrator.markup.lift import attributes
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site

_Values = Mapping[str, Any]


def tell(element: _Element, post: Post, _site: Site) -> None:
    """Put the content of a block's comment into it, where no HTML says it already."""
    if not _has_html(element):
        for position, one in enumerate(_made(element)):
            edit.put(post, element, position, one, "block.data")


def says_more(element: _Element, _site: Site) -> bool:
    """Whether a block's comment has words that the HTML has not, such as the notes on a map's points."""
    if not _has_html(element):
        return False
    told = text_of(element)
    return any(word not in told for one in _made(element) for word in text_of(one).split())


def _has_html(element: _Element) -> bool:
    return bool(text_of(element).strip()) or next(element.iter("img", "video"), None) is not None


def _made(element: _Element) -> list[_Element]:
    return _MAKERS[element.get("name", "")](attributes(element))


def _questions(values: _Values) -> list[_Element]:
    """Questions and answers (Yoast, Rank Math) or steps: a heading and its text each."""
    made = []
    for item in _items(values, "questions", "steps"):
        title = _text(item, "title", "jsonQuestion", "question", "jsonName", "name")
        made += [_filled("h3", title)] if title else []
        answer = _text(item, "content", "jsonAnswer", "answer", "jsonText", "text")
        made += [_filled("p", answer)] if answer else []
    return made


def _places(values: _Values) -> list[_Element]:
    """The points of a map: a list of links to them, with their captions."""
    entries = []
    for point in _items(values, "points"):
        at = point.get("coordinates")
        title = _text(point, "title", "placeTitle") or _text(point, "caption")
        where = f"{at.get('latitude')},{at.get('longitude')}" if isinstance(at, Mapping) else title
        li = Element("li")
        li.append(figures.link(f"https://www.google.com/maps/search/?api=1&query={where}", title))
        if _text(point, "caption") not in ("", title):
            append_text(li, " – " + _text(point, "caption"))
        entries.append(li)
    return _listed(entries)


def _hours(values: _Values) -> list[_Element]:
    """Opening hours: a line each day."""
    entries = []
    for day in _items(values, "days"):
        times = [f"{one.get('opening', '')}–{one.get('closing', '')}" for one in _items(day, "hours")]
        entries.append(_filled("li", f"{day.get('name', '')}: {', '.join(times) or '–'}"))
    return _listed(entries)


def _stars(values: _Values) -> list[_Element]:
    """A rating: so many stars of so many."""
    return [_filled("p", f"{values['rating']}/{values.get('maxRating', 5)}")] if values.get("rating") else []


def _poll(values: _Values) -> list[_Element]:
    """A poll: its question and the answers to choose from."""
    made = [_filled("p", text) for name in ("question", "title", "note") if (text := _text(values, name))]
    answers = [_filled("li", text) for item in _items(values, "answers") if (text := _text(item, "text"))]
    return made + _listed(answers)


def _story(values: _Values) -> list[_Element]:
    """The pages of a story: pictures as a gallery, films behind them."""
    files = [item for item in _items(values, "mediaFiles") if _text(item, "url")]
    films = [one for one in files if _text(one, "type") == "video"]
    pictures = [
        figures.picture(
            Element("img", src=_text(one, "url"), alt=_text(one, "alt")), figures.rich(_text(one, "caption"))
        )
        for one in files
        if one not in films
    ]
    made = [figures.gallery(pictures)] if pictures else []
    return made + [figures.video(_text(one, "url"), figures.rich(_text(one, "caption"))) for one in films]


def _films(values: _Values) -> list[_Element]:
    """A playlist of films of other sites."""
    return [embed(url) for url in values.get("videos") or () if isinstance(url, str)]


_MAKERS = {
    "crowdsignal-forms/poll": _poll,
    "crowdsignal-forms/vote": _poll,
    "jetpack/business-hours": _hours,
    "jetpack/map": _places,
    "jetpack/rating-star": _stars,
    "jetpack/story": _story,
    "newspack-blocks/video-playlist": _films,
    "rank-math/faq-block": _questions,
    "rank-math/howto-block": _questions,
    "yoast/faq-block": _questions,
    "yoast/how-to-block": _questions,
}


def _items(values: _Values, *names: str) -> list[_Values]:
    found = next((values[name] for name in names if values.get(name)), ())
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, list) else []


def _text(values: _Values, *names: str) -> str:
    found = (values.get(name) for name in names)
    return next((text.strip() for text in found if isinstance(text, str) and text.strip()), "")


def _filled(tag: str, text: Caption) -> _Element:
    return figures.filled(Element(tag), figures.rich(text) if isinstance(text, str) else text)


def _listed(entries: Iterable[_Element]) -> list[_Element]:
    ul = Element("ul")
    ul.extend(entries)
    return [ul] if len(ul) else []


_KEYS = tuple(f"wp:{name}" for name in _MAKERS)

RULES: tuple[Rule, ...] = (
    unwrap("block.data", *_KEYS, when=says_more),
    lift("block.data", *_KEYS, first=tell),
)
