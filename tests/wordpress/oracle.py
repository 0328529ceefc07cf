"""A real WordPress to question: what it makes of content is the truth that ours is held against."""

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypedDict

SCRIPT = Path(__file__).with_name("wordpress.sh")
SERVER = f"http://127.0.0.1:{os.environ.get('MIGRATOR_WORDPRESS_PORT', '8089')}"
"""Where the site answers while it is served; whatever host is asked for, it answers as gazette.example.edu."""


class WordPressError(Exception):
    """The real WordPress could not be had or did not answer; the message ends with what its script printed."""


class SiteTruth(TypedDict):
    """The site's own settings."""

    name: str
    url: str
    zone: str
    wordpress: str


class UserTruth(TypedDict):
    """One account, whether it wrote something or not."""

    id: int
    login: str
    nicename: str
    name: str
    email: str


class PostTerm(TypedDict):
    """A term as a post holds it; the name is plain text, its entities decoded."""

    id: int
    taxonomy: str
    slug: str
    name: str


class TermTruth(PostTerm):
    """A term as the site holds it."""

    description: str
    parent: int
    count: int


class CommentTruth(TypedDict):
    """A comment of any kind and approval, spam too, which the export leaves out."""

    id: int
    parent: int
    type: str
    approved: str
    author: str
    rendered: str


class AttachmentTruth(TypedDict):
    """Where an attachment's file is; `original` is what was uploaded, before WordPress scaled it down."""

    url: str
    original: str
    alt: str
    caption: str


class PostTruth(TypedDict):
    """One row of WordPress's posts, of any type and status; `rendered` is None where WordPress itself fails."""

    id: int
    type: str
    status: str
    slug: str
    title: str
    permalink: str
    author: str
    date: str
    date_gmt: str
    parent: int
    sticky: bool
    format: str
    featured: int
    terms: list[PostTerm]
    comments: list[CommentTruth]
    attachment: AttachmentTruth | None
    content: str
    rendered: str | None


class Truth(TypedDict):
    """All that the site holds and shows."""

    site: SiteTruth
    users: list[UserTruth]
    terms: list[TermTruth]
    posts: list[PostTruth]


def start() -> None:
    """Bring the site up, installing, filling or starting what is missing; at once when all is there.

    Raises:
        WordPressError: Debian's packages cannot be had, or WordPress fails.
    """
    _run("start")


def serve() -> None:
    """Bring the site up and answer its pages and REST interface at `SERVER`."""
    _run("serve")


def export(path: Path, home: str = "") -> None:
    """Write WordPress's own export of the whole site, made as if its address were `home`."""
    _run("export", str(path), environment={"MIGRATOR_WORDPRESS_HOME": home} if home else {})


def edit(number: int, title: str, modified: str) -> tuple[str, str]:
    """Give a post a title and a moment of its last change in UTC; give those it had."""
    title, modified = _run("edit", str(number), title, modified).splitlines()
    return title, modified


def comment(post: int, number: int, text: str) -> str:
    """Give a comment another text, and give that which it had; 0 writes one and gives its number, "" deletes it."""
    return _run("comment", str(post), str(number), text)


def truth() -> Truth:
    """Read all that the site holds and what WordPress shows of it, each post rendered in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "truth.json")
        _run("truth", str(path))
        answer: Truth = json.loads(path.read_bytes())
    return answer


def uploads() -> Path:
    """The folder of the site's uploads, with all sizes of each picture."""
    state = os.environ.get("MIGRATOR_WORDPRESS_STATE") or f"{os.environ.get('TMPDIR') or '/var/tmp'}/migrator-wordpress"
    return Path(state, "wp-content", "uploads")


def render(texts: list[str], mode: str) -> list[str | None]:
    """Render stored content as WordPress does; None where WordPress itself fails on it.

    Args:
        texts: What a post's content field holds.
        mode: full (the whole of the_content), classic (paragraphs and shortcodes), wpautop, texturize, blocks, excerpt
            or title. Modes that leave traces in WordPress's process get one process a text.
    """
    questions = "".join(f"{json.dumps(text)}\n" for text in texts)
    return [json.loads(line) for line in _run("render", mode, stdin=questions).splitlines()]


def _run(*arguments: str, stdin: str = "", environment: Mapping[str, str] = MappingProxyType({})) -> str:
    done = subprocess.run(
        [SCRIPT, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env=os.environ | environment,
    )
    if done.returncode:
        raise WordPressError(f"wordpress.sh {arguments[0]}: {done.stderr.strip()}")
    return done.stdout
