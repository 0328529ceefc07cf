"""Values as WordPress stores them in postmeta, and as its exports have them: PHP's `serialize()`.

The format is described at https://www.php.net/manual/en/function.serialize.php.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

_WHOLE = re.compile(r"(?:0|-?[1-9]\d{0,17})\Z")
"""A key that PHP takes for a number."""


def serialize(value: Any) -> str:
    """Write decoded JSON as PHP serializes it; the keys of arrays are numbers where PHP would make them such."""
    if value is None:
        return "N;"
    if isinstance(value, bool):
        return f"b:{int(value)};"
    if isinstance(value, int):
        return f"i:{value};"
    if isinstance(value, float):
        return f"d:{value!r};"
    if isinstance(value, dict):
        return _array(value.items())
    if isinstance(value, list):
        return _array((str(index), one) for index, one in enumerate(value))
    return _string(str(value))


def _array(members: Iterable[tuple[str, Any]]) -> str:
    written = [_key(key) + serialize(value) for key, value in members]
    return f"a:{len(written)}:{{{''.join(written)}}}"


def _key(key: str) -> str:
    return f"i:{key};" if _WHOLE.match(key) else _string(key)


def _string(text: str) -> str:
    return f's:{len(text.encode("utf-8", "surrogatepass"))}:"{text}";'


def meta_rows(key: str, value: Any) -> Iterator[tuple[str, str]]:
    """The rows of postmeta that a field stands for: none for what is empty, as REST shows keys that a post hasn't;
    one for each member of a list; arrays in them serialized."""
    if isinstance(value, list):
        for one in value:
            yield from [(key, serialize(one))] if isinstance(one, list) else meta_rows(key, one)
    elif isinstance(value, dict):
        if value:
            yield key, serialize(value)
    elif value is not None and value is not False and value != "":
        yield key, "1" if value is True else str(value)
