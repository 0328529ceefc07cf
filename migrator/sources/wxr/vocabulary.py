"""The elements of WXR 1.0 to 1.2 as tables: which holds what, and in what it stands.

Source: WordPress's own exporter, `export_wp()` in wp-admin/includes/export.php, and what its importer accepts.
"""

from __future__ import annotations

TEXTS = {"title": "title", "content:encoded": "content", "excerpt:encoded": "excerpt"}
"""Elements of an item → Record fields that keep every character."""

WORDS = {
    "link": "link",
    "pubDate": "pub_date",
    "dc:creator": "author",
    "wp:post_date": "date",
    "wp:post_date_gmt": "date_gmt",
    "wp:post_modified": "modified",
    "wp:post_modified_gmt": "modified_gmt",
    "wp:comment_status": "comment_status",
    "wp:ping_status": "ping_status",
    "wp:post_name": "slug",
    "wp:status": "status",
    "wp:post_type": "type",
    "wp:attachment_url": "attachment_url",
}
"""Elements of an item → Record fields without the white space around the value."""

NUMBERS = {"wp:post_id": "id", "wp:post_parent": "parent", "wp:menu_order": "menu_order"}
FLAGS = {"wp:is_sticky": "sticky"}
PASSWORD = "wp:post_password"
GUID, CATEGORY, META_KEY, META_VALUE = "guid", "category", "wp:meta_key", "wp:meta_value"
POSTMETA, COMMENT, COMMENTMETA, TERMMETA = "wp:postmeta", "wp:comment", "wp:commentmeta", "wp:termmeta"

COMMENT_TEXTS = {"wp:comment_author": "author", "wp:comment_content": "content"}
COMMENT_WORDS = {
    "wp:comment_author_email": "email",
    "wp:comment_author_url": "url",
    "wp:comment_author_IP": "ip",
    "wp:comment_date": "date",
    "wp:comment_date_gmt": "date_gmt",
    "wp:comment_approved": "approved",
    "wp:comment_type": "type",
}
COMMENT_NUMBERS = {"wp:comment_id": "id", "wp:comment_parent": "parent", "wp:comment_user_id": "user_id"}

AUTHORS = frozenset(("wp:author", "wp:wp_author"))
AUTHOR_WORDS = {
    "wp:author_login": "login",
    "wp:author_email": "email",
    "wp:author_display_name": "name",
    "wp:author_first_name": "first_name",
    "wp:author_last_name": "last_name",
    "wp:author_id": "id",
}

TERMS = {"wp:category": "category", "wp:tag": "post_tag", "wp:term": ""}
"""Elements of the header that define a term → its taxonomy, "" where the element says it."""

TERM_WORDS = {
    "wp:term_taxonomy": "taxonomy",
    "wp:category_nicename": "slug",
    "wp:tag_slug": "slug",
    "wp:term_slug": "slug",
    "wp:cat_name": "name",
    "wp:tag_name": "name",
    "wp:term_name": "name",
    "wp:category_parent": "parent",
    "wp:term_parent": "parent",
    "wp:category_description": "description",
    "wp:tag_description": "description",
    "wp:term_description": "description",
    "wp:term_id": "id",
}

SITE = {
    "title": "title",
    "description": "description",
    "language": "language",
    "generator": "generator",
    "wp:wxr_version": "version",
}
"""Elements of the channel → Header fields."""

ADDRESSES = ("wp:base_blog_url", "wp:base_site_url", "link")
"""Elements of the channel that tell the site's address, the most exact first; in a network of sites
`base_site_url` is the main site's."""

CHANNEL_FACTS = frozenset(
    ("pubDate", "lastBuildDate", "copyright", "docs", "managingEditor", "webMaster", "ttl", "image", "cloud", "site")
)
"""Elements without a prefix that a channel may have besides (RSS 2.0, WordPress.com); others are stray markup."""

CONTAINERS = {
    "item": "",
    POSTMETA: "item",
    COMMENT: "item",
    COMMENTMETA: COMMENT,
    TERMMETA: "",
    **dict.fromkeys((*sorted(AUTHORS), *TERMS, "image"), "item"),
}
"""Elements that hold others → the element they stand in, "" where that differs. A channel is read as an item is."""

LEAVES = frozenset(
    (
        *(GUID, CATEGORY, META_KEY, META_VALUE, PASSWORD, "description", "comments", *ADDRESSES),
        *(TEXTS | WORDS | NUMBERS | FLAGS | COMMENT_TEXTS | COMMENT_WORDS | COMMENT_NUMBERS),
        *(AUTHOR_WORDS | TERM_WORDS | SITE),
    )
)
"""Elements that hold text alone."""
