"""Stored modules become elements, inner ones first."""

from __future__ import annotations

from lxml.etree import Element, _Element

from migrator.clean.rules.builders.module import Module
from migrator.clean.rules.builders.nodes import Node
from migrator.clean.rules.builders.tables import MODULES
from migrator.clean.rules.builders.unknown import unknown
from migrator.markup.build import read
from migrator.site import Site


def elements_of(node: Node, site: Site) -> list[_Element]:
    """Make what a module shows; each of the modules in it stands in a `<div>` of its own."""
    content = Element("div")
    for inner in node.inner:
        made = elements_of(inner, site)
        if made:
            part = Element("div")
            part.extend(made)
            content.append(part)
    return made_of(node, content, site)


def made_of(node: Node, content: _Element, site: Site) -> list[_Element]:
    """Make what a module shows whose inner modules are `content`."""
    return MODULES.get(node.name, unknown)(Module(node.name, node.values, content, site, read))
