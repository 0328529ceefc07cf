"""The picture in the README, kept true: imports point down, one pair of hands, one mouth, one door to the network.

And everything is small enough to be read at once.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "migrator"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    ("errors", "model", "rendered", "options", "run_pool", "signatures", "extensions", "zips"),
    ("policy", "profiles", "markup.html", "markup.languages", "markup.polyglot", "markup.text", "normalise.bylines"),
    (
        "site",
        "archive.layout",
        "edit",
        "sources.wxr.php",
        "normalise.urls",
        "normalise.slugs",
        "normalise.labels",
        "normalise.label_words",
        "normalise.bylines.meta",
    ),
    ("markup", "sources.wxr", "sources.item"),
    ("clean", "normalise", "normalise.bylines.body", "normalise.bylines.body_lines", "writers"),
    ("sources",),
    ("fragments",),
    ("facts", "comments"),
    ("convert",),
    ("archive", "media", "survey", "crawl"),
    ("run", "config"),
    ("cli", "__main__", "__init__"),
)
"""From the ground up; a module may import from its own layer and those before it."""


def name_of(path: Path) -> str:
    name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    return name.removesuffix(".__init__") if name != "__init__" else name


def layer_of(name: str) -> int:
    fits = [
        (len(prefix), rank)
        for rank, row in enumerate(LAYERS)
        for prefix in row
        if name == prefix or name.startswith(prefix + ".") or (prefix == name.partition("_")[0] and "." not in name)
    ]
    assert fits, f"{name} has no layer"
    return max(fits)[1]


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("migrator"):
            for alias in node.names:
                inner = (node.module + "." + alias.name).removeprefix("migrator.")
                is_module = (PACKAGE / (inner.replace(".", "/") + ".py")).exists() or (
                    PACKAGE / inner.replace(".", "/")
                ).is_dir()
                yield inner if is_module else node.module.removeprefix("migrator").removeprefix(".") or "__init__"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("migrator."):
                    yield alias.name.removeprefix("migrator.")


def calls_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    name = name_of(path)
    upward = [other for other in imports_of(path) if other != "__init__" and layer_of(other) > layer_of(name)]
    assert not upward, f"{name} imports from above: {upward}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    if name_of(path).split(".")[0] in ("cli", "__main__"):
        return
    said = {"print", "click.echo", "sys.exit", "exit", "sys.stdout.write", "sys.stderr.write", "tqdm"} & set(
        calls_of(path)
    )
    assert not said


NETWORK = ("requests", "urllib3", "socket", "http.client", "urllib.request", "ftplib")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_fetchers_reach_the_network(path: Path) -> None:
    if name_of(path).startswith(("media.", "crawl.fetch")):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names.append(node.module)
        assert not [name for name in names if name.split(".")[0] in NETWORK or name in NETWORK]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_are_short(path: Path) -> None:
    """At most 400 lines and 40; most are far shorter."""
    source = path.read_text("utf-8")
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    assert source.count("\n") <= 400
    assert not [one.name for one in functions if (one.end_lineno or 0) - one.lineno >= 40]


BUILDERS = ("edit", "markup.", "clean.canon", "clean.figures", "clean.embeds", "clean.rules.", "sources.wxr.")
"""Who may touch a tree: the hands, those who build it, those who make new elements for the hands to put in; and the
reader of XML, whose trees are an item's fields."""


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_hands_and_the_builders_change_trees(path: Path) -> None:
    if name_of(path).startswith(BUILDERS):
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else []
        )
        for target in targets:
            assert not (isinstance(target, ast.Attribute) and target.attr in ("tail", "text")), ast.unparse(node)
