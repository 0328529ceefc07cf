"""One site, one archive: by every road the documents are those of the export, but for what a road can't tell."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.wordpress import oracle, roads
from tests.wordpress.one_site import BODY, Difference, Documents, differences, is_ordinary, read_archive, read_media
from tests.wordpress.unavoidable import expected_of

ALIKE: Mapping[str, float] = {
    "best": 0.99,
    "rest": 0.99,
    "feed": 0.97,
    "wget": 0.97,
    **dict.fromkeys(roads.THEMES, 0.97),
}
"""The share of ordinary documents whose bodies must be identical, whatever the table says."""


FEW = 30
"""Documents after which following links is stopped."""

UNLIKE = {
    ("/2024/03/20/blocks-what-only-the-live-site-knows", "text"),
    ("/2020/03/13/blocks-mixed-with-the-classic-editor", "text"),
}
"""What changes from request to request, and a text in two pages, of which the second comes later."""


class Went(NamedTuple):
    """All roads, gone once: where their archives are, and their documents."""

    folder: Path
    documents: Mapping[str, Documents]

    def differences(self, road: str) -> list[Difference]:
        return list(differences(self.documents["export"], self.documents[road]))


@pytest.fixture(scope="module")
def went(tmp_path_factory: pytest.TempPathFactory) -> Went:
    oracle.serve()
    folder = tmp_path_factory.mktemp("roads")
    said = roads.go_all(folder)
    assert {road: told.text for road, told in said.items() if told.code} == {}
    return Went(folder, {road: read_archive(folder / road / roads.ARCHIVE) for road in said})


@pytest.mark.parametrize("road", ALIKE)
def test_a_road_differs_in_what_it_cannot_tell_and_nothing_else(went: Went, road: str) -> None:
    found = {(one.document, one.aspect) for one in went.differences(road)}
    expected = expected_of(road, found)
    unexplained = [one for one in went.differences(road) if (one.document, one.aspect) not in expected]
    assert "\n".join(map(str, unexplained)) == ""
    assert expected - found == set()


@pytest.mark.parametrize("road", ALIKE)
def test_bodies_are_identical(went: Went, road: str, capsys: pytest.CaptureFixture[str]) -> None:
    export, documents = went.documents["export"], went.documents[road]
    unlike = {one.document for one in went.differences(road) if one.aspect in BODY}
    both = export.keys() & documents.keys()
    ordinary = {key for key in both if is_ordinary(export[key])}
    share = 1 - len(unlike & ordinary) / len(ordinary)
    with capsys.disabled():
        print(
            f"\n{road}: {len(documents)} of {len(export)} documents; bodies identical in {share:.1%} of {len(ordinary)}"
            f" ordinary, in {1 - len(unlike) / len(both):.1%} of all {len(both)}"
        )
    assert share >= ALIKE[road]


def test_an_export_and_a_capture_of_its_site_are_the_export(went: Went, tmp_path: Path) -> None:
    sources = went.folder / "export" / "export.xml", went.folder / "wget" / "mirror.warc.gz"
    said = roads.run("convert", *sources, "-o", tmp_path, "--media", "none")
    assert said.code == 0, said.text
    assert list(differences(went.documents["export"], read_archive(tmp_path))) == []


def test_links_lead_to_what_the_sitemap_names(went: Went, tmp_path: Path) -> None:
    said = roads.crawl(tmp_path, "--via", "links", "--limit", FEW, Theme=roads.THEMES[0], Clutter="on")
    documents = read_archive(tmp_path)
    assert len(documents) == FEW, said.text
    named = {key: went.documents[roads.THEMES[0]][key] for key in documents}
    found = {(one.document, one.aspect) for one in differences(named, documents) if one.aspect in ("title", "text")}
    assert found - UNLIKE == set()


def test_rest_gives_the_media_of_the_export(went: Went) -> None:
    told, other = (read_media(went.folder / road / roads.ARCHIVE) for road in ("export", "rest"))
    assert other == told
