"""`migrator people`: which persons of an archive may be the same, and the file in which the archivist decides."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from migrator.archive.namesakes import Suggestion, suggestions
from migrator.errors import ArchiveError
from migrator.site.people_toml import NAME, read_people

HEAD = """\
# Who is who in this archive. The next `migrator convert` into it applies what stands here; nothing else does.
# Take the "#" off what is right. More that can be said:
#
# [person.jane-doe]                # an id with other letters than a to z in quotes: [person."josé-doe"]
# name = 'Jane Doe'              # how she is called everywhere
# sort_name = 'Doe, Jane'
# orcid = '0000-0002-1825-0097'  # also: isni, url, description, class_year
# hide = true                    # in no field and no list; the words of texts stay
#
# [[split]]                      # some documents of one account are by someone else
# person = 'staff'
# documents = [12, 34]
# name = 'John Roe'
"""

_NEEDED = frozenset(("id", "name", "documents", "guest", "organisation"))
_MERGE = re.compile(r"^[# ]*keep *=[^\n]*\n[# ]*also *=[^\]\n]*\]", re.MULTILINE)
_WAITING = re.compile(r"^# *\[\[merge\]\]", re.MULTILINE)
_QUOTED = re.compile(r"[^\s\"'#,=\[\]]+(?=[\"'])")


@click.command("people", epilog="Example: migrator people archive")
@click.argument("archive", type=click.Path(path_type=Path, file_okay=False))
@click.option("--write/--no-write", default=True, help="Write what is suggested into people.toml, for you to decide.")
def people_command(archive: Path, *, write: bool) -> int:
    """List the persons of an archive who may be the same, and write the suggestions into its people.toml.

    A people.toml that is there already is left as it is, but for new suggestions at its end.
    """
    people = _people(archive)
    path = archive / NAME
    missing = _missing(path, people)
    decided = _decided(path)
    found = [one for one in suggestions(people) if not any({one.keep["id"], one.other["id"]} <= row for row in decided)]
    for one in found:
        click.echo(f"{_called(one.keep)} = {_called(one.other)}: {one.why}")
    for identity in missing:
        click.echo(f"note: {path} speaks of {identity!r}, who is not in the archive", err=True)
    if found and write:
        _write(path, found)
    click.echo(_summary(found, people, path), err=True)
    return 0


def _people(archive: Path) -> list[dict[str, Any]]:
    try:
        people: list[dict[str, Any]] = json.loads((archive / "people.json").read_text("utf-8"))["people"]
        broken = next((person for person in people if not person.keys() >= _NEEDED), None)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ArchiveError(f"{archive}: has no people.json that can be read ({error})") from error
    if broken is not None:
        raise ArchiveError(f"{archive}: people.json has a person without {', '.join(sorted(_NEEDED - broken.keys()))}")
    return people


def _decided(path: Path) -> list[set[str]]:
    """Who stands together in the file's merges, commented out or not: what was refused is not suggested again."""
    text = path.read_text("utf-8") if path.is_file() else ""
    return [set(_QUOTED.findall(found[0])) for found in _MERGE.finditer(text)]


def _missing(path: Path, people: Sequence[dict[str, Any]]) -> list[str]:
    if not path.is_file():
        return []
    rulings = read_people(path)
    named = [*rulings.get("person", {}), *(row["person"] for row in rulings.get("split", ()))]
    named += [row["keep"] for row in rulings.get("merge", ())]
    gone = {identity for identity, said in rulings.get("person", {}).items() if said.get("hide")}
    gone |= {identity for row in rulings.get("merge", ()) for identity in row["also"]}
    return sorted(set(named) - {person["id"] for person in people} - gone)


def _called(person: Any) -> str:
    return f"{person['id']} ({person['name']}, {person['documents']} documents)"


def _write(path: Path, found: Sequence[Suggestion]) -> None:
    before = path.read_text("utf-8") if path.is_file() else HEAD
    try:
        path.write_text(before.rstrip("\n") + "\n" + "".join(_rows(found)), "utf-8")
    except OSError as error:
        raise ArchiveError(f"{path}: can't be written: {error.strerror}") from error


def _rows(found: Sequence[Suggestion]) -> Iterator[str]:
    for one in found:
        yield f"\n# {one.why}\n"
        yield f'# [[merge]]\n# keep = "{one.keep["id"]}"\n# also = ["{one.other["id"]}"]\n'


def _summary(found: Sequence[Suggestion], people: Sequence[Any], path: Path) -> str:
    waiting = len(_WAITING.findall(path.read_text("utf-8"))) if path.is_file() else 0
    place = f"; {waiting} wait in {path} for a decision" if waiting else ""
    return f"{len(people)} persons, {len(found)} that may be another{place}"
