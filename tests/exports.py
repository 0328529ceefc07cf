"""Exports for tests, made from the items that matter."""

from __future__ import annotations

HEAD = b"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
	<title>The Gazette</title>
	<link>https://gazette.example.edu</link>
	<wp:wxr_version>1.2</wp:wxr_version>
"""
TAIL = b"\n</channel>\n</rss>\n"


def wxr(items: bytes, head: bytes = HEAD) -> bytes:
    """Put items into an export; if the last of them breaks off, so does the export."""
    whole = items.rstrip().endswith((b"</item>", b"/>")) or b"<item" not in items
    return head + items + (TAIL if whole else b"")


def item(number: int, *, content: str = "", more: str = "", kind: str = "post") -> bytes:
    """Make an item as WordPress writes one."""
    return f"""	<item>
		<title><![CDATA[Story {number}]]></title>
		<link>https://gazette.example.edu/story-{number}/</link>
		<pubDate>Tue, 02 Apr 2024 13:00:00 +0000</pubDate>
		<dc:creator><![CDATA[ruth]]></dc:creator>
		<guid isPermaLink="false">https://gazette.example.edu/?p={number}</guid>
		<description></description>
		<content:encoded><![CDATA[{content or f"Words of story{number}."}]]></content:encoded>
		<excerpt:encoded><![CDATA[]]></excerpt:encoded>
		<wp:post_id>{number}</wp:post_id>
		<wp:post_date><![CDATA[2024-04-02 09:00:00]]></wp:post_date>
		<wp:post_date_gmt><![CDATA[2024-04-02 13:00:00]]></wp:post_date_gmt>
		<wp:post_name><![CDATA[story-{number}]]></wp:post_name>
		<wp:status><![CDATA[publish]]></wp:status>
		<wp:post_parent>0</wp:post_parent>
		<wp:menu_order>0</wp:menu_order>
		<wp:post_type><![CDATA[{kind}]]></wp:post_type>
		<wp:post_password><![CDATA[]]></wp:post_password>
		<wp:is_sticky>0</wp:is_sticky>
		<category domain="category" nicename="news"><![CDATA[News]]></category>
		<wp:postmeta>
		<wp:meta_key><![CDATA[_edit_last]]></wp:meta_key>
		<wp:meta_value><![CDATA[{number}]]></wp:meta_value>
		</wp:postmeta>
{more}	</item>
""".encode()
