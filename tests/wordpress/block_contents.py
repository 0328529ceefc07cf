"""Content of the block editor, composed by chance of what it is made of."""

from __future__ import annotations

import json
from random import Random

from tests.wordpress.classic_contents import DEEPEST, HTML, SHORTCODES, UPLOADS, Piece, Writer, image_tag, table_row


def blocks(chance: Random) -> str:
    """Content of the block editor."""
    return Writer(chance).some(BLOCKS, 0, "\n\n", most=7)


def _block(name: str, inner: str, **attributes: object) -> str:
    data = f" {json.dumps(attributes)}" if attributes else ""
    return f"<!-- wp:{name}{data} -->\n{inner}\n<!-- /wp:{name} -->"


def _paragraph_block(writer: Writer, _depth: int) -> str:
    return _block("paragraph", f"<p>{writer.lines(2, '<br>')}</p>")


def _heading_block(writer: Writer, _depth: int) -> str:
    level = writer.chance.randint(1, 6)
    return _block("heading", f'<h{level} class="wp-block-heading">{writer.line()}</h{level}>', level=level)


def _list_block(writer: Writer, depth: int) -> str:
    tag = writer.chance.choice(("ul", "ol"))
    items = [_item_block(writer, depth) for _ in range(writer.chance.randint(1, 4))]
    return _block("list", f"<{tag}>{chr(10).join(items)}</{tag}>", ordered=tag == "ol")


def _item_block(writer: Writer, depth: int) -> str:
    nested = _list_block(writer, depth + 1) if depth < DEEPEST and writer.chance.random() < 0.3 else ""
    return _block("list-item", f"<li>{writer.line()}{nested}</li>")


def _quote_block(writer: Writer, depth: int) -> str:
    inner = writer.some((_paragraph_block, _list_block, _heading_block), depth + 1, "\n\n")
    cite = f"<cite>{writer.line()}</cite>" if writer.chance.random() < 0.5 else ""
    return _block("quote", f'<blockquote class="wp-block-quote">{inner}{cite}</blockquote>')


def _pullquote_block(writer: Writer, _depth: int) -> str:
    quote = f"<blockquote><p>{writer.line()}</p><cite>{writer.words()}</cite></blockquote>"
    return _block("pullquote", f'<figure class="wp-block-pullquote">{quote}</figure>')


def _table_block(writer: Writer, _depth: int) -> str:
    width = writer.chance.randint(1, 3)
    head = f"<thead>{table_row(writer, 'th', width, '')}</thead>" if writer.chance.random() < 0.5 else ""
    body = "".join(table_row(writer, "td", width, "") for _ in range(writer.chance.randint(1, 3)))
    caption = f"<figcaption>{writer.line()}</figcaption>" if writer.chance.random() < 0.5 else ""
    table = f"<table>{head}<tbody>{body}</tbody></table>{caption}"
    return _block("table", f'<figure class="wp-block-table">{table}</figure>')


def _image_block(writer: Writer, _depth: int) -> str:
    number, img = image_tag(writer)
    caption = f"<figcaption>{writer.line()}</figcaption>" if writer.chance.random() < 0.5 else ""
    return _block("image", f'<figure class="wp-block-image">{img}{caption}</figure>', id=number)


def _gallery_block(writer: Writer, depth: int) -> str:
    images = writer.some((_image_block,), depth, "\n\n", most=4)
    caption = f"<figcaption>{writer.line()}</figcaption>" if writer.chance.random() < 0.5 else ""
    figure = f'<figure class="wp-block-gallery has-nested-images">{images}{caption}</figure>'
    return _block("gallery", figure, linkTo="none")


def _code_block(writer: Writer, _depth: int) -> str:
    name, form = writer.chance.choice((("code", "<pre><code>{}</code></pre>"), ("preformatted", "<pre>{}</pre>")))
    lines = "\n".join(f"{'    ' * writer.chance.randint(0, 2)}{writer.words()}" for _ in range(3))
    return _block(name, form.format(lines.replace("<", "&lt;").replace("[", "&#91;")))


def _html_block(writer: Writer, depth: int) -> str:
    return _block("html", writer.some(HTML, depth, "\n"))


def _freeform_block(writer: Writer, depth: int) -> str:
    return _block("freeform", writer.some((*HTML, *SHORTCODES), depth, "\n"))


def _shortcode_block(writer: Writer, depth: int) -> str:
    return _block("shortcode", writer.some(SHORTCODES, depth, "\n", most=1))


def _text_between(writer: Writer, depth: int) -> str:
    """What the classic editor left between blocks."""
    return writer.some(HTML, depth, "\n\n", most=2)


def _group_block(writer: Writer, depth: int) -> str:
    if depth >= DEEPEST:
        return _paragraph_block(writer, depth)
    inner = writer.some(BLOCKS, depth + 1, "\n\n")
    kinds = (("group", "div"), ("group", "section"), ("columns", "div"), ("details", "details"))
    name, opening = writer.chance.choice(kinds)
    if name == "columns":
        inner = _block("column", f'<div class="wp-block-column">{inner}</div>')
    if name == "details":
        inner = f"<summary>{writer.words()}</summary>{inner}"
    return _block(name, f'<{opening} class="wp-block-{name}">{inner}</{opening}>')


def _media_text_block(writer: Writer, depth: int) -> str:
    number, img = image_tag(writer)
    inner = writer.some((_paragraph_block, _heading_block, _list_block), depth + 1, "\n\n")
    media = f'<figure class="wp-block-media-text__media">{img}</figure>'
    content = f'<div class="wp-block-media-text__content">{inner}</div>'
    halves = f'<div class="wp-block-media-text">{media}{content}</div>'
    return _block("media-text", halves, mediaId=number, mediaType="image")


def _cover_block(writer: Writer, depth: int) -> str:
    number, img = image_tag(writer)
    inner = writer.some((_paragraph_block, _heading_block), depth + 1, "\n\n")
    content = f'<div class="wp-block-cover__inner-container">{inner}</div>'
    return _block("cover", f'<div class="wp-block-cover">{img}{content}</div>', id=number)


def _verse_block(writer: Writer, _depth: int) -> str:
    lines = writer.lines(4, writer.chance.choice(("\n", "<br>", "\n\n   ")))
    return _block("verse", f'<pre class="wp-block-verse">{lines}</pre>')


def _player_block(writer: Writer, _depth: int) -> str:
    kind, file = writer.chance.choice((("audio", "interview-provost.mp3"), ("video", "rally.mp4")))
    caption = f"<figcaption>{writer.line()}</figcaption>" if writer.chance.random() < 0.5 else ""
    player = f'<{kind} controls src="{UPLOADS}/2024/03/{file}"></{kind}>{caption}'
    return _block(kind, f'<figure class="wp-block-{kind}">{player}</figure>')


def _file_block(writer: Writer, _depth: int) -> str:
    url = f"{UPLOADS}/2024/03/minutes.docx"
    return _block("file", f'<div class="wp-block-file"><a href="{url}">{writer.words()}</a></div>', href=url)


def _buttons_block(writer: Writer, _depth: int) -> str:
    link = f'<a class="wp-block-button__link" href="https://example.com/{writer.count}">{writer.line(DEEPEST)}</a>'
    button = _block("button", f'<div class="wp-block-button">{link}</div>')
    return _block("buttons", f'<div class="wp-block-buttons">{button}</div>')


def _embed_block(writer: Writer, _depth: int) -> str:
    writer.count += 1
    url = f"https://www.youtube.com/watch?v={writer.count:011}"
    caption = f"<figcaption>{writer.line()}</figcaption>" if writer.chance.random() < 0.5 else ""
    frame = f'<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n{url}\n</div>{caption}</figure>'
    return _block("embed", frame, url=url, type="video", providerNameSlug="youtube")


def _separator_block(writer: Writer, _depth: int) -> str:
    kinds = (
        ("separator", '<hr class="wp-block-separator"/>'),
        ("more", "<!--more-->"),
        ("nextpage", "<!--nextpage-->"),
    )
    return _block(*writer.chance.choice(kinds))


BLOCKS: tuple[Piece, ...] = (
    *(_paragraph_block, _paragraph_block, _paragraph_block, _heading_block, _list_block, _list_block, _quote_block),
    *(_pullquote_block, _table_block, _image_block, _gallery_block, _code_block, _html_block, _freeform_block),
    *(_shortcode_block, _group_block, _group_block, _media_text_block, _buttons_block, _embed_block, _separator_block),
    *(_cover_block, _verse_block, _player_block, _file_block, _text_between),
)
