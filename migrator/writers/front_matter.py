"""The YAML block at the head of a Markdown file, in a form that every YAML parser reads the same way.

A JSON string is a YAML double-quoted scalar once the few characters that YAML forbids raw are escaped, so values are
quoted always: `1984`, `No`, `null` and `a: b` stay text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from migrator.model import Moment, Post
from migrator.normalise.slugs import readable
from migrator.site import Site

_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_encode: Callable[[Any], str] = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
_WHOLE_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-\d\d(?:T[\d:]+Z)?\Z")
_PLAIN_KEY = re.compile(r"[A-Za-z_][\w-]*\Z", re.ASCII)
_WORDS_OF_YAML = frozenset("y yes n no true false on off null".split())
_LISTS = (list, tuple)
_NESTED = (dict, list, tuple)
_PREFERRED = {"category": "categories", "post_tag": "tags"}


_BESIDE_AUTHORS = frozenset(
    ("photographer", "videographer", "illustrator", "designer", "translator", "narrator", "producer", "fact checker")
)
"""Roles of those whom a byline credits without making them authors; the JSON record has them all."""


class Plain(str):
    """Text that is written without quotes, such as a date."""

    __slots__ = ()


def front_matter(post: Post, site: Site) -> str:
    """Write a document's facts as YAML between `---` lines.

    The `[front_matter]` table of migrator.toml has a say: `rename`, `omit`, `constants`, `meta`.
    """
    settings = site.options.front_matter
    fields = facts(post, site)
    for key, name in settings.get("meta", {}).items():
        if key in post.meta:
            fields[name] = post.meta[key]
    for name in settings.get("omit", ()):
        fields.pop(name, None)
    if renames := settings.get("rename", {}):
        fields = {renames.get(name, name): value for name, value in fields.items()}
    fields.update(settings.get("constants", {}))
    return "---\n" + "".join(_lines(fields)) + "---\n"


def facts(post: Post, site: Site) -> dict[str, Any]:
    """Name what front matter holds by default; a field without a value is left out."""
    record, day = post.record, _day(post.published)
    every = {
        "title": post.title,
        "subtitle": post.publication.get("subtitle", ""),
        "slug": post.document.slug,
        "date": Plain(day),
        "edtf": "" if day else post.published.edtf,
        "lastmod": Plain(_day(post.modified)),
        "authors": [byline.name for byline in post.authors if byline.role not in _BESIDE_AUTHORS],
        **_terms(post),
        "series": post.publication.get("series", ""),
        "type": record.type,
        "draft": not post.document.public,
        "url": _address(post, site) if post.document.public else "",
        "image": (post.featured.url if post.featured else ""),
        "description": post.description,
        "parent": record.parent or "",
        "weight": record.menu_order or "",
        "sticky": record.sticky or "",
        "id": post.document.id,
    }
    return {name: value for name, value in every.items() if value or isinstance(value, int)}


def _day(known: Moment) -> str:
    """A moment or day as generators read it; "" where less than the day is known, since none is made up."""
    return known.local or (known.edtf if _WHOLE_DAY.match(known.edtf) else "")


def _address(post: Post, site: Site) -> str:
    """Where the document was, as generators take it: they make files of it, and none can be had by a query."""
    path = site.path_on_site(post.document.url)
    return "/" + readable(path).lstrip("/") if path.startswith("/") and "?" not in path else ""


def _terms(post: Post) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for term in post.terms:
        names.setdefault(_PREFERRED.get(term.taxonomy, term.taxonomy), []).append(term.name)
    return names


def _lines(fields: Mapping[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if isinstance(value, _LISTS) and value and not any(isinstance(item, _NESTED) for item in value):
            yield f"{_key(name)}:\n"
            for item in value:
                yield f"  - {scalar(item)}\n"
        else:
            yield f"{_key(name)}: {scalar(value)}\n"


@lru_cache(maxsize=256)
def _key(name: str) -> str:
    return name if _PLAIN_KEY.match(name) and name.lower() not in _WORDS_OF_YAML else scalar(name)


def scalar(value: Any) -> str:
    """Write one value as YAML; what is deeper than a list of scalars is written in flow style, which is JSON."""
    if isinstance(value, Plain):
        return str(value)
    if isinstance(value, int):
        return str(value).lower()
    text = _encode(value)
    if text.isprintable():
        return text
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
