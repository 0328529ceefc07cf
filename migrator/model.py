"""The nouns that the parts of the program hand each other; strings and numbers only, but for `Post.tree`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

from lxml.etree import _Element

Action = Literal["removed", "unwrapped", "rewritten", "added", "repaired", "warned", "failed", "skipped"]
"""What happened to a piece of the source: gone, its wrapper gone, replaced, made from elsewhere, mended,
kept but doubtful, not convertible, not written at all."""

Outcome = Literal["written", "merged", "withheld", "skipped"]
"""Where an item of the source went: a document, a part of others or of a list, kept back as private,
or only counted."""


Form = Literal["stored", "rendered", "text"]
"""What a content is: as WordPress stores it (paragraphs by blank lines, shortcodes, block comments), as a page shows it
(HTML), or the text of a page without any markup."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: what was done to which piece of the source by which rule.

    `where` is a field name ("title", "content", "meta:_thumbnail_id", "comment 12"), for the body followed by
    the element's place. `before` holds the text (and link or image addresses) taken out, `after` what was put in.
    """

    rule: str
    action: Action
    where: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class TermRef:
    """A term as an item names it: `<category domain="taxonomy" nicename="slug">name</category>`."""

    taxonomy: str
    slug: str
    name: str


@dataclass(slots=True)
class RawComment:
    """A comment as the source gave it (WXR's `wp:comment`)."""

    id: int = 0
    parent: int = 0
    author: str = ""
    email: str = ""
    url: str = ""
    ip: str = ""
    date: str = ""
    date_gmt: str = ""
    approved: str = ""
    type: str = ""
    user_id: int = 0
    content: str = ""
    meta: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Capture:
    """Where in a capture a document was read: the address asked for and when, the file with offset and length, the
    digest of the payload, and how many other versions of it were captured."""

    url: str
    time: str = ""
    file: str = ""
    offset: int = 0
    length: int = 0
    digest: str = ""
    versions: int = 0


@dataclass(slots=True)
class Record:
    """One item of a source, its fields as text just as the source gave them.

    `position` counts the items over all parts, from 0. Absent fields are "" or 0. A post password is never
    kept: only `protected` tells that there was one.
    """

    source: str = ""
    position: int = 0
    id: int = 0
    type: str = ""
    status: str = ""
    title: str = ""
    slug: str = ""
    link: str = ""
    guid: str = ""
    author: str = ""
    content: str = ""
    excerpt: str = ""
    date: str = ""
    date_gmt: str = ""
    modified: str = ""
    modified_gmt: str = ""
    pub_date: str = ""
    parent: int = 0
    menu_order: int = 0
    sticky: bool = False
    protected: bool = False
    comment_status: str = ""
    ping_status: str = ""
    attachment_url: str = ""
    terms: list[TermRef] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    comments: list[RawComment] = field(default_factory=list)
    extra: dict[str, str] = field(default_factory=dict)
    """Elements of the item that no field above holds, by qualified name ("dc:subject"), so that none is lost."""
    repairs: list[Entry] = field(default_factory=list)
    printed: list[tuple[str, bool]] = field(default_factory=list)
    """Names that the body seems to print as bylines, and whether they are organisations'; for the index pass only."""
    form: Form = "stored"
    credited: list[tuple[str, str]] = field(default_factory=list)
    """Whom a page names as its authors, and by which witness ("json-ld", "rel", …), as `witnesses.authors` has them."""
    dated: list[tuple[str, str]] = field(default_factory=list)
    """When a page says it was published (EDTF, or a moment with its offset), and by which witness, the best first."""
    changed: list[tuple[str, str]] = field(default_factory=list)
    """When a page says it was last modified, and by which witness."""
    featured: Image | None = None
    """The picture that a page shows as its featured one, for sources that don't name an attachment."""
    language: str = ""
    capture: Capture | None = None
    """Where the answer is kept that it was read from."""
    roads: dict[str, str] = field(default_factory=dict)
    """By which road each field came, where a record was put together of several: "content" → "rest"."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a taxonomy, as the source's header or an item defines it."""

    taxonomy: str
    slug: str
    name: str
    id: int = 0
    parent: str = ""
    description: str = ""
    meta: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Author:
    """An account or guest that the source declares (`wp:author`, a Co-Authors Plus guest).

    `nicename` is the name in the addresses of the author's pages, where the source tells it: exports don't, REST does.
    """

    login: str
    name: str = ""
    id: int = 0
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    nicename: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Someone (or an organisation) documents refer to by `id`, which is stable between runs."""

    id: str
    name: str
    logins: tuple[str, ...] = ()
    email: str = ""
    url: str = ""
    description: str = ""
    guest: bool = False
    organisation: bool = False
    sort_name: str = ""
    """The name as lists are sorted by ("Doe, Jane"), where an account or guest says which part is the family's."""
    orcid: str = ""
    isni: str = ""
    class_year: str = ""
    hidden: bool = False
    """Whether the archivist wants this person named nowhere."""
    title: str = ""
    """Their post ("News Editor"), where the site keeps it beside the person."""


@dataclass(frozen=True, slots=True)
class Document:
    """What the whole site knows of one item that has a page of its own.

    `path` is its place in the archive without suffix ("content/posts/2024/04/slug"), "" while undecided or when
    it is not written. `url` is its public address as the source gave it.
    """

    id: int
    type: str
    status: str
    title: str
    slug: str
    url: str
    path: str = ""
    parent: int = 0
    public: bool = True


@dataclass(frozen=True, slots=True)
class Size:
    """A smaller copy of an image that WordPress made (`_wp_attachment_metadata` → sizes)."""

    name: str
    file: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class Attachment:
    """An uploaded file: `file` is its path below `uploads` ("2024/04/photo.jpg"), `original` that of the
    upload that a `-scaled` file was made from, or "". `path` is its place in the archive ("media/2024/04/…")."""

    id: int
    url: str
    file: str = ""
    original: str = ""
    path: str = ""
    mime: str = ""
    title: str = ""
    alt: str = ""
    caption: str = ""
    description: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0
    parent: int = 0
    menu_order: int = 0
    date: str = ""
    page: str = ""
    sizes: tuple[Size, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as it was written, in local time, in UTC and as EDTF; "" is unknown, never a made-up day.

    `local` is "2024-04-10T09:30:00-04:00" when the offset is known, else without it; `utc` ends in Z;
    `source` names the field that was believed.
    """

    written: str = ""
    local: str = ""
    utc: str = ""
    edtf: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """One credited author of a document: who (a Person's id), the name, and by which witness.

    What a printed byline says besides: the name `as_printed`, the words before it (`connector`, "Story by"), a `title`
    ("Staff Writer"), a `class_year` ("25"), an `affiliation`.
    """

    person: str
    name: str
    role: str = "writer"
    source: str = ""
    as_printed: str = ""
    connector: str = ""
    title: str = ""
    class_year: str = ""
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A note that a body has on itself; `kind` is correction, clarification, retraction, update, "editor's note", …."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that a document shows; `url` is the original's address, `path` its place in the archive."""

    url: str
    path: str = ""
    attachment: int = 0
    alt: str = ""
    title: str = ""
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class MediaUse:
    """A file that a document needs: `kind` is image, audio, video or file."""

    url: str
    path: str
    kind: str
    attachment: int = 0
    caption: str = ""
    credit: str = ""
    """Who made a picture, as caption or text say where the document shows it, else its attachment, else its file."""
    credited_by: str = ""
    """Who says so: caption, text (the line below), attachment, file."""


@dataclass(frozen=True, slots=True)
class Embed:
    """What another site shows in a document: a video, a post, a map; `url` is the address of its page.

    `provider` is a name of `clean.providers`, or the host of a site that it doesn't know; `caption` is what stands
    below, or what is quoted of a post.
    """

    provider: str
    kind: str
    id: str
    url: str
    title: str = ""
    author: str = ""
    thumbnail: str = ""
    caption: str = ""


@dataclass(slots=True)
class Comment:
    """A comment as the archive keeps it; e-mail, IP and agent only when they were asked for."""

    id: int
    parent: int
    type: str
    status: str
    author: str
    url: str
    date: Moment
    html: str
    markdown: str
    email: str = ""
    ip: str = ""
    person: str = ""
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Post:
    """One document on its way from `Record` to `Rendered`: the steps of `convert` fill and change it.

    `tree` is a `<body>` element that holds the content; only `edit` changes it once `markup` has built it and
    `clean.canon` has made it canonical. It never leaves the process.
    """

    record: Record
    tree: _Element
    document: Document
    nodes: list[_Element] = field(default_factory=list)
    """All that the tree held when it was built; nothing reads this list (see `convert.hold`)."""
    title: str = ""
    excerpt: str = ""
    """The author's own excerpt as canonical HTML."""
    description: str = ""
    """The excerpt as plain text."""
    format: str = ""
    template: str = ""
    language: str = ""
    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    """The main language where its fields tag theirs; title and excerpt in each of the others."""
    meta: dict[str, Any] = field(default_factory=dict)
    """Postmeta by key, decoded; a key that stands there twice has a list of its values."""
    printed_date: str = ""
    """The date that its byline bears, as it is printed."""
    published: Moment = Moment()
    modified: Moment = Moment()
    authors: list[Byline] = field(default_factory=list)
    publication: dict[str, str] = field(default_factory=dict)
    """What makes it part of a publication: section, issue, volume, number, print_date (EDTF), series, subtitle,
    dateline, syndicated_from; what isn't known is left out."""
    corrections: list[Correction] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    featured: Image | None = None
    comments: list[Comment] = field(default_factory=list)
    media: dict[str, MediaUse] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    """Other addresses (of copies, at image proxies) that stood in the source, each with that of the media it became."""
    embeds: list[Embed] = field(default_factory=list)
    redirects: list[str] = field(default_factory=list)
    """Old addresses (paths) of this document besides its permalink."""
    entries: list[Entry] = field(default_factory=list)
    hidden: list[Entry] = field(default_factory=list)
    """Entries on what no visitor could read, even of a public document: comments that wait for approval."""
    tallies: Counter[tuple[str, ...]] = field(default_factory=Counter)
    """What the report counts: ("shortcode", name), ("comment", type, outcome), …"""
