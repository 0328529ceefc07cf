"""A site in which everything that must not get out is marked with a word of its own.

`hiddenx…` stands in what no visitor could read: it may lie in `unpublished/` and nowhere else. `neverx…` stands in
what is only counted, and in passwords: it may lie nowhere. `personalx…@` and two IP addresses may with `--emails` only.
"""

from __future__ import annotations

import re
from html import escape

from tests.exports import HEAD, wxr

STATES = ("private", "draft", "pending", "future", "archived", "protected", "protected-draft")
IDS = {state: number for number, state in enumerate(STATES, 100)}
COUNTED_STATUSES = ("trash", "auto-draft", "spam")
COUNTED_TYPES = ("revision", "customize_changeset", "custom_css", "oembed_cache", "feedback", "nf_sub", "acf-field")
IPS = ("203.0.113.7", "198.51.100.9")
SITE = "https://gazette.example.edu"

_MARK = re.compile(rf"(?:hidden|never)x\w*|personalx\w*@|{'|'.join(map(re.escape, IPS))}")
_COMMENT = """<wp:comment>
<wp:comment_id>{number}</wp:comment_id>
<wp:comment_author><![CDATA[{mark}commenter]]></wp:comment_author>
<wp:comment_author_email>personalx{number}@mail.example</wp:comment_author_email>
<wp:comment_author_url>https://{mark}site.example/</wp:comment_author_url>
<wp:comment_author_IP>203.0.113.7</wp:comment_author_IP>
<wp:comment_date>2024-04-03 10:00:00</wp:comment_date><wp:comment_date_gmt>2024-04-03 14:00:00</wp:comment_date_gmt>
<wp:comment_content><![CDATA[{mark}comment says <a href="/{mark}link">so</a> <script>{mark}()</script>
<img src="{site}/wp-content/uploads/2024/04/{mark}shown.jpg">]]></wp:comment_content>
<wp:comment_approved>{approved}</wp:comment_approved><wp:comment_type>{kind}</wp:comment_type>
<wp:comment_parent>{parent}</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id>
{meta}</wp:comment>
"""
_CONTENT = """{mark}words <b>and</b> [{mark}code at="{mark}value"] <!-- {mark}note --> <script>{mark}script()</script>
<a href="/{mark}page/?utm_source={mark}">{mark}anchor</a>
<img src="/wp-content/uploads/2024/04/{mark}picture.jpg" alt="{mark}alt">
https://www.youtube.com/watch?v={mark}"""
_ENTRY = """<item>
<title><![CDATA[{title}]]></title>
<link>{site}/{slug}/</link>
<dc:creator><![CDATA[ruth]]></dc:creator>
<guid isPermaLink="false">{site}/?{mark}guid</guid>
<description>{mark}description</description>
<content:encoded><![CDATA[{content}]]></content:encoded>
<excerpt:encoded><![CDATA[{excerpt}]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id>
<wp:post_date>2024-04-02 09:00:00</wp:post_date><wp:post_date_gmt>2024-04-02 13:00:00</wp:post_date_gmt>
<wp:post_name>{slug}</wp:post_name>
<wp:status>{status}</wp:status><wp:post_parent>{parent}</wp:post_parent><wp:menu_order>0</wp:menu_order>
<wp:post_type>{kind}</wp:post_type>
<wp:post_password><![CDATA[{password}]]></wp:post_password>
<category domain="category" nicename="{mark}category"><![CDATA[{mark}categoryname]]></category>
<category domain="post_tag" nicename="{mark}tag"><![CDATA[{mark}tagname]]></category>
{more}</item>
"""
_HEADER = """<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ruth</wp:author_login>
<wp:author_email>personalxruth@mail.example</wp:author_email><wp:author_display_name>Ruth</wp:author_display_name>
</wp:author>
<wp:author><wp:author_id>2</wp:author_id><wp:author_login>personalxlogin@mail.example</wp:author_login>
<wp:author_email>personalxother@mail.example</wp:author_email></wp:author>
<wp:term><wp:term_taxonomy>author</wp:term_taxonomy><wp:term_slug>cap-ruth</wp:term_slug>
<wp:term_name>ruth</wp:term_name><wp:term_description>Ruth 1 personalxterm@mail.example</wp:term_description></wp:term>
"""
_NAVIGATION = '<!-- wp:navigation-link {"label":"hiddenxlink","url":"https://example.org/hiddenxurl"} /-->'


def marks_in(text: str) -> set[str]:
    return set(_MARK.findall(text))


def comment(number: int, mark: str, *, approved: str = "1", kind: str = "", parent: int = 0) -> str:
    own = {"akismet_history": f"personalxakismet{number}@", "_comment_ip": IPS[1], f"{mark}metakey": f"{mark}metavalue"}
    values = {"approved": approved, "kind": kind, "parent": parent, "meta": _meta("wp:commentmeta", own)}
    return _COMMENT.format(number=number, mark=mark, site=SITE, **values)


def _meta(tag: str, values: dict[str, str]) -> str:
    rows = "".join(
        f"<{tag}><wp:meta_key>{escape(key)}</wp:meta_key><wp:meta_value>{escape(value)}</wp:meta_value></{tag}>"
        for key, value in values.items()
    )
    return rows.replace("><wp:meta", ">\n<wp:meta")


def entry(number: int, mark: str, *, more: str = "", meta: dict[str, str] | None = None, **fields: str) -> str:
    """An item with the mark in each of its fields; `fields` overrule some."""
    defaults = {
        "title": f"{mark}title",
        "slug": f"{mark}slug",
        "content": _CONTENT.format(mark=mark),
        "excerpt": f"{mark}excerpt <i>{mark}italic</i> <script>{mark}()</script>",
        "status": "publish",
        "kind": "post",
        "password": "",
        "parent": "0",
    }
    own = {"_wp_old_slug": f"{mark}oldslug", f"{mark}key": f"{mark}meta"} | (meta or {})
    more = _meta("wp:postmeta", own) + more
    return _ENTRY.format(number=number, mark=mark, site=SITE, more=more, **(defaults | fields))


def attachment(number: int, mark: str, parent: int, *, status: str = "inherit", shown: str = "") -> str:
    """An upload; `shown` marks what of it a document shows that uses it."""
    shown = shown or mark
    file = f"2024/04/{shown}file.jpg"
    url = f"<wp:attachment_url>{SITE}/wp-content/uploads/{file}</wp:attachment_url>"
    meta = {"_wp_attached_file": file, "_wp_attachment_image_alt": f"{shown}alternative", "_credit": f"{mark}credit"}
    fields = {"excerpt": f"{shown}caption", "content": f"{mark}described <script>{mark}()</script>", "status": status}
    more = url + comment(number, mark)
    return entry(number, mark, kind="attachment", parent=str(parent), meta=meta, more=more, **fields)


def menu_item(number: int, target: int, **fields: str) -> str:
    """A menu's item, which has no words of its own when WordPress shows its target's title."""
    meta = {"_menu_item_type": "post_type", "_menu_item_object": "post", "_menu_item_object_id": str(target)}
    menu = '<category domain="nav_menu" nicename="main"><![CDATA[Main]]></category>'
    fields = {"title": "", "content": "", "excerpt": ""} | fields
    return entry(number, f"item{number}", kind="nav_menu_item", meta=meta, more=menu, **fields)


def hidden_items() -> str:
    """One item of each kind that no visitor could read, with comments of every sort and an attachment."""
    items: list[str] = []
    for state, number in IDS.items():
        mark = "hiddenx" + state.replace("-", "")
        status = {"protected": "publish", "protected-draft": "draft"}.get(state, state)
        comments = comment(number, mark) + comment(number + 50, mark, approved="0")
        spam = comment(number + 80, "neverxspam", approved="spam")
        password = f"neverx{number}password & <more>" if state.startswith("protected") else ""
        items += entry(number, mark, status=status, password=password, more=comments + spam)
        items += attachment(number + 200, mark + "upload", number)
        items += menu_item(number + 300, number)
    return "".join(items)


def counted_items() -> str:
    """Items that are only counted, by status and by type."""
    statuses = (entry(600 + n, f"neverx{status}", status=status) for n, status in enumerate(COUNTED_STATUSES))
    more = comment(600, "neverx")
    types = (entry(620 + n, "neverx", kind=kind, more=more) for n, kind in enumerate(COUNTED_TYPES))
    return "".join((*statuses, *types))


def public_items() -> str:
    """Public things that refer to hidden ones, in content and in blocks, and public things with hidden comments."""
    lines = ["The story.", f'<a href="{SITE}/?attachment_id=300">a picture</a>', '[gallery ids="760"]']
    blocks = ["<!-- wp:paragraph --><p>Blocks.</p><!-- /wp:paragraph -->", '<!-- wp:navigation {"ref":710} /-->']
    for number in IDS.values():
        lines += f'<a href="{SITE}/?p={number}">see</a>', f"{SITE}/?p={number}", f'[gallery id="{number}"]'
        blocks.append(f'<!-- wp:navigation-link {{"id":{number},"kind":"post-type","type":"post"}} /-->')
        blocks.append(f'<!-- wp:block {{"ref":{number + 600}}} /-->')
    comments = [
        comment(1, "public"),
        comment(2, "hiddenxpending", approved="0", parent=1),
        comment(3, "neverxspam", approved="spam"),
        comment(4, "neverxtrash", approved="trash"),
        comment(5, "neverxnote", kind="order_note"),
        comment(6, "neverxposttrash", approved="post-trashed"),
        comment(7, "public", parent=2),
    ]
    return "".join(
        (
            entry(1, "public", content="\n\n".join(lines), more="".join(comments)),
            entry(2, "open", content="\n".join(blocks)),
            entry(3, "child", kind="page", parent="100"),
            entry(750, "guest", kind="guest-author", meta={"cap-user_email": "personalxguest@mail.example"}),
        )
    )


def machinery() -> str:
    """Reusable blocks, menus, orders, forms and uploads that are hidden in ways of their own."""
    blocks = (
        entry(number + 600, f"hiddenx{number}block", status=state, kind="wp_block")
        for state, number in IDS.items()
        if not state.startswith("protected")
    )
    note = comment(730, "neverxnote", kind="order_note")
    return "".join(
        (
            *blocks,
            entry(705, "hiddenxblock", kind="wp_block", password="neverxblockpassword"),
            entry(710, "hiddenxnavigation", status="draft", kind="wp_navigation", content=_NAVIGATION),
            menu_item(720, 1, status="draft", title="hiddenxmenulabel"),
            entry(730, "hiddenxorder", status="wc-completed", kind="shop_order", more=note),
            entry(731, "hiddenxcoupon", kind="shop_coupon", more=comment(731, "hiddenxcoupon")),
            entry(732, "hiddenxform", kind="wpcf7_contact_form"),
            attachment(742, "hiddenxreceipt", 731),
            attachment(740, "hiddenxupload", 0, status="private"),
            attachment(741, "neverxupload", 0, status="trash"),
            attachment(760, "hiddenxshown", 100, shown="shown"),
        )
    )


def export(items: str = "") -> bytes:
    """An export of these items, by default of all."""
    items = items or public_items() + hidden_items() + machinery() + counted_items()
    return wxr(items.encode(), HEAD + _HEADER.encode())
