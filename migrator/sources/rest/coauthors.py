"""An author as Co-Authors Plus tells of it in REST (`coauthors/v1`) → the record that an export has of a guest."""

from __future__ import annotations

from migrator.model import Record
from migrator.site.persons import GUEST_PREFIX
from migrator.sources.rest.values import Item, shown, text


def read_coauthor(item: Item) -> Record:
    """Read an author; its login isn't shown, its slug stands for it.

    It has no number here: that of a guest is a post's, that of an account is an account's, and nothing tells which.
    """
    slug = text(item.get("user_nicename"))
    told = {
        "user_login": slug,
        "display_name": text(item.get("display_name")),
        "description": shown(item.get("description")),
    }
    return Record(
        type="guest-author",
        status="publish",
        title=told["display_name"],
        slug=f"{GUEST_PREFIX}{slug}",
        link=text(item.get("link")),
        form="rendered",
        meta=[(f"{GUEST_PREFIX}{name}", value) for name, value in told.items() if value],
    )
