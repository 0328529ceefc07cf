"""All modules that are stored in postmeta or in the comments of blocks, and what each becomes."""

from __future__ import annotations

from collections.abc import Mapping

from migrator.clean.rules.builders.common import HTML
from migrator.clean.rules.builders.divi import DIVI
from migrator.clean.rules.builders.elementor import ELEMENTOR
from migrator.clean.rules.builders.shapes import Shape
from migrator.clean.rules.builders.stored import BEAVER, BRICKS, BRIZY, OXYGEN, SITEORIGIN, THEMIFY

MODULES: Mapping[str, Shape] = {
    "html": HTML,
    **ELEMENTOR,
    **BEAVER,
    **SITEORIGIN,
    **BRIZY,
    **BRICKS,
    **OXYGEN,
    **THEMIFY,
    **DIVI,
}
"""What each module becomes, by "builder/module"."""
