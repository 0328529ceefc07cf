"""A document's plain facts: postmeta decoded, title, excerpt, format, template."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from migrator.clean.vocabulary import INLINE
from migrator.fragments import body_of
from migrator.markup.characters import mended
from migrator.markup.languages import RULE, in_languages
from migrator.markup.text import has_tags, plain
from migrator.model import Entry, Post
from migrator.site import Site
from migrator.sources.wxr.php import decode_meta
from migrator.writers.html import html

_BLOCK_TAG = re.compile(rf"</?(?!(?:{'|'.join(INLINE - {'br'})})[ >])[a-z]")
"""A tag at which a word ends."""


def meta(post: Post, _site: Site) -> None:
    """Decode the postmeta; a key that stands there more than once gets the list of its values."""
    seen: dict[str, list[Any]] = {}
    for key, value in post.record.meta:
        seen.setdefault(key, []).append(decode_meta(value))
    post.meta = {key: values[0] if len(values) == 1 else values for key, values in seen.items()}
    template = post.meta.get("_wp_page_template")
    post.template = template if isinstance(template, str) and template != "default" else ""
    formats = [term.slug for term in post.record.terms if term.taxonomy == "post_format"]
    post.format = formats[0].removeprefix("post-format-") if formats else ""


def headings(post: Post, site: Site) -> None:
    """Read title and excerpt: their entities decoded, a title's markup taken off, an excerpt's made canonical."""
    title = _in_main_language(mended(post.record.title, "title", post, site), "title", post, site, plain)
    post.title = plain(title)
    if has_tags(title):
        post.entries.append(Entry("title.markup", "rewritten", "title", title, post.title))
    excerpt = _in_main_language(post.record.excerpt, "excerpt", post, site, partial(_excerpt, post=post, site=site))
    if excerpt.strip():
        post.excerpt = _excerpt(excerpt, post, site)
        post.description = plain(_BLOCK_TAG.sub(r" \g<0>", post.excerpt))


def _excerpt(text: str, post: Post, site: Site) -> str:
    return html(body_of(text, "excerpt", post, site))


def _in_main_language(text: str, where: str, post: Post, site: Site, read: Callable[[str], str]) -> str:
    """A text as the post's main language has it; the other languages' go to its translations, made what they are there
    by `read`."""
    texts = in_languages(text, post.language or site.language)
    if not texts:
        return text
    main, *others = texts
    post.language = post.language or main
    post.entries.append(Entry(RULE, "rewritten", where, text, texts[main]))
    for language in others:
        post.translations.setdefault(language, {})[where] = read(texts[language])
    return texts[main]
