"""Tables of contents that a plugin makes from the headings of a post, and the anchors it puts into them."""

from __future__ import annotations

from lxml.etree import _Element

from migrator.clean.lines import is_heading, prose_in
from migrator.clean.rule import Rule, drop, unwrap
from migrator.site import Site

LITTLE = 120
"""Characters around the links of a table, its title, "hide" and the numbers: on 294 saved pages 42."""

_BOXES = """
    #toc_container #ez-toc-container .ez-toc-container .ez-toc-v2* .lwptoc .wp-block-table-of-contents
    .wp-block-yoast-seo-table-of-contents .rank-math-toc-block .wp-block-rank-math-toc-block
    .elementor-widget-table-of-contents .kb-table-of-content-wrap .uagb-toc__wrap .wp-block-uagb-table-of-contents
    .simpletoc .simpletoc-list .luckywp-table-of-contents .toc_widget .cm-toc #toc.toc
"""
_MADE_LATER = """
    [ez-toc] [lwptoc] [no_toc] [simpletoc] [toc] wp:yoast-seo/table-of-contents wp:rank-math/toc-block
    wp:simpletoc/toc wp:eztoc/ez-toc-block
"""


def is_table(element: _Element, _site: Site) -> bool:
    """Whether all links of an element lead to places on the same page, and there is little else."""
    links = [link.get("href", "#") for link in element.iter("a")]
    is_here = bool(links) and all("#" in link for link in links)
    return is_here and not is_heading(element) and prose_in(element) <= LITTLE


RULES: tuple[Rule, ...] = (
    drop("toc.box", *_BOXES.split(), when=is_table),
    drop("toc.box", *_MADE_LATER.split()),
    unwrap("toc.anchor", "span.ez-toc-section", "span.ez-toc-section-end"),
)
