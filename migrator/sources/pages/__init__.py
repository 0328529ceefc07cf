"""What a page of a website says: its article, and what it tells about it."""

from migrator.sources.pages.article import Article, find_article

__all__ = ["Article", "find_article"]
