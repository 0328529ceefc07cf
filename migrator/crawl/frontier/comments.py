"""Comments that a page's date says nothing of: WordPress dates a document by its own text alone.

Feeds tell how many comments a document has, and the newest comments themselves.
"""

from __future__ import annotations

from migrator.crawl.frontier import Frontier
from migrator.crawl.step import Told
from migrator.sources.capture.addresses import key_of

NONE = "0"
"""How many comments a document has of which nothing was told yet."""

_AGAIN = """
UPDATE url SET state = 'waiting', rank = 4, tries = 0, run = ?1 WHERE kind = 'page'
AND (state = 'same' OR (state = 'done' AND run < ?1))
AND (key = ?2 OR (aim = 'part' AND (key BETWEEN ?2 || '/' AND ?2 || '0' OR key BETWEEN ?2 || '?' AND ?2 || '@')))
"""
"""Ask for a page and its further parts, unless they were had in this run."""


def enter(frontier: Frontier, told: Told) -> None:
    """Enter what was told of a page; what is new, from the second run on, has the page asked for again."""
    key = key_of(told.url)
    name = f"{told.name} {key}"
    if (frontier.fact(name) or NONE) == told.value:
        return
    frontier.note(name, told.value)
    if frontier.run > 1:
        frontier.connection.execute(_AGAIN, (frontier.run, key))
