"""What a cleaning rule is: a row with a name, an action and the keys it answers to.

A key names one element, written as in CSS where CSS has a form for it:

- `tag`, `.class`, `#id`, `tag.class`, `tag#id`; `.class.another`, `tag[attribute]` and `.class[attribute=value]`
  (also `~=`, `^=`, `$=`, `*=`) ask for more. Conditions alone are no key: they are tried where the rest fits.
- `.start*`, `#start*`: a class or id that begins so (three characters at least).
- `@host/path`: an element (`a`, `img`, `iframe`, `form`, `embed`) with an address on this host or one below it, whose
  path begins so (without regard to case); `a@host/path` asks for the tag; `@mailto:?` goes by the scheme, `@?share=` by
  the name of a parameter on any host.
- `[shortcode]`, `[start*]`, `wp:block` ("wp:core/more" is written "wp:more"), `wp:namespace/*` for all blocks of a
  namespace. Every block also answers to `wp-block`, every shortcode to `wp-shortcode`.
- `"visible text"` in double quotes: the whole text of an element without children, white space folded;
  `"Follow {} on {}"` has any words and `"{n} likes"` a number in a place (a text begins with a whole word or `{n}`);
  `"The post <"` is the text before an element's first child.

All rows compile to dicts; the walk (`clean.walk`) looks each element's few keys up in them, so its cost doesn't grow
with the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element

from migrator.clean.keys import parse_key
from migrator.model import Post
from migrator.site import Site

Verb = Literal["drop", "unwrap", "part", "keep", "rewrite", "link", "figure", "lift"]
"""`keep`, `link` and `figure` are of a site's own rows (`clean.own`); the last two are kinds of `rewrite`."""
Make = Callable[[_Element, Site], _Element | None]
When = Callable[[_Element, Site], bool]
MakeInPost = Callable[[_Element, Post, Site], _Element | None]
Prepare = Callable[[_Element, Post, Site], None]
Take = Callable[[_Element, Site], _Element | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: which elements (`keys`), what to do (`verb`), and for "rewrite" what to put there (`using`).

    `when` narrows the keys down; it sees the tree before any rule has changed it. `using` gets the element and the
    site and returns the new element, the same one (then nothing is changed) or None (then it is dropped).
    `using_post` gets the post as well; `first` is what "lift" and "part" do before the wrapper goes. `taking` tells
    which element is meant when it isn't the one with the key but a larger one around it (the line a link stands in), or
    None when there is none. `beside` rules apply only next to something that another rule drops.
    """

    name: str
    verb: Verb
    keys: tuple[str, ...]
    using: Make | None = None
    using_post: MakeInPost | None = None
    first: Prepare | None = None
    when: When | None = None
    taking: Take | None = None
    beside: bool = False


def shortcodes(names: Iterable[str]) -> tuple[str, ...]:
    """The keys of these shortcodes."""
    return tuple(f"[{name}]" for name in names)


def check_key(key: str) -> None:
    """Raise ValueError, with what is wrong, when a key is none that a rule could have."""
    parse_key(key)


def drop(name: str, *keys: str, when: When | None = None, taking: Take | None = None) -> Rule:
    """Take such elements out, content and all."""
    return Rule(name, "drop", keys, when=when, taking=taking)


def drop_beside(name: str, *keys: str, taking: Take) -> Rule:
    """Take out what means nothing by itself ("Share", "Advertisement") where a neighbour is taken out, too."""
    return Rule(name, "drop", keys, taking=taking, beside=True)


def unwrap(name: str, *keys: str, when: When | None = None) -> Rule:
    """Take such elements out and leave their content."""
    return Rule(name, "unwrap", keys, when=when)


def part(name: str, *keys: str, when: When | None = None, first: Prepare | None = None) -> Rule:
    """Take such elements out and leave their content as a block of its own, so that its words touch no others.

    For shortcodes that place text (columns): nothing but they may stand between two words. `first` is done before.
    """
    return Rule(name, "part", keys, when=when, first=first)


def lift(name: str, *keys: str, first: Prepare | None = None) -> Rule:
    """Take the comments of such blocks away and leave the HTML between them, without an entry in the ledger.

    Only for blocks whose comment says nothing that a reader sees: how wide, which colour. What is content there,
    `first` puts into the element (with `edit`, which writes the ledger).
    """
    return Rule(name, "lift", keys, first=first)


def rewrite(name: str, *keys: str, using: Make, when: When | None = None) -> Rule:
    """Put what `using` makes of such elements in their place."""
    return Rule(name, "rewrite", keys, using=using, when=when)


def rewrite_in(name: str, *keys: str, using: MakeInPost, when: When | None = None) -> Rule:
    """Like `rewrite` for what depends on the document too, such as a gallery of its own attachments."""
    return Rule(name, "rewrite", keys, using_post=using, when=when)
