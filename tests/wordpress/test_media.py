"""A real WordPress's uploads, all sizes of them: over the network and from the folder they give the same archive."""

from pathlib import Path

import pytest

from migrator.archive.check import check
from migrator.media import complete
from migrator.media.wish import Wish
from migrator.options import Options
from migrator.run import How, run
from migrator.sources.opening import open_source
from tests.test_run import files_of
from tests.wordpress import oracle

SITE = "https://gazette.example.edu"


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """WordPress's own export, its addresses those at which the site answers here."""
    oracle.serve()
    path = tmp_path_factory.mktemp("export") / "export.xml"
    oracle.export(path)
    path.write_text(path.read_text("utf-8").replace(SITE, oracle.SERVER), "utf-8")
    return path


def test_the_network_and_the_folder_give_the_same_archive(export: Path, tmp_path: Path) -> None:
    wishes = {"network": Wish("all", private=True), "folder": Wish("all", (oracle.uploads(),), private=True)}
    for name, wish in wishes.items():
        how = How(complete=lambda archive, wish=wish: complete(archive, wish))  # type: ignore[misc]
        run(open_source([export]), tmp_path / name, Options(), how)
    assert files_of(tmp_path / "network") == files_of(tmp_path / "folder")
    assert {finding.kind for finding in check(tmp_path / "network")} <= {"missing"}
    assert not list((tmp_path / "network" / "media").rglob("photo-300x200.jpg"))
