"""A small newspaper's site for the cases of tests/cases/normalise.md, and the story that they stand in."""

from __future__ import annotations

from typing import Any

from migrator.model import Post, Record
from migrator.site import Site
from tests.sites import BASE, canonical_post, make_site

UPLOADS = f"{BASE}/wp-content/uploads"


def story(number: int, slug: str, **fields: Any) -> Record:
    defaults: dict[str, Any] = {
        "type": "post",
        "status": "publish",
        "title": slug,
        "slug": slug,
        "date": "2024-03-12 09:00:00",
        "link": f"{BASE}/2024/03/12/{slug}/",
        "guid": f"{BASE}/?p={number}",
    }
    return Record(id=number, **(defaults | fields))


def upload(number: int, file: str, *sizes: tuple[str, int, int], **fields: Any) -> Record:
    """An attachment, its metadata as WordPress serializes it."""
    original = fields.pop("original", "")
    rows = "".join(f's:{len(name)}:"{name}";{_size(name, width, height)}' for name, width, height in sizes)
    width, height = fields.pop("width", 1600), fields.pop("height", 1067)
    metadata = (
        f's:5:"width";i:{width};s:6:"height";i:{height};{_text("file", file)}s:5:"sizes";a:{len(sizes)}:{{{rows}}}'
    )
    metadata = f"a:5:{{{metadata}{_text('original_image', original) if original else ''}}}"
    meta = [("_wp_attached_file", file), ("_wp_attachment_metadata", metadata), *fields.pop("meta", [])]
    defaults = {
        "title": file,
        "status": "inherit",
        "attachment_url": f"{UPLOADS}/{file}",
        "link": f"{BASE}/?attachment_id={number}",
    }
    return Record(id=number, type="attachment", meta=meta, **(defaults | fields))


def _size(name: str, width: int, height: int) -> str:
    return f'a:3:{{{_text("file", name)}s:5:"width";i:{width};s:6:"height";i:{height};}}'


def _text(key: str, value: str) -> str:
    return f's:{len(key)}:"{key}";s:{len(value.encode())}:"{value}";'


def newspaper() -> Site:
    return make_site(
        story(1, "march", meta=[("_thumbnail_id", "20")]),
        story(2, "strike", meta=[("_wp_old_slug", "the-strike")]),
        story(3, "about", type="page", link=f"{BASE}/about/"),
        story(4, "secret", status="private"),
        story(5, "gone", status="trash"),
        story(6, "%ec%86%8c%ec%8b%9d", link=f"{BASE}/2024/03/12/%ec%86%8c%ec%8b%9d/"),
        upload(20, "2024/03/crowd.jpg", ("crowd-300x200.jpg", 300, 200), ("crowd-1024x683.jpg", 1024, 683)),
        upload(
            21,
            "2024/03/tower-scaled.jpg",
            ("tower-300x200.jpg", 300, 200),
            original="tower.jpg",
            width=2560,
            height=1707,
        ),
        upload(
            22, "2024/03/bus-e1700000000123.jpg", ("bus-e1700000000123-300x200.jpg", 300, 200), width=900, height=600
        ),
        upload(23, "2024/03/budget.pdf"),
        upload(24, "2024/03/song.mp3"),
        upload(25, "2024/03/banner-300x250.jpg", link=f"{BASE}/2024/03/12/march/banner/", width=300, height=250),
        upload(26, "2024/03/교정.jpg", ("교정-300x200.jpg", 300, 200)),
    )


def march(html: str, site: Site, **fields: Any) -> Post:
    """The story that is looked at: `content/posts/2024/03/march`."""
    defaults = {"id": 1, "title": "march", "slug": "march", "link": f"{BASE}/2024/03/12/march/"}
    return canonical_post(html, site, **(defaults | fields))
