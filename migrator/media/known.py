"""What a conversion knows of the media that are in the archive already: read by any process, changed by none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from migrator.media.documents import Texts, amended
from migrator.media.state import AT_ADDRESS, NAME, File
from migrator.rendered import Rendered


class Known:
    """The files of an archive by address, from the state that `recall` has made of its lists."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(f"{(folder / NAME).absolute().as_uri()}?mode=ro", uri=True)

    def close(self) -> None:
        """Let go of the state."""
        self._connection.close()

    def settle(self, rendered: Rendered) -> None:
        """Let a document that was just converted refer to the files that are here."""
        if rendered.media and ".json" in rendered.files:
            texts = Texts(rendered.files[".json"], rendered.files[".md"])
            rendered.files[".json"], rendered.files[".md"] = amended(texts, rendered.path, self._file)

    def _file(self, url: str) -> File | None:
        row = self._connection.execute(f"SELECT path, place {AT_ADDRESS}", (url,)).fetchone()
        return File(*row) if row else None
