"""Reading the text of pages (.txt), where nothing else is left of them: a file, several, or folders."""

from migrator.sources.text.files import accepts
from migrator.sources.text.source import TextItem, TextSource, open_text

__all__ = ["TextItem", "TextSource", "accepts", "open_text"]
