"""A page builder's pages to try, and what becomes of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.model import Post
from migrator.normalise.lazy import lazy
from migrator.site import Site
from migrator.writers.html import html
from tests.newspaper import UPLOADS, upload
from tests.sites import make_post, make_site

SITE = make_site(upload(20, "2024/03/crowd.jpg", excerpt="Noon"), upload(22, "2024/03/bus.jpg"))
CROWD = f'<img src="{UPLOADS}/2024/03/crowd.jpg" alt="" width="1600" height="1067" data-id="20">'
BUS = f'<img src="{UPLOADS}/2024/03/bus.jpg" alt="" width="1600" height="1067" data-id="22">'
FILM = (
    '<figure class="embed" data-kind="video" data-id="abcdefghijk" data-provider="youtube">'
    '<a href="https://www.youtube.com/watch?v=abcdefghijk">https://www.youtube.com/watch?v=abcdefghijk</a></figure>'
)

Meta = list[tuple[str, str]]


def cleaned(meta: Meta, content: str = "", site: Site = SITE) -> Post:
    post = make_post(content, site, meta=meta)
    for step in (clean, lazy, canonicalise):
        step(post, site)
    return post


def shown(meta: Meta, content: str = "") -> str:
    return html(cleaned(meta, content).tree).replace("\n", "")


def elementor(*widgets: tuple[str, Mapping[str, Any]], mode: str = "builder") -> Meta:
    column = {"elType": "column", "settings": [], "elements": [widget(*one) for one in widgets]}
    data = [{"id": "a1", "elType": "section", "settings": {"structure": "20"}, "elements": [column]}]
    return [("_elementor_edit_mode", mode), ("_elementor_data", json.dumps(data))]


def widget(kind: str, settings: Mapping[str, Any], *inner: Mapping[str, Any]) -> dict[str, Any]:
    return {"elType": "widget", "widgetType": kind, "settings": settings, "elements": list(inner)}


HEADING = ("heading", {"title": "Boats", "header_size": "h2"})
WORDS = ("text-editor", {"editor": "<p>They float.</p>"})
