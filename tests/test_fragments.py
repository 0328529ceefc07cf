"""Excerpts and comments: cleaned as bodies are, but apart from the body that they belong to."""

from __future__ import annotations

import json

from migrator import facts
from migrator.fragments import body_of
from migrator.writers.html import html
from tests.sites import make_post, make_site

SITE = make_site()
TEXT = {
    "id": "3",
    "elType": "widget",
    "widgetType": "text-editor",
    "settings": {"editor": "<p>A page.</p>"},
}
PAGE = json.dumps([{"id": "1", "elType": "section", "elements": [TEXT], "settings": {}}])


def test_a_comment_on_a_builders_page_stays_a_comment() -> None:
    post = make_post("<p>x</p>", SITE, meta=[("_elementor_data", PAGE), ("_elementor_edit_mode", "builder")])
    facts.meta(post, SITE)
    assert html(body_of("<b>Well</b> said", "comment 1", post, SITE)) == "<p><strong>Well</strong> said</p>"


def test_entries_tell_which_comment_they_are_about() -> None:
    post = make_post("<p>x</p>", SITE)
    assert html(body_of("<script>x()</script>Well", "comment 7", post, SITE)) == "<p>Well</p>"
    assert [(entry.rule, entry.where.partition("/")[0]) for entry in post.entries] == [("canon.script", "comment 7")]
