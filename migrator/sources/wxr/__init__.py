"""Reading WordPress eXtended RSS, however broken.

`open_export` finds the items of an export in its bytes; `read_item` makes a Record of one, in any process.
"""

from migrator.sources.wxr.export import Export, accepts, open_export
from migrator.sources.wxr.header import Header
from migrator.sources.wxr.item import RawItem, read_item

__all__ = ["Export", "Header", "RawItem", "accepts", "open_export", "read_item"]
