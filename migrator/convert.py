"""One `Record` → one `Rendered`: the whole program on one screen."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from migrator import facts
from migrator.clean import clean
from migrator.clean.canon import canonicalise
from migrator.comments import comments
from migrator.markup.build import build
from migrator.model import Entry, Outcome, Post, Record
from migrator.normalise.credits import picture_credits
from migrator.normalise.dates import dates
from migrator.normalise.embeds import embeds
from migrator.normalise.enclosures import enclosures
from migrator.normalise.hiding import hide
from migrator.normalise.images import images
from migrator.normalise.lazy import lazy
from migrator.normalise.links import links
from migrator.normalise.people import people
from migrator.normalise.publication import publication
from migrator.normalise.terms import terms
from migrator.policy import verdict_on
from migrator.rendered import Rendered
from migrator.site import Site
from migrator.writers.front_matter import front_matter
from migrator.writers.html import html
from migrator.writers.json import pending_comments, record_json
from migrator.writers.markdown import markdown

Step = Callable[[Post, Site], None]


def hold(post: Post, _site: Site) -> None:
    """Keep alive what lxml makes of the tree's nodes, since each walk would make it anew, which takes up to 4 % of a
    step."""
    post.nodes = list(post.tree.iter())


STEPS: tuple[Step, ...] = (
    facts.meta,
    build,
    hold,
    clean,
    lazy,
    canonicalise,
    facts.headings,
    people,
    dates,
    terms,
    publication,
    enclosures,
    images,
    picture_credits,
    embeds,
    links,
    comments,
    hide,
)


class MayBePrivate(ValueError):  # noqa: N818  (it is no end of a run: the item it belongs to fails)
    """An item that has a place among what is public and may not be."""


def convert(record: Record, site: Site) -> Rendered:
    """Turn one item of a source into the files, ledger entries and media of its document.

    Raises:
        MayBePrivate: The index pass took an item for public whose damage has cost its status.
    """
    verdict = verdict_on(record, site)
    document = site.document_of(record)
    if verdict.outcome != "written" or document is None:
        return _not_written(record, verdict.outcome, verdict.reason)
    if not document.path:
        return _not_written(record, "skipped", "filter --limit")
    if document.public and not verdict.public:
        raise MayBePrivate("the item is damaged, and what is left of it doesn't say that it was public")
    post = Post(record, etree.Element("body"), document)
    post.entries.extend(record.repairs)
    for step in STEPS:
        step(post, site)
    return _written(post, site)


def _written(post: Post, site: Site) -> Rendered:
    body = html(post.tree)
    rendered = _rendered(post.record, "written")
    rendered.record_id = post.document.id
    rendered.path = post.document.path
    rendered.files = {
        ".md": front_matter(post, site) + "\n" + markdown(post.tree, body),
        ".json": record_json(post, body),
        **pending_comments(post),
    }
    rendered.entries, rendered.hidden = post.entries, post.hidden
    rendered.media, rendered.seen = list(post.media.values()), post.seen
    rendered.embeds = post.embeds
    rendered.redirects = [(old, post.document.path) for old in post.redirects]
    rendered.tallies = post.tallies
    return rendered


def _not_written(record: Record, outcome: Outcome, reason: str) -> Rendered:
    """Account for an item that becomes no document; of a private one nothing but its number is told."""
    rendered = without_document(record, outcome, reason)
    if outcome != "merged":
        rendered.entries.append(Entry("policy", "skipped", "item", "", reason))
    return rendered


def without_document(record: Record, outcome: Outcome, reason: str) -> Rendered:
    """Account for an item and its comments, of which nothing is written."""
    rendered = _rendered(record, outcome, reason)
    rendered.entries = list(record.repairs)
    for comment in record.comments:
        rendered.tallies["comment", comment.type or "comment", outcome] += 1
    return rendered


def _rendered(record: Record, outcome: Outcome, reason: str = "") -> Rendered:
    return Rendered(record.id, record.position, record.type, record.status, outcome, reason)
