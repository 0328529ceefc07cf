"""Shortcodes whose attributes are fields of something: a person, a recipe, a place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from lxml.etree import Element, SubElement, _Element

from migrator.clean import figures
from migrator.clean.rule import Rule, rewrite
from migrator.clean.rules.pictures import has_picture, picture
from migrator.clean.rules.spoken import first
from migrator.markup.html import append_text
from migrator.markup.known.plugins import keys
from migrator.markup.lift import attributes
from migrator.site import Site

_NAMES = ("name", "title", "fullname")
_ROLES = ("role", "position", "job", "job_title", "designation", "subtitle")
_ADDRESSES = ("url", "link", "href", "website")

_FIELDS = ("servings", "time", "preptime", "cooktime", "difficulty", "rating", "source", "sourceurl")
"""What Jetpack shows above a recipe, in its order."""

_LABELS = ("title", "label", "marker_title")
_COORDINATE = re.compile(r"-?\d{1,3}(?:\.\d+)?")
_BULLET = re.compile(r"\s*(?:[-–*•]|(\d+)[.)])\s+")


def person(element: _Element, site: Site) -> _Element:
    """Someone of a team: the name (with its link), what they do, a picture, some words."""
    values = attributes(element)
    card = Element("div")
    head = SubElement(card, "p")
    name = Element("strong")
    name.text = first(values, _NAMES)
    head.append(figures.linked(name, first(values, _ADDRESSES)))
    role = first(values, _ROLES)
    if role:
        SubElement(head, "br").tail = role
    if has_picture(element, site):
        card.append(picture(element, site))
    return figures.filled(card, element)


def is_person(element: _Element, _site: Site) -> bool:
    """Whether there is a name."""
    return bool(first(attributes(element), _NAMES))


def recipe(element: _Element, site: Site) -> _Element:
    """A recipe of WordPress.com: its title, its fields each on a line, what is said of it, and then its parts."""
    values = attributes(element)
    shown = Element("div")
    if title := first(values, ("title",)):
        SubElement(shown, "h3").text = title
    if has_picture(element, site):
        shown.append(picture(element, site))
    fields = [f"{name.capitalize()}: {said}" for name in _FIELDS if (said := first(values, (name,)))]
    if fields:
        lines = SubElement(shown, "ul")
        for field in fields:
            SubElement(lines, "li").text = field
    if about := first(values, ("description",)):
        figures.filled(SubElement(shown, "p"), figures.rich(about))
    return figures.filled(shown, element)


def part(element: _Element, _site: Site) -> _Element:
    """A part of a recipe: its title and its lines, as a list when each begins as of one."""
    shown = Element("div")
    if title := first(attributes(element), ("title",)):
        SubElement(shown, "h4").text = title
    listed = _listed(element)
    if listed is None:
        return figures.filled(shown, element)
    shown.append(listed)
    return shown


def _listed(element: _Element) -> _Element | None:
    """The list that lines with bullets or numbers are."""
    lines = _lines(element)
    found = [_BULLET.match(line) for line in lines]
    if not lines or None in found:
        return None
    listed = Element("ol" if all(one and one[1] for one in found) else "ul")
    for line in lines:
        append_text(SubElement(listed, "li"), _BULLET.sub("", line, count=1))
    return listed


def _lines(element: _Element) -> list[str]:
    """The lines of an element that holds nothing but text, breaks and paragraphs; none of another."""
    pieces = list(element.iterdescendants())
    if any(piece.tag not in ("p", "br") for piece in pieces):
        return []
    text = "\n".join((element.text or "", *(f"{piece.text or ''}\n{piece.tail or ''}" for piece in pieces)))
    return [line for line in text.splitlines() if line.strip()]


def place(element: _Element, _site: Site) -> _Element:
    """A map: a link to the place that it shows, under its name."""
    values = attributes(element)
    where = first(values, ("address",)) or _coordinates(values)
    link = figures.link(
        f"https://www.google.com/maps/search/?api=1&query={quote(where)}", first(values, _LABELS) or where
    )
    return figures.filled(figures.paragraph(link), element)


def has_place(element: _Element, _site: Site) -> bool:
    """Whether a map says of what."""
    values = attributes(element)
    return bool(first(values, ("address",)) or _coordinates(values))


def _coordinates(values: Mapping[str, Any]) -> str:
    found = [first(values, names) for names in (("lat", "latitude"), ("lng", "lon", "long", "longitude"))]
    return ",".join(found) if all(_COORDINATE.fullmatch(text) for text in found) else ""


RULES: tuple[Rule, ...] = (
    rewrite("shortcode.person", *keys("card"), "[member]", using=person, when=is_person),
    rewrite("shortcode.recipe", "[recipe]", using=recipe),
    rewrite(
        "shortcode.recipe",
        "[recipe-ingredients]",
        "[recipe-directions]",
        "[recipe-notes]",
        "[recipe-nutrition]",
        using=part,
    ),
    rewrite("shortcode.map", *keys("map"), using=place, when=has_place),
    rewrite("shortcode.picture", "[recipe-image]", using=picture, when=has_picture),
)
