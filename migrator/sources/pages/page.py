"""Read one HTML page: what it is, and, where it is a document, the record that an export would have of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import XPath, _Element

from migrator.markup.html import parse_page
from migrator.model import Entry, Record
from migrator.normalise.urls import without_tracking
from migrator.normalise.witnesses.authors import authors_in_page
from migrator.normalise.witnesses.dates import changes_in_page, dates_in_page
from migrator.sources.capture.visit import Visit
from migrator.sources.pages.article import find_article
from migrator.sources.pages.comments import read_comments, takes_comments
from migrator.sources.pages.common import drop_common
from migrator.sources.pages.encoding import text_of_body
from migrator.sources.pages.featured import attached_file, caption_of, excerpt_of, featured_image, subtitle_of
from migrator.sources.pages.identity import Identity, identify, slug_of_permalink
from migrator.sources.pages.kind import PageKind, kind_of
from migrator.sources.pages.parts import first_part
from migrator.sources.pages.refusals import is_html
from migrator.sources.pages.replay import is_replayed, restore
from migrator.sources.pages.site import declared_language, facts_of
from migrator.sources.pages.status import PRIVATE, is_private, status_of
from migrator.sources.pages.terms import format_of, terms_of
from migrator.sources.pages.title import heading_of

_POST, _ATTACHMENT = "post", "attachment"
_PASSWORD = XPath("boolean(//form[contains(@class, 'post-password-form') or contains(@action, 'action=postpass')])")
_NO_ARTICLE = Entry("page.no-article", "warned", "content", "", "no text of an article found")


@dataclass(slots=True)
class Page:
    """What a page is and says.

    `kind` is "document" for a post, page or attachment of its own, "list" for a home, archive, search or author page,
    "other" for what is no page of the site, `reason` saying why it is no document. `site` are facts on the site: title,
    language, generator, api, feed.
    """

    kind: PageKind
    record: Record = field(default_factory=Record)
    site: dict[str, str] = field(default_factory=dict)
    reason: str = ""


def read_page(visit: Visit, common: frozenset[bytes] = frozenset()) -> Page:
    """Read a page as it was fetched, captured or saved; never raises, whatever the bytes are."""
    if not is_html(visit):
        return Page("other", Record(link=visit.url), reason=f"type {visit.mime or 'unknown'}")
    text, repair = text_of_body(visit.body, visit.headers)
    page = parse_page(text)
    mended = [*([repair] if repair else []), *(restore(page) if is_replayed(text) else [])]
    identity = identify(page, visit.url)
    kind, reason = kind_of(page, visit, identity)
    if kind == "other":
        return Page(kind, Record(link=visit.url), reason=reason)
    facts = facts_of(page, visit)
    if kind == "list":
        return Page(kind, Record(link=visit.url), facts, reason)
    permalink = first_part(page, identity.canonical or _bare(visit.url), identity.permalink)
    record = _facts(page, identity, permalink, visit.url)
    record.repairs = mended
    return _with_article(Page(kind, record, facts), page, identity, common)


def _bare(url: str) -> str:
    return without_tracking(url).partition("#")[0]


def _facts(page: _Element, identity: Identity, permalink: str, url: str) -> Record:
    """All that a page says of a document but for its article."""
    record = Record(
        id=identity.id,
        type=identity.type or _POST,
        status=status_of(identity.article, url),
        slug=slug_of_permalink(permalink),
        link=permalink,
        guid=identity.short if identity.type == _POST and "?p=" in identity.short else "",
        form="rendered",
        language=declared_language(page),
    )
    _witness(record, page, permalink)
    _add_marks(record, page, identity.article)
    return record


def _with_article(read: Page, page: _Element, identity: Identity, common: frozenset[bytes]) -> Page:
    """Add the article, once what many pages share is dropped (their comment forms, too, so facts are read before).

    A page that has neither a text nor marks of WordPress's is no document.
    """
    record, body = read.record, page.find("body")
    record.repairs += drop_common(body, common, heading_of(page)) if body is not None and common else []
    article = find_article(page)
    if article is None and not identity.known:
        return Page("other", Record(link=record.link), read.site, "no article")
    record.repairs += article.surroundings if article is not None else [_NO_ARTICLE]
    if article is not None:
        record.title, record.content = article.title, article.content
    if is_private(record.title, body):
        record.status = PRIVATE
    if record.type == _ATTACHMENT:
        record.attachment_url, record.excerpt = attached_file(page, record.link), caption_of(page)
        return read
    subtitle = subtitle_of(page, record.content, identity.article)
    record.meta = [("subtitle", subtitle)] if subtitle else []
    record.excerpt = excerpt_of(page, record.content, identity.article)
    record.featured = featured_image(page, record.link, record.content, identity.article)
    return read


def _witness(record: Record, page: _Element, permalink: str) -> None:
    """Say whom the page names as its authors, and when it says that it was published and changed."""
    record.credited = [(author.name, author.source) for author in authors_in_page(page)]
    record.dated = [(witness.edtf, witness.source) for witness in dates_in_page(page, permalink)]
    record.changed = [(witness.edtf, witness.source) for witness in changes_in_page(page)]


def _add_marks(record: Record, page: _Element, article: _Element | None) -> None:
    """Add what lists, classes and forms tell: terms, comments, whether there may be more, protection.

    Whether a post is sticky only a list of posts tells (`get_post_class`); a form for comments is hidden with the text.
    """
    shape = format_of(page)
    record.terms = [*terms_of(page, article), *([shape] if shape else [])]
    record.comments = read_comments(page)
    record.protected = bool(_PASSWORD(page))
    record.comment_status = "open" if takes_comments(page) else "" if record.protected else "closed"
