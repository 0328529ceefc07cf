"""What migrator.toml says of cleaning: `[[rule]]`, `[shortcodes]`, `[rules]`; checked against the rules there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any

from migrator.clean.own import NAMES, SETTINGS, own_rows
from migrator.clean.rule import check_key
from migrator.config.checks import meant, one_of, table, text, texts
from migrator.errors import UsageError
from migrator.options import Options

_NAME = re.compile(r"[\w-]+\*?")
"""A shortcode as the parser reads it."""

_TAG = re.compile(r"[a-z][a-z0-9]*(?![\w:-])")
_TAGS = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote br
    button canvas caption center cite code col colgroup command data datalist dd del details dfn dialog dir div dl dt
    em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr i iframe
    image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta
    meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture
    plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source spacer span
    strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u
    ul var video wbr xmp
    """.split()
)
"""The elements that a body may hold, by the standard and by what came before it; others have a hyphen."""


def own_rules(_key: str, value: Any) -> tuple[Mapping[str, Any], ...]:
    """Check the rows of `[[rule]]`: name, verb, keys and what the verb may be told."""
    if not isinstance(value, list):
        raise UsageError("own rules are written as [[rule]] tables")
    for row in value:
        _check_row(table()("rule", row))
    return tuple(value)


def _check_row(row: Mapping[str, Any]) -> None:
    name = text("rule.name", row.get("name"))
    if not name.strip() or name in NAMES:
        raise UsageError(f"rule.name: {name!r} is {'a built-in rule' if name else 'no name'}; call it 'own.…'")
    where = f"rule {name!r}"
    _check_settings(where, row, "verb", ("name", "verb", "keys"))
    keys = texts(f"{where}: keys", row.get("keys"))
    if not keys:
        raise UsageError(f"{where} has no keys, so it could never apply")
    for key in keys:
        _check_key(where, key)


def _check_key(where: str, key: str) -> None:
    try:
        check_key(key)
    except ValueError as error:
        raise UsageError(f"{where}: {error}") from error
    if key.startswith("[") and not _NAME.fullmatch(key[1:-1]):
        raise UsageError(f"{where}: {key}: a shortcode's name has letters, digits, _ and - only, and a * for any more")
    tag = _TAG.match(key)
    if tag and tag[0] not in _TAGS:
        also = f"; did you mean '.{tag[0]}' or '#{tag[0]}'?" if tag[0] == key else meant(tag[0], _TAGS)
        raise UsageError(f"{where}: {key}: there is no element <{tag[0]}>{also}")


def _check_settings(where: str, row: Mapping[str, Any], verb_is: str, known: tuple[str, ...]) -> None:
    """Check a row's verb, and that it has nothing but what is known and what its verb may be told."""
    verb = one_of(*SETTINGS)(f"{where}: {verb_is}", row.get(verb_is))
    for name, value in row.items():
        if name in SETTINGS[verb]:
            text(f"{where}: {name}", value)
        elif name not in known:
            allowed = (*known, *SETTINGS[verb])
            raise UsageError(
                f"{where}: {verb!r} has no setting {name!r}; known are {', '.join(allowed)}{meant(name, allowed)}"
            )


def shortcodes(key: str, value: Any) -> Mapping[str, Mapping[str, str]]:
    """Check `[shortcodes]`: by name a verb, or a table with the verb (`do`) and what it may be told."""
    return {name: _shortcode(f"{key}.{name}", name, said) for name, said in table()(key, value).items()}


def _shortcode(where: str, name: str, said: Any) -> Mapping[str, str]:
    _check_key(where, f"[{name}]")
    if not isinstance(said, str | Mapping):
        raise UsageError(f'{where} must be a verb, as in {name} = "drop", or a table with do, not {said!r}')
    how = {"do": said} if isinstance(said, str) else dict(said)
    _check_settings(where, how, "do", ("do",))
    return how


def named(patterns: frozenset[str], options: Options, key: str) -> frozenset[str]:
    """The rules of these names, in which `*` stands for any characters; raises UsageError for one that names none."""
    known = sorted(NAMES | {row.name for row in own_rows(options)})
    return frozenset(name for pattern in sorted(patterns) for name in _fitting(pattern, known, key))


def _fitting(pattern: str, known: list[str], key: str) -> Iterator[str]:
    found = [name for name in known if fnmatchcase(name, pattern)]
    if not found:
        families = sorted({f"{name.partition('.')[0]}.*" for name in known})
        raise UsageError(
            f"{key}: there is no rule {pattern!r}{meant(pattern, [*known, *families])}; `migrator rules` lists them"
        )
    yield from found
