"""The publication's fields that postmeta and taxonomies hold, by the site's profile and by what plugins use widely."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from migrator.markup.text import plain
from migrator.model import Post
from migrator.profiles import Profile

COMMON: Mapping[str, tuple[str, ...]] = {
    "subtitle": (
        "wps_subtitle",
        "_secondary_title",
        "kia_subtitle",
        "subtitle",
        "_subtitle",
        "sub_title",
        "post_subtitle",
    ),
}
"""Postmeta of widely used plugins (WP Subtitle, Secondary Title, KIA Subtitle) and of themes."""


TERMS: Mapping[str, str] = {"language": "language"}
"""Taxonomies of widely used plugins: Polylang gives each document a term for its language, by its code."""


def named_fields(post: Post, profile: Profile) -> dict[str, str]:
    """Read the fields; those that a profile names come first."""
    found: dict[str, str] = {}
    for name in (*profile.fields, *COMMON):
        keys = (*profile.fields.get(name, ()), *COMMON.get(name, ()))
        value = next((text for key in keys if key in post.meta and (text := _text(post.meta[key]))), "")
        if value:
            found.setdefault(name, value)
    for name, taxonomy in {**profile.terms, **TERMS}.items():
        term = next((term for term in post.terms if term.taxonomy == taxonomy), None)
        if term is not None:
            found.setdefault(name, term.slug if name == "language" else term.name)
    return found


def _text(value: Any) -> str:
    return plain(value).strip() if isinstance(value, str) else ""
