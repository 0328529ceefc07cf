"""The JSON Schemas that describe the archive's files, and what in a value breaks one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

_SHOWN = 160
"""Characters of a fault that are shown: it quotes the value, which may be a whole document."""


@cache
def _validators() -> dict[str, Draft202012Validator]:
    folder = files("migrator.archive") / "schema"
    schemas = {file.name: json.loads(file.read_text("utf-8")) for file in folder.iterdir()}
    registry: Registry[Any] = Registry().with_resources(
        (name, Resource.from_contents(schema)) for name, schema in schemas.items()
    )
    return {name: Draft202012Validator(schema, registry=registry) for name, schema in schemas.items()}


def faults(name: str, value: Any) -> Iterator[str]:
    """Say what in a value breaks the schema `name` ("document.json"), each with its place."""
    for error in _validators()[name].iter_errors(value):
        place = "/".join(map(str, error.absolute_path))
        message = error.message if len(error.message) <= _SHOWN else error.message[: _SHOWN - 1] + "…"
        yield f"{place}: {message}" if place else message
