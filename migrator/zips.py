"""What Python's ZIP reader raises of a package that it can't read: for captures and for copies of the uploads."""

from __future__ import annotations

import zlib
from zipfile import BadZipFile

ZIP_FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""It is broken, encrypted, or packed in a way that Python doesn't know."""
