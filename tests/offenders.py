"""What should be in no Markdown: shortcodes, block comments and builders' tags that are known, and widgets' labels.

`python -m tests.offenders [EXPORT …]` lists them (of the corpus, when nothing is named).
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from migrator.clean.rules import RULES
from migrator.convert import convert
from migrator.errors import SourceError
from migrator.markup.known import is_familiar, stands_alone
from migrator.model import Record
from migrator.options import Options
from migrator.rendered import Rendered
from migrator.run import How, run
from migrator.site import Site
from migrator.sources.opening import open_source

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "wxr"

_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_CODE = re.compile(
    r"^(?P<indent>[ >\d.*+-]*)(?P<fence>`{3,}).*?^[ >]*(?P=fence)$"
    r"|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<tag>pre|code)[ >].*?</(?P=tag)>",
    re.DOTALL | re.MULTILINE,
)
_BLOCK = re.compile(r"\\?<!--\s*/?wp:[a-z][^>]*>?|&lt;!--\s*/?wp:[a-z]\S*")
_BRACKETS = re.compile(r"\[(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>\s[^\[\]]*)?/?\\?\](?![(:\[])")
_ATTRIBUTE = re.compile(r"""\s[\w-]+=["'“”″\w&]""")
_LINE = re.compile(r"^(?:[>*+-] |\d+\. |#+ )*(?P<words>.+)$", re.MULTILINE)
_MARKS = re.compile(r"[*_~\\]|<br\s*/?>")

LABELS = frozenset(
    key[1:-1]
    for rule in RULES
    if rule.verb == "drop" and not rule.name.startswith("embed.")
    for key in rule.keys
    if key.startswith('"') and "{" not in key and not key.endswith(' <"')
)
"""Labels of widgets that hold wherever they stand at the end of a post."""


class Offender(NamedTuple):
    """What was found, where: the kind, the words, the export and the document."""

    kind: str
    words: str
    source: str
    document: int


def offenders_in(markdown: str, source: str) -> Iterator[tuple[str, str]]:
    """Find offenders in a document's Markdown; `source` tells what its author wrote as text (`[[gallery]]`)."""
    text = _CODE.sub(" ", _FRONT_MATTER.sub("", markdown))
    yield from (("block", found[0]) for found in _BLOCK.finditer(text))
    for found in _BRACKETS.finditer(text.replace("\\[", "[")):
        if _is_shortcode(found) and f"[[{found['name']}" not in source and f"[/{found['name']}]]" not in source:
            yield "shortcode", found[0]
    lines = [_MARKS.sub("", line["words"]).strip() for line in _LINE.finditer(text)]
    while lines and lines[-1] in LABELS:
        yield "label", lines.pop()


def _is_shortcode(found: re.Match[str]) -> bool:
    name, rest = found["name"], found["rest"] or ""
    if not is_familiar(name):
        return False
    return stands_alone(name) or bool(found["close"]) or _ATTRIBUTE.search(rest) is not None


def offenders_of(paths: Sequence[Path]) -> list[Offender]:
    """Convert an export and find the offenders in all its documents."""
    found: list[Offender] = []

    def watched(record: Record, site: Site) -> Rendered:
        document = convert(record, site)
        for kind, words in offenders_in(document.files.get(".md", ""), record.content):
            found.append(Offender(kind, words, record.source, record.id))
        return document

    with tempfile.TemporaryDirectory() as folder:
        run(open_source(paths), Path(folder) / "archive", Options(), How(convert=watched, dry=True))
    return found


def main() -> None:
    for path in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(CORPUS.glob("*.xml")):
        try:
            found = offenders_of([path])
        except SourceError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        for each in found:
            print(f"{each.source} {each.document}: {each.kind}: {each.words}")


if __name__ == "__main__":
    main()
