"""Listings: their language in one form, and the lines alone where a plugin has set them into a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import Element, SubElement, _Element

from migrator import edit
from migrator.clean import figures
from migrator.clean.rule import Rule, lift, rewrite, rewrite_in
from migrator.markup.lift import attributes
from migrator.model import Post
from migrator.site import Site

_ATTRIBUTES = ("data-enlighter-language", "data-language", "data-lang", "lang")
_IN_CLASS = re.compile(r"(?:^|\s)(?:(?:language|lang)[-:]|brush:\s*)([\w#+.-]+)", re.IGNORECASE)
_SPOKEN = re.compile(r"(?:en|de|fr|es|it|nl|pt|ja|zh|ko|sv|tr)(?:[-_]\w+)?", re.IGNORECASE)
"""What `lang` means elsewhere; none of these is a programming language."""

_PARAGRAPHS = re.compile(r"<br />(?=\n)|(</p>\s*<p>)")
"""What WordPress puts into a text field whose lines it takes for paragraphs; there it is text."""

_NONE = frozenset(
    "plain text plaintext txt generic none default raw enlighter no-highlight nohighlight unknown".split()
)
_NO_LANGUAGES = frozenset(
    """
    syntaxhighlighter nogutter collapsed ie notranslate printing wp_syntax codecolorer-container codecolorer
    crayon-syntax highlight default railscasts blackboard dawn twitlight vibrant geshi mac-classic slush-poppies
    """.split()
)
_NUMBERS = frozenset("gutter gl line-numbers line_numbers linenos lineno linenums crayon-nums crayon-num".split())
_LINES = frozenset(("div", "li", "p", "tr", "br"))

_BLOCKS = (
    *("wp:syntaxhighlighter/code", "wp:enlighter/codeblock", "wp:codemirror-blocks/code-block"),
    *("wp:urvanov-syntax-highlighter/code-block", "wp:simple-code-block/ace", "wp:prismatic/blocks"),
)


def names_its_language(pre: _Element, _site: Site) -> bool:
    """Whether a `<pre>` or its `<code>` says its language in another way than canonical HTML does."""
    code = _code_of(pre)
    language = _language_within(pre)
    return bool(language) and (code is None or code.get("class") != f"language-{language}" or "lang" in code.attrib)


def name_language(pre: _Element, post: Post, _site: Site) -> _Element:
    """A `<pre>` whose attributes say its language in a plugin's way: its `<code>` says it as `language-x`."""
    _set_language(pre, _language_within(pre), post)
    return pre


def _set_language(pre: _Element, language: str, post: Post) -> None:
    code = _code_of(pre)
    code = code if code is not None else _wrapped(pre)
    for element in (pre, code):
        if _normal(element.get("lang", "")) == language:
            del element.attrib["lang"]
    edit.amend(post, code, "class", f"language-{language}", "code.language")


def _language_within(pre: _Element) -> str:
    code = _code_of(pre)
    return code_language_of(pre) or (code_language_of(code) if code is not None else "")


def name_block_language(element: _Element, post: Post, _site: Site) -> None:
    """A plugin's code block: the language stands in its comment."""
    language = _normal(str(attributes(element).get("language") or attributes(element).get("mode") or ""))
    pre = element.find(".//pre")
    if pre is not None and language and not _language_within(pre):
        _set_language(pre, language, post)


def code_language_of(element: _Element) -> str:
    """The language that an element's attributes name: `lang`, `language-x`, `brush: x`, Crayon's, Enlighter's."""
    found = _IN_CLASS.search(element.get("class", ""))
    if found:
        return _normal(found[1])
    said = (element.get(name, "") for name in _ATTRIBUTES if not _SPOKEN.fullmatch(element.get(name, "")))
    return next((language for name in said if (language := _normal(name))), "")


def _normal(language: str) -> str:
    language = language.strip().lower()
    return "" if language in _NONE or not re.fullmatch(r"[\w#+.-]+", language) else language


def _code_of(pre: _Element) -> _Element | None:
    """The one `<code>` that holds all of a `<pre>`."""
    alone = len(pre) == 1 and pre[0].tag == "code" and not ((pre.text or "") + (pre[0].tail or "")).strip()
    return pre[0] if alone else None


def _wrapped(pre: _Element) -> _Element:
    """Put all of a `<pre>` into a `<code>`."""
    content = figures.filled(Element("code"), pre)
    pre.text = None
    pre.append(content)
    return content


def listing(text: str, language: str = "") -> _Element:
    """The canonical form of code: `<pre><code class="language-x">`."""
    pre = Element("pre")
    code = SubElement(pre, "code")
    code.text = text
    if _normal(language):
        code.set("class", f"language-{_normal(language)}")
    return pre


def from_table(element: _Element, _site: Site) -> _Element:
    """What a highlighter made of code: the lines without their numbers and colours.

    Crayon keeps the plain source in a `<textarea>`; others have a cell for the numbers and one for the lines.
    """
    plain = next((area for area in element.iter("textarea") if "crayon-plain" in area.get("class", "")), None)
    cell = plain if plain is not None else _lines_in(element)
    text = "".join(_lines_of(cell)).strip("\n") if cell is not None else ""
    return listing(text, _rendered_language(element)) if text else element


def _lines_in(element: _Element) -> _Element | None:
    """The part that holds the lines: the last cell, or the last `<pre>` that isn't the numbers, or all of it."""
    cells = [cell for cell in element.iter("td") if not _is_numbers(cell)]
    if cells:
        return cells[-1]
    return next((pre for pre in reversed(list(element.iter("pre"))) if not _is_numbers(pre)), element)


def _is_numbers(element: _Element) -> bool:
    return any(not _NUMBERS.isdisjoint(one.get("class", "").split()) for one in (element, *element.iter("div", "pre")))


def _lines_of(cell: _Element) -> Iterator[str]:
    """The text of a cell, a line for each element that is shown as one."""
    yield (cell.text or "").replace("\xa0", " ")
    for child in cell:
        if isinstance(child.tag, str):
            yield from _lines_of(child)
            if child.tag in _LINES and (child.getnext() is not None or child.tag == "br"):
                yield "" if (child.tail or "").startswith("\n") else "\n"
        yield (child.tail or "").replace("\xa0", " ")


def _rendered_language(element: _Element) -> str:
    named = next((span.text or "" for span in element.iter("span") if "crayon-language" in span.get("class", "")), "")
    if named:
        return named
    listings = [element, *element.iter("pre")]
    said = (code_language_of(place) for place in (*listings, *element.iter("code", "div")))
    names = (name for place in listings for name in place.get("class", "").split())
    return next(filter(None, said), "") or next(
        (name for name in names if name.isalnum() and name not in _NO_LANGUAGES), ""
    )


def from_attribute(element: _Element, _site: Site) -> _Element:
    """Code Block Pro: the source stands in the comment, the HTML is its colours."""
    values = attributes(element)
    code = values.get("code")
    if not isinstance(code, str) or not code.strip():
        return figures.filled(Element("div"), element)
    return listing(code, str(values.get("language") or ""))


def is_torn(area: _Element, _site: Site) -> bool:
    """Whether a text field that only shows text got tags of paragraphs and line ends into it."""
    is_control = next(area.iterancestors("form"), None) is not None
    return not is_control and _PARAGRAPHS.search(area.text or "") is not None


def from_field(area: _Element, _site: Site) -> _Element:
    """A text field that shows text to be copied, as its author typed it."""
    return listing(_PARAGRAPHS.sub(lambda tag: "\n\n" if tag[1] else "", area.text or ""))


RULES: tuple[Rule, ...] = (
    rewrite("code.table", ".crayon-syntax", ".wp_syntax", "div.syntaxhighlighter", using=from_table),
    rewrite("code.table", ".codecolorer-container", "table.rouge-table", "table.highlighttable", using=from_table),
    rewrite("code.table", "table.codehilitetable", "figure.highlight", using=from_table),
    rewrite_in("code.language", "pre", using=name_language, when=names_its_language),
    rewrite("code.field", "textarea", using=from_field, when=is_torn),
    lift("code.block", *_BLOCKS, first=name_block_language),
    rewrite("code.block", "wp:kevinbatdorf/code-block-pro", using=from_attribute),
)
