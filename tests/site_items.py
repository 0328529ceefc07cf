"""Items of a site's index, and a small site of them."""

from __future__ import annotations

from typing import Any

from migrator.model import Record
from tests.sites import BASE, make_site

SIZES = (
    'a:5:{s:5:"width";i:2560;s:6:"height";i:1707;s:4:"file";s:24:"2024/04/photo-scaled.jpg";s:5:"sizes";a:2:{'
    's:6:"medium";a:3:{s:4:"file";s:17:"photo-300x200.jpg";s:5:"width";i:300;s:6:"height";i:200;}'
    's:5:"large";a:3:{s:4:"file";s:19:"photo-1024x683.webp";s:5:"width";i:1024;s:6:"height";i:683;}}'
    's:14:"original_image";s:9:"photo.jpg";}'
)


def post(number: int, **fields: Any) -> Record:
    slug = fields.setdefault("slug", f"story-{number}")
    defaults = {"type": "post", "status": "publish", "title": slug, "link": f"{BASE}/2024/04/10/{slug}/"}
    return Record(id=number, **(defaults | {"date": "2024-04-10 09:30:00", "guid": f"{BASE}/?p={number}"} | fields))


def upload(number: int, file: str, meta: tuple[tuple[str, str], ...] = (), **fields: Any) -> Record:
    url = f"{BASE}/wp-content/uploads/{file}"
    defaults = {"type": "attachment", "status": "inherit", "title": file, "attachment_url": url, "guid": url}
    return Record(id=number, meta=[("_wp_attached_file", file), *meta], **(defaults | fields))


NEWS = make_site(
    post(5, slug="march", meta=[("_wp_old_slug", "april-march"), ("_wp_old_date", "2024-03-22")]),
    post(6, slug="%ed%95%9c%ea%b5%ad", link=f"{BASE}/2024/04/10/%ed%95%9c%ea%b5%ad/"),
    post(7, type="page", slug="staff", link=f"{BASE}/about/staff/", parent=8),
    post(8, type="page", slug="about", link=f"{BASE}/about/"),
    post(9, type="book", slug="moby", link=f"{BASE}/?book=moby", guid=f"{BASE}/?post_type=book&#038;p=9"),
    post(10, slug="idea", status="draft", link=f"{BASE}/?p=10"),
    post(11, slug="secret", status="private"),
    post(12, slug="twice", link=f"{BASE}/news/twice/"),
    post(13, slug="twice", link=f"{BASE}/arts/twice/"),
    upload(
        20,
        "2024/04/photo-scaled.jpg",
        (("_wp_attachment_metadata", SIZES),),
        parent=5,
        link=f"{BASE}/2024/04/10/march/photo/",
    ),
    upload(21, "2024/04/plan.pdf", parent=5, menu_order=1, link=f"{BASE}/?attachment_id=21"),
    link="https://www.gazette.example.edu",
)
