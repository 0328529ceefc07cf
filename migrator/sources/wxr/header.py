"""What an export says of the site itself: title and address, authors, terms, and other facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from migrator.model import Author, Term
from migrator.sources.wxr import vocabulary as wxr
from migrator.sources.wxr.elements import Keep, field_text, markup_of, meta_of, name_of, number
from migrator.sources.wxr.names import clark

_TERMMETA = clark(wxr.TERMMETA)


@dataclass(frozen=True, slots=True)
class Header:
    """What the channels of an export say, all parts together.

    `base_url` has no slash at its end. `facts` holds the channel's other elements by name ("pubDate",
    "wp:base_site_url") and "created", when the export was made (`YYYY-MM-DD hh:mm`, the site's clock).
    """

    title: str = ""
    base_url: str = ""
    description: str = ""
    language: str = ""
    generator: str = ""
    version: str = ""
    authors: tuple[Author, ...] = ()
    terms: tuple[Term, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """A header while it is gathered, part by part; the first to say a thing counts."""

    texts: dict[str, str] = field(default_factory=dict)
    authors: dict[str, Author] = field(default_factory=dict)
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)

    def add_fact(self, name: str, text: str) -> None:
        """Keep a fact unless there is none or it is known."""
        if text:
            self.facts.setdefault(name, text)

    def merge(self, other: Draft) -> None:
        """Add what another part says and this draft does not."""
        self.texts = other.texts | self.texts
        self.authors |= {key: author for key, author in other.authors.items() if key not in self.authors}
        self.terms |= {key: term for key, term in other.terms.items() if key not in self.terms}
        self.facts |= {key: fact for key, fact in other.facts.items() if key not in self.facts}

    def address(self) -> str:
        """The site's address, without final slash; "" where nothing tells it."""
        return next((self.facts[name] for name in wxr.ADDRESSES if self.facts.get(name)), "").rstrip("/")

    def header(self) -> Header:
        """Make the header of what was gathered."""
        return Header(
            **self.texts,
            base_url=self.address(),
            authors=tuple(self.authors.values()),
            terms=tuple(self.terms.values()),
            facts=self.facts,
        )


def read_channel(draft: Draft, channel: _Element) -> Iterator[str]:
    """Add a channel's elements to the draft; yield the text and the markup that is none of them."""
    if channel.text and not channel.text.isspace():
        yield channel.text.strip()
    for child in channel:
        if isinstance(child.tag, str) and not _read(draft, child) and (stray := markup_of(child)):
            yield stray
        if child.tail and not child.tail.isspace():
            yield child.tail.strip()


def _read(draft: Draft, element: _Element) -> bool:
    """Read one element; False if it is none that a channel has."""
    name = name_of(element)
    if name in wxr.AUTHORS:
        _add_author(draft, element)
    elif name in wxr.TERMS:
        _add_term(draft, element, wxr.TERMS[name])
    elif name in wxr.SITE:
        text = field_text(element).strip()
        if text and draft.texts.setdefault(wxr.SITE[name], text) != text:
            draft.add_fact(name, text)
    elif ":" in name or name in wxr.CHANNEL_FACTS or name in wxr.ADDRESSES:
        draft.add_fact(name, markup_of(element).strip())
    else:
        return False
    return True


def _add_author(draft: Draft, element: _Element) -> None:
    found = _texts(element, wxr.AUTHOR_WORDS, draft.add_fact)
    author = Author(
        login=found.get("login", ""),
        name=found.get("name", ""),
        id=_number(found.get("id", "")),
        email=found.get("email", ""),
        first_name=found.get("first_name", ""),
        last_name=found.get("last_name", ""),
    )
    if any(found.values()):
        draft.authors.setdefault(author.login or author.email or author.name, author)


def _add_term(draft: Draft, element: _Element, taxonomy: str) -> None:
    meta = [meta_of(child, draft.add_fact) for child in element.iterchildren(_TERMMETA)]
    found = _texts(element, wxr.TERM_WORDS, lambda name, text: meta.append((name, text)))
    term = Term(
        taxonomy=taxonomy or found.get("taxonomy", ""),
        slug=found.get("slug", ""),
        name=found.get("name", ""),
        id=_number(found.get("id", "")),
        parent=found.get("parent", ""),
        description=found.get("description", ""),
        meta=tuple(meta),
    )
    if term.slug or term.name:
        draft.terms.setdefault((term.taxonomy, term.slug or term.name), term)


def _texts(element: _Element, names: Mapping[str, str], keep: Keep) -> dict[str, str]:
    """Read an element's children by what `names` calls them; others but term meta go to `keep`."""
    found: dict[str, str] = {}
    for child in element:
        if isinstance(child.tag, str) and child.tag != _TERMMETA:
            name = name_of(child)
            if name in names:
                found.setdefault(names[name], field_text(child).strip())
            elif text := markup_of(child):
                keep(name, text)
    return found


def _number(text: str) -> int:
    try:
        return number(text)
    except ValueError:
        return 0
