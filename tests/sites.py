"""Small sites and posts to try steps on."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from migrator.markup.build import build
from migrator.markup.html import parse
from migrator.model import Author, Document, Post, Record, Term
from migrator.options import Options
from migrator.site import Builder, Site

BASE = "https://gazette.example.edu"
_FOLDER = tempfile.TemporaryDirectory(prefix="migrator-tests-")


def make_site(
    *records: Record,
    authors: tuple[Author, ...] = (),
    terms: tuple[Term, ...] = (),
    options: Options | None = None,
    **facts: str,
) -> Site:
    """Index records into a site; `facts` are those of an export's header (base_blog_url, title, link, …)."""
    path = Path(tempfile.mkstemp(suffix=".sqlite", dir=_FOLDER.name)[1])
    builder = Builder(path, options or Options())
    for name, value in ({"base_blog_url": BASE, "base_site_url": BASE, "link": BASE} | facts).items():
        builder.set_fact(name, value)
    for author in authors:
        builder.add_author(author)
    for term in terms:
        builder.add_term(term)
    for position, record in enumerate(records):
        builder.add(replace(record, position=position))
    return builder.finish()


def make_post(content: str = "", site: Site | None = None, **fields: Any) -> Post:
    """Build a post of a record with this content; without a document of its own in the site it gets a plausible one."""
    site = site or make_site()
    post = bare_post(site, content=content, **fields)
    build(post, site)
    return post


def canonical_post(html: str, site: Site | None = None, **fields: Any) -> Post:
    """Make a post whose tree is canonical HTML, as the normalising steps get it."""
    post = bare_post(site or make_site(), content=html, **fields)
    post.tree = parse(html)
    return post


def bare_post(site: Site, **fields: Any) -> Post:
    """Make a post of a record, with nothing in its tree yet."""
    defaults: dict[str, Any] = {"id": 1, "type": "post", "status": "publish", "slug": "story"}
    defaults["link"] = f"{BASE}/2024/03/10/story/"
    record = Record(**(defaults | fields))
    path = f"content/posts/2024/03/{record.slug}"
    document = site.document_of(record) or Document(
        record.id, record.type, record.status, record.title, record.slug, record.link, path
    )
    return Post(record, etree.Element("body"), document)
