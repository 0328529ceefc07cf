"""`migrator people` and the file that it writes: what is suggested, decided, applied, and what is wrong in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from migrator.archive.namesakes import suggestions
from migrator.errors import UsageError
from migrator.site.people_toml import read_people
from tests.command_line import Invoke
from tests.rulings import converted, person

WRONG = {
    "[[merges]]\nkeep = 'a'": "unknown table 'merges'",
    "[[merge]]\nkeep = 'a'": "lacks 'also'",
    "[[merge]]\nkeep = 'a'\nalso = [3]": "merge.also can't hold 3",
    "[[merge]]\nkeep = ''\nalso = ['b']": "merge.keep can't be ''",
    "[person.a]\ncolour = 'red'": "person.a: colour",
    "[person.a]\nhide = 'yes'": "person.a: hide",
    "[[split]]\nperson = 'a'\ndocuments = ['x']\nname = 'B'": "split.documents can't hold 'x'",
    "[[split]]\nperson = 'a'\ndocuments = [1]\nname = 'B'\nwhy = 'c'": "has no setting 'why'",
    "merge = 1": "written as [[merge]]",
    "[[merge]]\nkeep = 'a'\nalso = 'b'": "merge.also = 'b' must be a list: [\"b\"]",
    "[[split]]\nperson = 'a'\ndocuments = 1\nname = 'B'": "split.documents = 1 must be a list: [1]",
    "[person.a]\norcid = '1234'": "person.a: orcid = '1234' is no ORCID; one is 0000-0002-1825-0097",
    "[person.a]\norcid = '0000-0002-1825-0098'": "is no ORCID",
    "[person.a]\nisni = '0000 0001 2103 2684'": "is no ISNI",
    "[person.a]\nurl = 'javascript:alert(1)'": "is no address of the web",
    "[person.josé]\nhide = true": "no valid TOML",
    "person = 1": "written as [person.ID]",
    "x": "no valid TOML",
}


@pytest.mark.parametrize(("text", "message"), WRONG.items())
def test_a_wrong_file_is_told(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "people.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError) as error:
        read_people(tmp_path / "people.toml")
    assert message in str(error.value)
    assert "people.toml" in str(error.value)


def test_numbers_and_addresses_of_persons_are_taken(tmp_path: Path) -> None:
    lines = (
        "[person.a]",
        "orcid = 'https://orcid.org/0000-0002-1694-233X'",
        "isni = '0000 0001 2103 2683'",
        "url = 'https://a.example.org/'",
        "[person.b]",
        "orcid = ''",
        "url = ''",
    )
    (tmp_path / "people.toml").write_text("\n".join(lines), "utf-8")
    assert read_people(tmp_path / "people.toml")["person"]["a"]["isni"] == "0000 0001 2103 2683"


def test_what_is_suggested_is_decided_and_applied(migrator: Invoke, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    assert converted(migrator, archive).code == 0
    first = migrator("people", archive)
    found = re.search(
        r"^théo-baptiste \(.+, (\d+) documents\) = théo-baptiste-2 \(.+, (\d+) documents", first.out, re.M
    )
    assert found is not None
    assert f"{len(first.out.splitlines())} that may be another" in first.err
    again = migrator("people", archive)
    waiting = f"{len(first.out.splitlines())} wait in {archive / 'people.toml'} for a decision"
    assert (again.out, waiting in first.err, waiting in again.err) == ("", True, True)

    file = archive / "people.toml"
    text = file.read_text("utf-8")
    assert converted(migrator, archive).code == 0
    assert "théo-baptiste-2" in (archive / "people.json").read_text("utf-8")

    decided = text.replace('# [[merge]]\n# keep = "théo-baptiste"\n# also', '[[merge]]\nkeep = "théo-baptiste"\nalso')
    file.write_text(decided, "utf-8")
    assert converted(migrator, archive).code == 0
    listed = json.loads((archive / "people.json").read_text("utf-8"))["people"]
    assert [(one["id"], one["documents"]) for one in listed if "Théo" in one["name"]] == [
        ("théo-baptiste", int(found[1]) + int(found[2]))
    ]
    assert migrator("check", archive).code == 0


def test_the_full_name_is_kept() -> None:
    assert suggestions([person("J. Doe"), person("Jane Doe")])[0].keep["name"] == "Jane Doe"
    assert suggestions([person("JANE DOE", id="a"), person("Jane Doe")])[0].keep["name"] == "Jane Doe"


def test_others_may_still_be_the_same(migrator: Invoke, tmp_path: Path) -> None:
    listed = [person("Jane Doe", id="b"), person("J. Doe", id="a"), person("JANE DOE", id="c")]
    (tmp_path / "people.json").write_text(json.dumps({"people": listed}), "utf-8")
    refused = "# [[merge]]\n# keep = 'b'\n# also = ['a']\n# [[merge]]\n# keep = \"b\"\n# also = [\"c\"]\n"
    (tmp_path / "people.toml").write_text(refused, "utf-8")
    assert migrator("people", tmp_path).out.startswith("a (J. Doe, 1 documents) = c (JANE DOE")
    assert migrator("people", tmp_path).out == ""


@pytest.mark.parametrize("text", ["[]", '{"people": [{"id": "a"}]}', '{"people": [1]}', '{"people": 1}', "{"])
def test_a_list_of_other_things_is_told(text: str, migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(text, "utf-8")
    result = migrator("people", tmp_path)
    assert result.code == 4
    assert "people.json" in result.err


def test_rulings_in_another_encoding_are_told(migrator: Invoke, tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text('{"people": []}', "utf-8")
    (tmp_path / "people.toml").write_bytes(b"\xff\xfe")
    result = migrator("people", tmp_path)
    assert result.code == 2
    assert "people.toml" in result.err


def test_a_folder_without_people_is_told(migrator: Invoke, tmp_path: Path) -> None:
    result = migrator("people", tmp_path)
    assert result.code == 4
    assert "people.json" in result.err
