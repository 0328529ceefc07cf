"""The items that a crawl's answers give: which are new or changed, which were had whole, and how many there are."""

from __future__ import annotations

from typing import Any

from migrator.crawl.frontier import Frontier
from migrator.crawl.step import Seen, Total
from migrator.sources.capture.addresses import key_of

_ENTER = """
INSERT INTO item (key, aim, url, name, modified, digest, document, whole, title, via, run)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET url = excluded.url, name = excluded.name, modified = excluded.modified,
    digest = excluded.digest, document = excluded.document, whole = max(whole, excluded.whole), title = excluded.title,
    via = excluded.via, state = 'there', run = excluded.run
"""


def enter(frontier: Frontier, seen: Seen, via: str) -> None:
    """Enter an item, and whether it is new or changed since the last run."""
    key = f"{seen.aim}/{seen.id}"
    known = frontier.one("SELECT modified, digest, state FROM item WHERE key = ?", key)
    if not seen.whole and not seen.url:  # only its id: it is still there
        frontier.connection.execute("UPDATE item SET run = ? WHERE key = ?", (frontier.run, key))
        return
    kind = _change(seen, known)
    if kind and frontier.run > 1:
        change = (frontier.run, key, kind, seen.url, seen.modified)
        frontier.connection.execute("INSERT OR IGNORE INTO change VALUES (?, ?, ?, ?, ?)", change)
    name = key_of(seen.url) if seen.url else ""
    about = (seen.url, name, seen.modified, seen.digest, seen.document, seen.whole, seen.title)
    frontier.connection.execute(_ENTER, (key, seen.aim, *about, via, frontier.run))


def misses(frontier: Frontier, seen: Seen) -> bool:
    """Whether an item that is only named was never had, or was gone before."""
    if seen.whole or seen.url:
        return False
    return frontier.one("SELECT 1 FROM item WHERE key = ? AND state = 'there'", f"{seen.aim}/{seen.id}") is None


def gives(frontier: Frontier, url: str) -> str:
    """The address of the REST list that gives a document whole; "" if none does. A feed gives less than a page."""
    query = "SELECT via FROM item WHERE name = ? AND document AND whole AND aim NOT IN ('page', 'feed')"
    row = frontier.one(f"{query} AND state = 'there'", key_of(url))
    return str(row[0]) if row else ""


def enter_total(frontier: Frontier, total: Total) -> None:
    """Enter how many items a collection has."""
    frontier.connection.execute("INSERT OR REPLACE INTO total VALUES (?, ?, ?)", (total.aim, total.items, frontier.run))


def count_documents(frontier: Frontier) -> int:
    """How many documents there are so far."""
    row = frontier.one("SELECT count(DISTINCT name) FROM item WHERE document AND whole AND state = 'there'")
    return int(row[0]) if row else 0


def _change(seen: Seen, known: tuple[Any, ...] | None) -> str:
    """Tell whether an item is new or changed: by its date where it has one, else by what it says.

    A page is asked for in spite of its date only for its comments, which that says nothing of.
    """
    if known is None or known[2] == "gone":
        return "new"
    modified, digest = known[:2]
    is_dated = bool(seen.modified and modified)
    if is_dated and (seen.aim != "page" or seen.modified != modified):
        return "" if seen.modified == modified else "changed"
    return "" if seen.digest == digest else "changed"
