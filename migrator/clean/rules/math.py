r"""Formulas as TeX or MathML source; MathJax's `\( … \)` is text already and stays."""

from __future__ import annotations

import re

from lxml.etree import Element, _Element, tostring

from migrator.clean.rule import Rule, lift, rewrite
from migrator.markup.known import RAW, VERBATIM
from migrator.markup.text import text_of
from migrator.model import Post
from migrator.site import Site

_OPENING = "$latex"
_FORMULA = re.compile(r"\$latex(?:=\s*|\s+)((?:[^$\\]|\\.)+)\$", re.DOTALL)
"""As Jetpack reads it: `$latex`, white space or "=", TeX up to the next `$` that no backslash stands before."""

_LOOKS = re.compile(r"(?<=.)&(?:[bf]g=[0-9a-f]{6}|s=[0-9-]{1,2})", re.IGNORECASE)
"""How Jetpack is told a picture's background, colour and size."""

_SOURCE = re.compile(r"[?&#](?:latex|chl|tex)=([^&]+)")
_DELIMITERS = re.compile(r"^\s*(?:\$\$?|\\[(\[])(.*?)(?:\$\$?|\\[)\]])\s*$", re.DOTALL)
_AS_TEXT = ("pre", "code", "script", "style")

_AS_WRITTEN = VERBATIM - {*RAW, "embed"}
"""Shortcodes whose content is no text; raw HTML is, and Jetpack finds formulas there."""


def mark_formulas(post: Post) -> None:
    """Make elements of the `$latex …$` in a post's text, as the markup step does of shortcodes, so that a rule sees
    them."""
    if _OPENING in post.record.content:
        for node in list(post.tree.iter()):
            _mark_in(node)


def _mark_in(node: _Element) -> None:
    """Mark the formulas in the text of an element, and in the text behind it or behind a comment."""
    parent = node.getparent()
    if parent is not None and _may_hold_formulas(parent, node.tail):
        node.tail, marks = _split(node.tail or "")
        behind = parent.index(node) + 1
        parent[behind:behind] = marks
    if isinstance(node.tag, str) and _may_hold_formulas(node, node.text):
        node.text, marks = _split(node.text or "")
        node[0:0] = marks


def _may_hold_formulas(element: _Element, text: str | None) -> bool:
    if not text or _OPENING not in text:
        return False
    return not any(map(_is_verbatim, (element, *element.iterancestors())))


def _is_verbatim(element: _Element) -> bool:
    return element.tag in _AS_TEXT or (element.tag == "wp-shortcode" and element.get("name") in _AS_WRITTEN)


def _split(text: str) -> tuple[str, list[_Element]]:
    """The text before the first formula, and the formulas as elements with the text behind each as its tail."""
    found = list(_FORMULA.finditer(text))
    if not found:
        return text, []
    ends = [*(formula.start() for formula in found[1:]), len(text)]
    return text[: found[0].start()], [_mark(one, text[one.end() : end]) for one, end in zip(found, ends, strict=True)]


def _mark(formula: re.Match[str], tail: str) -> _Element:
    mark = Element("wp-shortcode", name="latex", data="{}", source=formula[0])
    mark.text = formula[1].strip()
    mark.tail = tail
    return mark


def latex(element: _Element, _site: Site) -> _Element:
    """`$latex x^2$` or `[latex]x^2[/latex]`: a formula; one that has a paragraph to itself is displayed."""
    return formula(_LOOKS.sub("", text_of(element)), display=_is_alone(element))


def latex_picture(img: _Element, _site: Site) -> _Element:
    """A picture of a formula: its TeX stands in the alternative text, else in the title or the address."""
    return formula(_tex_of(img), display=_is_alone(img))


def has_tex(img: _Element, _site: Site) -> bool:
    """Whether a picture of class "latex" says which formula it shows."""
    return bool(_tex_of(img).strip())


def _tex_of(img: _Element) -> str:
    in_address = _SOURCE.search(img.get("src", ""))
    return img.get("alt") or img.get("title") or (in_address[1] if in_address else "")


def mathml(math: _Element, _site: Site) -> _Element:
    """A `<math>` element: its TeX where an annotation holds that, else the MathML itself."""
    display = math.get("display") == "block" or math.get("mode") == "display"
    for annotation in math.iter("annotation"):
        if annotation.get("encoding") in ("application/x-tex", "TeX", "LaTeX") and annotation.text:
            return formula(annotation.text, display=display)
    return formula(tostring(math, encoding="unicode", with_tail=False), display=display)


def formula(source: str, *, display: bool) -> _Element:
    """A formula of the canonical vocabulary from TeX (its `$ … $` are left out) or MathML."""
    inner = _DELIMITERS.match(source)
    code = Element("code", {"class": "math display" if display else "math inline"})
    code.text = (inner[1] if inner else source).strip()
    return code


def _is_alone(element: _Element) -> bool:
    parent = element.getparent()
    if parent is None or parent.tag != "p":
        return False
    if element.getprevious() is not None or element.getnext() is not None:  # to count all would take the longer
        return False
    return not ((parent.text or "") + (element.tail or "")).strip()


RULES: tuple[Rule, ...] = (
    rewrite("math.latex", "[latex]", "[math]", "[tex]", using=latex),
    rewrite("math.picture", "img.latex", "img.tex", "img.ql-img-inline-formula", using=latex_picture, when=has_tex),
    rewrite("math.mathml", "math", using=mathml),
    lift("block.math", "wp:math"),
)
