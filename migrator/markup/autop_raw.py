"""What is no prose is set aside while paragraphs are made: code, scripts, styles, drawings, formulas, comments.

So is what frames hold, where a tag would be text. WordPress sets `<pre>` alone aside and cuts the others at their line
ends and blank lines. An empty element of the same name keeps the place: it is a block's or none, as the whole was.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMES = "pre script style svg math iframe".split()
_START = re.compile(
    r"<(?:(!--)(?!(?:more|nextpage|[\[\]]\d+)-->)|({})(?=[\s/>]))".format("|".join([*_NAMES, "PRE", "SCRIPT", "STYLE"]))
)
"""`<!--more-->`, `<!--nextpage-->` and markers may stay: they have no line ends, and there are many."""

_ENDS = {name: re.compile(rf"</{name}\s*>", re.ASCII | re.IGNORECASE) for name in _NAMES} | {"!--": re.compile("-->")}


class Raw(NamedTuple):
    """An element that was set aside, and the empty one in its place."""

    place: str
    html: str


def set_aside(text: str) -> tuple[str, list[Raw]]:
    """Exchange raw elements for empty ones → the text without them, and what they were, in order.

    An element without an end stays where it is. Takes linear time.
    """
    parts: list[str] = []
    raw: list[Raw] = []
    unclosed: set[str] = set()
    done = 0
    start = _START.search(text)
    while start:
        name = start[1] or start[2].lower()
        position = start.end()
        end = None if name in unclosed else _ENDS[name].search(text, position)
        if end:
            element = Raw("<!---->" if start[1] else f"{start[0]}></{start[2]}>", text[start.start() : end.end()])
            parts += text[done : start.start()], element.place
            raw.append(element)
            done = position = end.end()
        else:
            unclosed.add(name)
        start = _START.search(text, position)
    return "".join((*parts, text[done:])) if raw else text, raw


def put_back(html: str, raw: list[Raw]) -> str:
    """Put raw elements into the places that `set_aside` left for them."""
    parts: list[str] = []
    done = 0
    for element in raw:
        at = html.index(element.place, done)
        parts += html[done:at], element.html
        done = at + len(element.place)
    return "".join((*parts, html[done:])) if raw else html
