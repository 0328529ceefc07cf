"""Exports of any size, made of the fixture newspaper's items: the same size gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

GAZETTE = Path(__file__).parents[2] / "fixtures" / "gazette" / "export.xml"

MEGABYTE = 1_000_000
STRIDE = 10_000
"""Between the ids of an item and its copy; the fixture's are smaller."""

ARTICLES = range(1001, 1037)
"""The fixture's ordinary articles. They are short (1.1 KB); a copy holds the words of several."""

JOINED = 4
"""Articles whose words make one of a usual length, 4 to 5 KB (500 to 800 words)."""

USUAL = 4
"""Copies of articles and pictures for one of each special document, which shows everything that can go wrong."""

YEARS = 25
"""The copies are spread over so many years."""

FIRST_FOLDER = 2100
"""The upload folder's year of the first copy: each has its own, so that no two share a file."""

WORDS = (
    b"students board college editor campus paper tuition library council week",
    b"teachers panel school writer town daily budget theatre senate month",
    b"players jury faculty reporter city weekly rent museum union season",
)
"""Words that take each other's places from copy to copy."""

_ROWS = [row.split() for row in WORDS]
_COPIED = re.compile(rb"<wp:post_type><!\[CDATA\[(?:post|attachment)\]")
_ITEM = re.compile(rb"<item>.*?</item>\s*", re.DOTALL)
_ID = re.compile(rb"<wp:post_id>(\d+)")
_BODY = re.compile(rb"(?<=<content:encoded><!\[CDATA\[).*?(?=\]\]></content:encoded>)", re.DOTALL)
_ATTACHMENT = b"<wp:post_type><![CDATA[attachment]"
_VARIABLE = re.compile(
    rb"(?P<folder>\b\d{4}(?=/\d\d/[^/\s\"<>\]]+\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34]|ogg|zip|docx|csv|vtt)\b))"
    rb"|(?P<slug>(?<=/\d{4}/\d\d/\d\d/)[a-z0-9%-]+(?=/)|(?<=<wp:post_name><!\[CDATA\[)[^\]]+"
    rb"|(?<=<link>https://gazette\.example\.edu/)[a-z0-9%-]+(?=/</link>))"
    rb"|(?P<year>(?<=gazette\.example\.edu/)\d{4}(?=/\d\d/\d\d/)"
    rb"|(?<=<wp:post_date><!\[CDATA\[)\d{4}|(?<=<wp:post_date_gmt><!\[CDATA\[)\d{4})"
    rb"|(?P<ids>(?<=<wp:post_id>)\d+|(?<=<wp:post_parent>)\d+|(?<=<wp:comment_id>)\d+|(?<=<wp:comment_parent>)\d+"
    rb"|(?<=\?p=)\d+|(?<=wp-image-)\d+|(?<=attachment_)\d+|(?<=\"id\":)\d+|(?<=ids=\")[\d, ]+(?=\")"
    rb"|(?<=<wp:meta_value><!\[CDATA\[)\d{3,4}(?=\]))"
    rb"|(?P<word>\b(?:" + b"|".join(word for row in _ROWS for word in row) + rb")\b)"
)
_NUMBER = re.compile(rb"\d+")

Piece = bytes | tuple[str, bytes]


def make(size: int, path: Path) -> int:
    """Write an export of about `size` bytes; return the number of its items."""
    text = GAZETTE.read_bytes()
    items = _ITEM.findall(text)
    start, end = text.index(items[0]), text.rindex(b"</channel>")
    copied = _lengthened([item for item in items if _COPIED.search(item)])
    fill = _fillers({_number(item) for item in copied})
    templates = [(_is_usual(item), list(_template(item))) for item in copied]
    with path.open("wb") as file:
        written = file.write(text[:start] + b"".join(items))
        count = len(items)
        for copy in range(1, 10**6):
            for is_usual, template in templates:
                if written >= size:
                    file.write(text[end:])
                    return count
                if not is_usual and copy % USUAL:
                    continue
                pieces = (piece if isinstance(piece, bytes) else fill[piece[0]](piece[1], copy) for piece in template)
                written += file.write(b"".join(pieces))
                count += 1
    raise ValueError(f"{size} bytes are more copies than there are numbers for")


def _number(item: bytes) -> int:
    found = _ID.search(item)
    return int(found[1]) if found else 0


def _is_usual(item: bytes) -> bool:
    return _number(item) in ARTICLES or _ATTACHMENT in item


def _lengthened(items: list[bytes]) -> list[bytes]:
    """Give each ordinary article the words of those of its kind that follow it (every other one is made of blocks)."""
    articles = [item for item in items if _number(item) in ARTICLES]
    bodies = [body[0] if (body := _BODY.search(item)) else b"" for item in articles]
    longer: dict[int, bytes] = {}
    for place, item in enumerate(articles):
        joined = b"\n\n".join(bodies[(place + 2 * step) % len(bodies)] for step in range(JOINED))
        longer[_number(item)] = _BODY.sub(lambda _, joined=joined: joined, item)  # type: ignore[misc]
    return [longer.get(_number(item), item) for item in items]


def _template(item: bytes) -> Iterator[Piece]:
    position = 0
    for found in _VARIABLE.finditer(item):
        yield item[position : found.start()]
        yield str(found.lastgroup), found[0]
        position = found.end()
    yield item[position:]


def _fillers(known: set[int]) -> dict[str, Callable[[bytes, int], bytes]]:
    def number(found: re.Match[bytes], copy: int) -> bytes:
        value = int(found[0])
        return b"%d" % (value + copy * STRIDE if value in known else value)

    places = {word: (row, column) for row, words in enumerate(_ROWS) for column, word in enumerate(words)}

    def word(value: bytes, copy: int) -> bytes:
        row, column = places[value]
        return _ROWS[(row + copy) % len(_ROWS)][column]

    return {
        "folder": lambda value, copy: b"%d" % (FIRST_FOLDER + copy),
        "slug": lambda value, copy: value + b"-%d" % copy,
        "year": lambda value, copy: b"%d" % (int(value) - copy % YEARS),
        "ids": lambda value, copy: _NUMBER.sub(lambda found: number(found, copy), value),
        "word": word,
    }
