"""Which items become documents, and which are kept apart, merged into lists, or only counted (promise 2)."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from migrator.model import Document, Options, Outcome, Record

MERGED_TYPES = {
    "attachment": "media.json",
    "nav_menu_item": "menus.json",
    "wp_navigation": "menus.json",
    "guest-author": "people.json",
}
"""Items that are no page of their own: the list of the archive that holds each."""

COUNTED_TYPES = frozenset(
    "revision customize_changeset wp_global_styles wp_template wp_template_part custom_css oembed_cache "
    "user_request wp_font_family wp_font_face acf-field-group acf-field scheduled-action jp_img_sitemap "
    "jp_sitemap jp_sitemap_master jp_img_sitemap_index flamingo_inbound flamingo_contact feedback nf_sub wpcf7s "
    "happyforms-message".split()
)
"""Machinery of WordPress and its plugins (and messages that visitors sent): counted and reported, never written."""

COUNTED_STATUSES = frozenset({"trash", "auto-draft", "spam", "spam-comments", "request-pending"})
PUBLIC_STATUSES = frozenset({"publish", "inherit", ""})
"""`inherit` is an attachment's; exports of other tools leave the status out."""

DAMAGE = frozenset({"xml.truncated", "xml.cdata", "xml.tag", "xml.conflict-marker", "xml.item", "source.unreadable"})
"""Rules that tell of an item whose fields may have been lost or have run into each other."""

PRIVATE_COMMENT_TYPES = frozenset({"order_note", "action_log", "webhook_delivery", "edd_payment_note"})


class Verdict(NamedTuple):
    """What becomes of an item: its outcome, why, and whether it may stand among public documents."""

    outcome: Outcome
    reason: str = ""
    public: bool = True


def is_public(status: str, *, protected: bool) -> bool:
    """Say whether a visitor of the site could read the item."""
    return status in PUBLIC_STATUSES and not protected


class Known(Protocol):
    """What a verdict needs to know of a site."""

    options: Options

    def document(self, number: int) -> Document | None:
        """Find a document by its id."""

    def document_of(self, record: Record) -> Document | None:
        """Find what the index pass made of a record."""


def verdict_on(record: Record, site: Known) -> Verdict:
    """Say what becomes of an item, as `decide` does; an attachment is no more public than what it is attached to, a
    damaged item no more than what of it could be read in the index pass."""
    if record.type == "attachment":
        owner = site.document(record.parent) if record.parent else None
        return decide(record, site.options, attached_to_public=owner is None or owner.public)
    verdict = decide(record, site.options)
    seen = site.document_of(record) if is_damaged(record) else None
    return verdict if seen is None or seen.public else verdict._replace(public=False)


def decide(record: Record, options: Options, *, attached_to_public: bool = True) -> Verdict:
    """Say what becomes of an item, from its type, status and the run's filters."""
    public = is_public(record.status, protected=record.protected) and attached_to_public and not _may_be_private(record)
    if record.type in COUNTED_TYPES:
        return Verdict("skipped", f"type {record.type} is not content", public)
    if record.status in COUNTED_STATUSES:
        return Verdict("skipped", f"status {record.status}", public=False)
    if reason := "" if record.type in MERGED_TYPES else _filtered(record, options):
        return Verdict("skipped", reason, public)
    if not public and options.unpublished == "skip":
        return Verdict("withheld", _why_hidden(record), public=False)
    if record.type in MERGED_TYPES:
        return Verdict("merged", MERGED_TYPES[record.type], public)
    return Verdict("written", "", public)


def _may_be_private(record: Record) -> bool:
    """Whether a damaged item has lost its status or password: both stand behind the content, the type between them,
    terms, metadata and comments last."""
    if not is_damaged(record):
        return False
    breaks_off = any(entry.rule == "xml.truncated" for entry in record.repairs)
    ends_early = breaks_off and not (record.terms or record.meta or record.comments)
    return ends_early or not (record.status and record.type)


def is_damaged(record: Record) -> bool:
    """Whether an item had to be mended in a way that may have cost fields."""
    return any(entry.rule in DAMAGE for entry in record.repairs)


def _why_hidden(record: Record) -> str:
    if record.protected:
        return "password-protected"
    if is_public(record.status, protected=False):
        return "attached to what is withheld" if record.type == "attachment" else "damaged, and may be private"
    return f"status {record.status}"


def _filtered(record: Record, options: Options) -> str:
    if options.types and record.type not in options.types:
        return "filter --types"
    if options.author and record.author != options.author:
        return "filter --author"
    day = record.date[: len(options.since)]
    if options.since and day < options.since:
        return "filter --since"
    if options.until and record.date[: len(options.until)] > options.until:
        return "filter --until"
    return ""
