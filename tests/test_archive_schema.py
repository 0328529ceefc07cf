"""The published schemas: each says what every field means, and lets nothing pass that it doesn't know."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from migrator.archive.schemas import faults
from migrator.model import Moment

SCHEMAS = {file.name: json.loads(file.read_text("utf-8")) for file in (files("migrator.archive") / "schema").iterdir()}


def parts_of(schema: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield place, schema
        for name, part in schema.items():
            yield from parts_of(part, f"{place}/{name}")
    elif isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from parts_of(part, f"{place}/{number}")


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_of_2020_12(name: str) -> None:
    assert SCHEMAS[name]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMAS[name]["$id"] == name
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name: str) -> None:
    silent = [
        f"{place}/properties/{field}"
        for place, part in parts_of(SCHEMAS[name])
        if isinstance(part.get("properties"), dict) and not place.endswith("/properties")
        for field, rule in part["properties"].items()
        if not rule.get("description")
    ]
    assert silent == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_object_is_open_by_oversight(name: str) -> None:
    objects = [(place, part) for place, part in parts_of(SCHEMAS[name]) if part.get("type") == "object"]
    assert [place for place, part in objects if "additionalProperties" not in part] == []


def test_a_date_has_the_fields_of_the_model() -> None:
    assert list(SCHEMAS["common.json"]["$defs"]["moment"]["properties"]) == [field.name for field in fields(Moment)]


def test_faults_name_their_place() -> None:
    person = {"id": 7, "name": "x" * 500, "logins": [], "url": "", "description": "", "guest": False, "age": 9}
    found = list(faults("people.json", {"schema": "people/1", "people": [person]}))
    assert {fault.partition(":")[0] for fault in found} == {"people/0", "people/0/id"}
    assert all(len(fault) < 200 for fault in found)
