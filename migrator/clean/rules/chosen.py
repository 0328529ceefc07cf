"""Which attachments a shortcode shows: those it names, or those that were uploaded to the post."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from migrator.extensions import kind_at
from migrator.model import Attachment, Post
from migrator.site import Site

_NUMBER = re.compile(r"\s*(\d{1,18})(?!\d)", re.ASCII)
"""A number as MySQL gives them, short enough for any integer of 64 bits."""

_KEYS: dict[str, Callable[[Attachment], Any]] = {
    "menu_order": lambda one: one.menu_order,
    "id": lambda one: one.id,
    "post_id": lambda one: one.id,
    "title": lambda one: one.title.lower(),
    "post_title": lambda one: one.title.lower(),
    "date": lambda one: one.date,
    "post_date": lambda one: one.date,
    "name": lambda one: one.page,
    "post_name": lambda one: one.page,
}
"""What `orderby` may say (WP_Query), of the things that an export tells."""


class Chosen(NamedTuple):
    """Attachments in the order they are shown, and the numbers that are not in the export."""

    attachments: list[Attachment]
    missing: list[int]


def choose(values: Mapping[str, Any], post: Post, site: Site, kind: str) -> Chosen:
    """Choose as `[gallery]` and `[playlist]` do; `kind` is image, audio or video.

    `ids` in their order unless `orderby` says otherwise; `include` is `ids` in menu order; without both all of the
    post (or of the post that `id` names) but for `exclude`. A random order is the one it would be without.
    """
    ids = numbers(values.get("ids", ""))
    wanted = ids or numbers(values.get("include", ""))
    if wanted:
        found = {number: site.attachment(number) for number in wanted}
        all_known = [one for one in found.values() if one is not None]
    else:
        found = {}
        parent = numbers(values.get("id", "")) or [post.record.id]
        excluded = set(numbers(values.get("exclude", "")))
        all_known = [one for one in _attached_to(parent[0], post, site) if one.id not in excluded]
    fitting = [one for one in all_known if kind_of(one.url) == kind]
    missing = [number for number, one in found.items() if one is None]
    return Chosen(_ordered(fitting, values, is_listed=bool(ids)), missing)


def _attached_to(number: int, post: Post, site: Site) -> list[Attachment]:
    """The attachments of a document; none of a hidden one for a public one, as in WordPress 6.5."""
    owner = site.document(number)
    is_hidden = post.document.public and owner is not None and not owner.public
    return [] if is_hidden else site.attachments_of(number)


def kind_of(url: str) -> str:
    """Tell image, audio, video or "" by the address of a file; exports don't say more."""
    kind = kind_at(url)
    return "" if kind == "file" else kind


def is_random(values: Mapping[str, Any]) -> bool:
    """Whether WordPress would show another order every time."""
    return "rand" in (str(values.get(name, "")).lower() for name in ("orderby", "order"))


def numbers(text: str) -> list[int]:
    """The numbers of a list such as "12, 15,,x"; none twice."""
    found = (_NUMBER.match(part) for part in str(text).split(","))
    return list(dict.fromkeys(int(number[1]) for number in found if number))


def _ordered(attachments: Iterable[Attachment], values: Mapping[str, Any], *, is_listed: bool) -> list[Attachment]:
    words = str(values.get("orderby", "")).lower().replace(",", " ").split()
    keys = [_KEYS[word] for word in words if word in _KEYS]
    if not keys and is_listed:
        return list(attachments)
    keys = keys or [_KEYS["menu_order"], _KEYS["id"]]
    is_descending = str(values.get("order", "")).upper() == "DESC"
    return sorted(attachments, key=lambda one: [key(one) for key in keys], reverse=is_descending)
