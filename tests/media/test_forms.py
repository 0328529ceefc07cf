"""One file under several addresses, and sizes of uploads that no attachment accounts for: one entry, the original."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from migrator.archive.check import check
from migrator.media import complete
from migrator.media.wish import Wish
from tests.media.test_captured import Answer, warc
from tests.media.test_pasted import convert
from tests.pictures import png

HOST = "gazette.example.edu/wp-content/uploads/2024/03"


def listed(archive: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((archive / "media.json").read_bytes())["media"]
    return found


def uploads(folder: Path, *names: str) -> Path:
    """A copy of the uploads with these pictures, each another one."""
    for seed, name in enumerate(names):
        path = folder / "uploads/2024/03" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(seed=seed))
    return folder / "uploads"


FORMS = (
    f"https://{HOST}/IMG_1.JPG",
    f"http://{HOST}/IMG_1.JPG",
    f"http://www.{HOST}/IMG_1.JPG",
    f"https://i0.wp.com/{HOST}/IMG_1.JPG?resize=300%2C200",
)


@pytest.mark.parametrize("forms", [FORMS, FORMS[::-1]])
@pytest.mark.parametrize("extent", ["none", "referenced"])
def test_forms_of_an_address_are_one_file(tmp_path: Path, forms: tuple[str, ...], extent: Any) -> None:
    archive = convert(tmp_path, *(("publish", form) for form in forms))
    complete(archive, Wish(extent, (uploads(tmp_path, "IMG_1.JPG"),)))
    (entry,) = listed(archive)
    assert entry["used_by"] == [1, 2, 3, 4]
    assert {entry["url"], *entry["seen"]} == set(FORMS)
    if extent == "referenced":
        assert [path.name for path in archive.rglob("media/**/*.*")] == [Path(entry["path"]).name]
        for record in archive.glob("content/**/item-*.json"):
            (use,) = json.loads(record.read_bytes())["media"]
            assert use["path"] == entry["path"]
            assert f'src="../../../../{entry["path"]}"' in json.loads(record.read_bytes())["content"]["html"]
        assert check(archive) == []
        before = (archive / "media.json").read_bytes()
        again = convert(tmp_path, *(("publish", form) for form in forms), extent=Wish("referenced"))
        assert (again / "media.json").read_bytes() == before


def test_another_host_is_another_file(tmp_path: Path) -> None:
    archive = convert(tmp_path, ("publish", "https://a.example/d.png"), ("publish", "http://a.example/d.png"))
    assert len(listed(archive)) == 2


def test_a_private_document_s_form_of_a_public_file(tmp_path: Path) -> None:
    archive = convert(tmp_path, ("draft", FORMS[0]), ("publish", FORMS[1]))
    complete(archive, Wish("referenced", (uploads(tmp_path, "IMG_1.JPG"),)))
    (entry,) = listed(archive)
    assert (entry["status"], entry["used_by"]) == ("fetched", [2])
    assert check(archive) == []


@pytest.mark.parametrize(
    ("shown", "there", "chosen"),
    [
        ("x-300x200.png", ("x-300x200.png", "x.png", "x-scaled.png"), "x.png"),
        ("x-300x200.png", ("x-300x200.png", "x-scaled.png"), "x-scaled.png"),
        ("x-300x200.png", ("x-300x200.png", "y.png"), "x-300x200.png"),
        ("x.png", ("x-scaled.png", "x-300x200.png"), "x-scaled.png"),
        ("x-scaled.png", ("x-scaled.png", "x.png"), "x.png"),
    ],
)
def test_the_best_of_what_is_there(
    tmp_path: Path, no_network: None, shown: str, there: tuple[str, ...], chosen: str
) -> None:
    archive = convert(tmp_path, ("publish", f"https://{HOST}/{shown}"))
    complete(archive, Wish("referenced", (uploads(tmp_path, *there),)))
    (entry,) = listed(archive)
    assert (entry["status"], entry["chosen"]) == ("fetched", f"https://{HOST}/{chosen}")
    assert (archive / entry["path"]).read_bytes() == png(seed=there.index(chosen))


def test_a_size_and_its_original_are_one_file_under_the_original_s_name(tmp_path: Path) -> None:
    shown = (f"https://{HOST}/x-300x200.png", f"https://{HOST}/x.png")
    archive = convert(tmp_path, *(("publish", address) for address in shown))
    complete(archive, Wish("referenced", (uploads(tmp_path, "x-300x200.png", "x.png"),)))
    assert {entry["path"] for entry in listed(archive)} == {"media/2024/03/x.png"}
    assert [path.name for path in archive.rglob("media/**/*.*")] == ["x.png"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_capture_s_size_waits_for_what_has_the_original(tmp_path: Path, no_network: None, *, whole: bool) -> None:
    archive = convert(tmp_path, ("publish", f"https://{HOST}/x-300x200.png"))
    answers = [Answer(f"https://{HOST}/x-300x200.png", png(seed=1), type="image/png")]
    answers += [Answer(f"https://{HOST}/x.png", png(seed=2), type="image/png")] if whole else []
    complete(archive, Wish("referenced", captures=(warc(tmp_path / "a.warc.gz", *answers),)))
    (entry,) = listed(archive)
    assert (archive / entry["path"]).read_bytes() == png(seed=2 if whole else 1)
