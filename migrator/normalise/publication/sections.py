"""Tell sections from issue labels among a document's terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from migrator.model import Post, Term
from migrator.normalise.labels import date_beside_number, edtf_of, volume_and_number

ISSUE_TAXONOMIES = frozenset(
    ("issue", "issues", "edition", "editions", "volume", "volumes", "print-issue", "print_issue")
)
SECTION_TAXONOMIES = ("section", "sections", "category")
SERIES_TAXONOMIES = frozenset(("series", "post_series"))
NO_SECTION = frozenset(
    "uncategorized unkategorisiert allgemein sin-categoria non-classe uncategorised featured".split()
)
_PRIMARY = ("_yoast_wpseo_primary_category", "rank_math_primary_category", "_primary_term_category")


def issue_of(terms: Iterable[Term]) -> dict[str, str]:
    """The issue that terms say a document was in: its label, `date` (EDTF), volume, number; and its series."""
    found: dict[str, str] = {}
    dates: list[str] = []
    for term in terms:
        if term.taxonomy in SERIES_TAXONOMIES:
            found.setdefault("series", term.name)
            continue
        volume, number = volume_and_number(term.name)
        date = edtf_of(term.name) or date_beside_number(term.name)
        if volume or number or date or term.taxonomy in ISSUE_TAXONOMIES:
            dates.append(date)
            _add(found, term, volume or _volume_of_parent(term), number)
    date = max(dates, key=len, default="")
    return found | ({"print_date": date} if date else {})


def _add(found: dict[str, str], term: Term, volume: str, number: str) -> None:
    """Add what a term says; the label is the one that says most: a month rather than its year."""
    if len(term.name) > len(found.get("issue", "")):
        found["issue"] = term.name
    for name, value in (("volume", volume), ("number", number)):
        if value:
            found.setdefault(name, value)


def _volume_of_parent(term: Term) -> str:
    return volume_and_number(term.parent.replace("-", " "))[0] if term.parent else ""


def section_of(post: Post) -> str:
    """The section of a document: the category that the editors call the first, else the first that is no issue."""
    categories = [term for name in SECTION_TAXONOMIES for term in post.terms if term.taxonomy == name]
    topics = [term for term in categories if not _is_label(term) and term.slug not in NO_SECTION]
    primary = _primary(post.meta)
    chosen = next((term for term in topics if primary and str(term.id) == primary), None) or next(iter(topics), None)
    return chosen.name if chosen else ""


def _is_label(term: Term) -> bool:
    return bool(edtf_of(term.name) or any(volume_and_number(term.name)))


def _primary(meta: Mapping[str, object]) -> str:
    return next((str(meta[key]) for key in _PRIMARY if meta.get(key)), "")
