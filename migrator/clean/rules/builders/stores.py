"""Where page builders keep a document besides its content, and how each store is read into modules.

The texts come from postmeta as they are in the export. Elementor, Beaver Builder, SiteOrigin, Brizy were read in real
exports; Bricks, Oxygen, Themify and Thrive are read after what is publicly known of them.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from migrator.clean.rules.builders.nodes import DEEPEST, Node, deeper, maps, read_json
from migrator.clean.rules.builders.oxygen import oxygen, oxygen_shortcodes
from migrator.sources.wxr.php import decode_meta, mapping

_CONFIG = re.compile(r"__CONFIG_(\w+?)__")
_RAW_SHORTCODE = re.compile("_{2,3}TVE_SHORTCODE_RAW_{2,3}")
_BRIZY_SITE = "{@brizy_SITE_URL_PLACEHOLDER@}"


Meta = Mapping[str, str]


class Store(NamedTuple):
    """A builder's store: the postmeta it is in, whether the page was built with it in the end, how it is read.

    `read` raises ValueError for what it can't make out.
    """

    key: str
    rule: str
    is_active: Callable[[Meta], bool]
    read: Callable[[str], Sequence[Node]]


def _php(text: str) -> Any:
    found = decode_meta(text)
    if isinstance(found, str):
        raise ValueError("is no serialized value that can be read")
    return found


def elementor(text: str) -> Sequence[Node]:
    """`_elementor_data`: sections, columns, containers and widgets in each other."""
    return [_of_elementor(one, DEEPEST) for one in maps(read_json(text))]


def _of_elementor(element: Mapping[str, Any], depth: int) -> Node:
    name = str(element.get("widgetType") or element.get("elType") or "")
    inner = deeper(element.get("elements"), depth, _of_elementor)
    return Node(f"elementor/{name}", mapping(element.get("settings")), inner)


def beaver(text: str) -> Sequence[Node]:
    """`_fl_builder_data`: rows, groups of columns, columns and modules by number, each naming what it stands in."""
    return _planted("beaver", mapping(_php(text)).values(), "node", _of_beaver)


def _of_beaver(node: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    settings = mapping(node.get("settings"))
    kind = str(node.get("type", ""))
    return (str(settings.get("type", "")) if kind == "module" else kind), settings


def bricks(text: str) -> Sequence[Node]:
    """`_bricks_page_content_2`: elements in a row, each naming what it stands in."""
    found = _php(text) if not text.startswith(("[", "{")) else read_json(text)
    return _planted(
        "bricks", maps(found), "id", lambda node: (str(node.get("name", "")), mapping(node.get("settings")))
    )


def _planted(
    builder: str, nodes: Iterable[Any], key: str, read: Callable[[Mapping[str, Any]], tuple[str, Mapping[str, Any]]]
) -> Sequence[Node]:
    """Make a tree of nodes that name their parents; of one whose parent is missing a root."""
    known = {str(node[key]): node for node in nodes if isinstance(node, Mapping) and key in node}
    below: dict[str, list[str]] = {}
    for number, node in known.items():
        parent = str(node.get("parent") or "")
        below.setdefault(parent if parent in known else "", []).append(number)

    def grown(parent: str, depth: int) -> Sequence[Node]:
        numbers = sorted(below.get(parent, ()), key=lambda number: _position(known[number]))
        if numbers and not depth:
            raise ValueError("goes too deep")
        parts = [(number, *read(known[number])) for number in numbers]
        return [Node(f"{builder}/{name}", values, grown(number, depth - 1)) for number, name, values in parts]

    return grown("", DEEPEST)


def _position(node: Mapping[str, Any]) -> int:
    position = str(node.get("position", 0))
    return int(position) if position.isdecimal() else 0


def siteorigin(text: str) -> Sequence[Node]:
    """`panels_data`: widgets in rows and cells."""
    return of_panels(mapping(_php(text)))


def of_panels(panels: Mapping[str, Any], depth: int = DEEPEST) -> Sequence[Node]:
    """Read SiteOrigin's rows and cells, decoded."""
    widgets = sorted(maps(panels.get("widgets")), key=_cell)
    return [_of_widget(widget, depth) for widget in widgets]


def _of_widget(widget: Mapping[str, Any], depth: int) -> Node:
    inner = mapping(widget.get("panels_data"))
    if inner and not depth:
        raise ValueError("goes too deep")
    values = {name: value for name, value in widget.items() if name not in ("panels_data", "panels_info", "info")}
    return Node(f"siteorigin/{_info(widget).get('class', '')}", values, of_panels(inner, depth - 1) if inner else ())


def _info(widget: Mapping[str, Any]) -> Mapping[str, Any]:
    return mapping(widget.get("panels_info") or widget.get("info"))


def _cell(widget: Mapping[str, Any]) -> tuple[int, int]:
    grid, cell = (str(_info(widget).get(name, 0)) for name in ("grid", "cell"))
    return int(grid) if grid.isdecimal() else 0, int(cell) if cell.isdecimal() else 0


def brizy(text: str) -> Sequence[Node]:
    """`brizy`: the editor's tree in base64, or the HTML that was made of it."""
    post = mapping(mapping(_php(text)).get("brizy-post"))
    tree, made = post.get("editor_data"), post.get("compiled_html")
    if isinstance(tree, str) and tree:
        block = mapping(read_json(_decoded(tree)))
        return [_of_brizy(block, DEEPEST)] if "type" in block else _of_brizy({"value": block}, DEEPEST).inner
    return [Node("html", {"html": _decoded(made).replace(_BRIZY_SITE, "")})] if isinstance(made, str) else []


def _of_brizy(block: Mapping[str, Any], depth: int) -> Node:
    values = mapping(block.get("value"))
    return Node(f"brizy/{block.get('type', '')}", values, deeper(values.get("items"), depth, _of_brizy))


def _decoded(text: str) -> str:
    try:
        return base64.b64decode(text).decode("utf-8", "replace")
    except ValueError as error:
        raise ValueError("is no base64") from error


def themify(text: str) -> Sequence[Node]:
    """`_themify_builder_settings_json`: rows of columns of modules or of rows."""
    return [_of_themify(row, DEEPEST) for row in maps(read_json(text))]


def _of_themify(part: Mapping[str, Any], depth: int) -> Node:
    inner = part.get("cols") or part.get("modules")
    name = part.get("mod_name", "row")
    return Node(f"themify/{name}", mapping(part.get("mod_settings")), deeper(inner, depth, _of_themify))


def thrive(text: str) -> Sequence[Node]:
    """`tve_updated_post`: the page's HTML, with the settings of some elements between two marks in its text."""
    parts = _CONFIG.split(_RAW_SHORTCODE.sub("", text))
    kept, at = [parts[0]], 1
    while at < len(parts):
        is_settings = at + 2 < len(parts) and parts[at] == parts[at + 2]
        at += 4 if is_settings else 2
        kept.append(parts[at - 1])
    return [Node("html", {"html": "".join(kept)})]


def _says(key: str, *values: str) -> Callable[[Meta], bool]:
    """Whether a setting of the page says so; "" is what it says when it is absent."""
    return lambda meta: meta.get(key, "") in values


STORES: tuple[Store, ...] = (
    Store("_elementor_data", "builder.elementor", _says("_elementor_edit_mode", "builder"), elementor),
    Store("_fl_builder_data", "builder.beaver", _says("_fl_builder_enabled", "1"), beaver),
    Store("panels_data", "builder.siteorigin", lambda _: True, siteorigin),
    Store("brizy", "builder.brizy", _says("brizy_enabled", "", "1"), brizy),
    Store("_bricks_page_content_2", "builder.bricks", _says("_bricks_editor_mode", "", "bricks"), bricks),
    Store("ct_builder_json", "builder.oxygen", lambda _: True, oxygen),
    Store("_ct_builder_json", "builder.oxygen", lambda _: True, oxygen),
    Store("ct_builder_shortcodes", "builder.oxygen", lambda _: True, oxygen_shortcodes),
    Store("_themify_builder_settings_json", "builder.themify", lambda _: True, themify),
    Store("tve_updated_post", "builder.thrive", _says("tcb_editor_enabled", "", "1"), thrive),
)
"""The stores in the order they are asked for; a builder's older form comes behind its newer one."""
