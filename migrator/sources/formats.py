"""Post formats ("gallery"), which WordPress stores as terms of a taxonomy of their own (`set_post_format`)."""

from __future__ import annotations

from migrator.model import TermRef

TAXONOMY = "post_format"
STANDARD = "standard"
"""What WordPress calls a post without a format."""


def format_term(name: str) -> TermRef | None:
    """Make the term that a format is stored as; None for a standard post."""
    return TermRef(TAXONOMY, f"post-format-{name}", name.capitalize()) if name not in ("", STANDARD) else None
