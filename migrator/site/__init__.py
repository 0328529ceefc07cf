"""Facts true for a whole site, in one SQLite file: `Builder` writes it in the index pass, `Site` reads it.

builder = Builder(path, options)          # the parent process
builder.set_fact("title", "The Gazette")
builder.add(record)                       # each item, without its content
site = builder.finish()                   # workers: Site.open(path), or the pickled site
"""

from migrator.site.builder import Builder
from migrator.site.reader import Site
from migrator.site.uploads import Picture

__all__ = ["Builder", "Picture", "Site"]
