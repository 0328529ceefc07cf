"""Content of the classic editor, composed by chance of what it is made of."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

UPLOADS = "https://gazette.example.edu/wp-content/uploads"
PICTURES = {2021: "2024/03/fair-1", 2022: "2024/03/fair-2", 2024: "2024/03/fair-4", 2025: "2024/03/fair-5"}
"""Attachments of the site and their files, all `.jpg`."""

TOKENS = (
    *("R&D", "AT&amp;T", "5 &lt; 6", "caf&eacute;", "“so”", '"quoted"', "it's", "a -- b", "wait...", "[sic]", "[1]"),
    *("&copy; 2024", "x&nbsp;y", "2x4", "naïve", "교정", "עברית", "e.g. http://example.com/a?b=1&c=2 here", "😀"),
    *("*not bold*", "_nor this_", "`tick`", "# hash", "1. one", "&lt;tag&gt;", "(c)", "a_b_c", "\\slash", "| pipe"),
)
_MARKS = (
    *("strong", "em", "b", "i", "u", "del", "s", "sub", "sup", "code", "small", "mark", "span", "q", "cite", "kbd"),
    *('a href="https://example.com/page"', 'span style="color: red"', 'span style="font-weight: bold"', "strike"),
    *('abbr title="for short"', "big", "tt", 'font color="red"', "ins", "acronym", "var"),
)
DEEPEST = 2
"""How deep inline marks, lists and groups are nested."""

Piece = Callable[["Writer", int], str]


class Writer:
    """Writes pieces of content; each word is numbered, so that none can be taken for another."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.count = 0

    def word(self) -> str:
        self.count += 1
        return self.chance.choice(TOKENS) if self.chance.random() < 0.1 else f"word{self.count}"

    def words(self, most: int = 4) -> str:
        return " ".join(self.word() for _ in range(self.chance.randint(1, most)))

    def line(self, depth: int = 0) -> str:
        """Text with marks in it, nested at times, touching what is next to them at times."""
        parts = [self.words()]
        while self.chance.random() < 0.3:
            space = self.chance.choice((" ", " ", " ", ""))
            mark = self.chance.choice(_MARKS)
            inner = self.line(depth + 1) if depth < DEEPEST else self.words()
            parts.append(f"{space}<{mark}>{inner}</{mark.split(maxsplit=1)[0]}>{space}{self.words()}")
        return "".join(parts)

    def lines(self, most: int = 3, joint: str = "\n") -> str:
        return joint.join(self.line() for _ in range(self.chance.randint(1, most)))

    def some(self, pieces: tuple[Piece, ...], depth: int, joint: str, most: int = 3) -> str:
        return joint.join(self.chance.choice(pieces)(self, depth) for _ in range(self.chance.randint(1, most)))


def classic(chance: Random) -> str:
    """Content of the classic editor: paragraphs are blank lines, the rest HTML and shortcodes."""
    writer = Writer(chance)
    joint = chance.choice(("\n\n", "\n\n", "\n\n", "\r\n\r\n", "\n"))
    text = writer.some(CLASSIC, 0, joint, most=7)
    return text.replace("\n", "\r\n") if chance.random() < 0.1 else text


def classic_paragraph(writer: Writer, _depth: int) -> str:
    return writer.lines()


def classic_tagged(writer: Writer, _depth: int) -> str:
    openings = ("p", 'p style="text-align: center"', "div", "center", "address", 'div align="right"')
    opening = writer.chance.choice(openings)
    return f"<{opening}>{writer.lines()}</{opening.split(maxsplit=1)[0]}>"


def classic_heading(writer: Writer, _depth: int) -> str:
    level = writer.chance.randint(1, 6)
    return f"<h{level}>{writer.line()}</h{level}>"


def classic_list(writer: Writer, depth: int) -> str:
    tag = writer.chance.choice(("ul", "ol", 'ol start="3"'))
    before, end = writer.chance.choice((("\n\t", "</li>"), ("\n", "</li>"), ("", "</li>"), ("\n", "")))
    items = "".join(f"{before}<li>{classic_item(writer, depth)}{end}" for _ in range(writer.chance.randint(1, 4)))
    return f"<{tag}>{items}{before[:1]}</{tag.split(maxsplit=1)[0]}>"


def classic_item(writer: Writer, depth: int) -> str:
    text = writer.line()
    if depth < DEEPEST and writer.chance.random() < 0.3:
        text += writer.chance.choice(("\n", "")) + classic_list(writer, depth + 1)
    elif writer.chance.random() < 0.1:
        text = writer.chance.choice((f"<p>{text}</p>", f"{text}\n\n{writer.line()}", f"{text}<br />{writer.line()}"))
    return text


def classic_table(writer: Writer, _depth: int) -> str:
    joint = writer.chance.choice(("\n", ""))
    width = writer.chance.randint(1, 3)
    rows = [table_row(writer, "td", width, joint) for _ in range(writer.chance.randint(1, 3))]
    if writer.chance.random() < 0.5:
        rows.insert(0, table_row(writer, "th", width, joint))
    caption = f"<caption>{writer.line()}</caption>{joint}" if writer.chance.random() < 0.2 else ""
    body = joint.join(rows)
    if writer.chance.random() < 0.5:
        body = f"<tbody>{joint}{body}{joint}</tbody>"
    return f"<table>{joint}{caption}{body}{joint}</table>"


def table_row(writer: Writer, tag: str, width: int, joint: str) -> str:
    texts = [classic_cell(writer) for _ in range(width)]
    if width > 1 and writer.chance.random() < 0.2:
        texts[writer.chance.randrange(width)] = ""
    cells = [f"<{tag}>{text}</{tag}>" for text in texts]
    return f"<tr>{joint}{joint.join(cells)}{joint}</tr>"


def classic_cell(writer: Writer) -> str:
    if writer.chance.random() < 0.1:
        return classic_list(writer, DEEPEST)
    return writer.lines(2, writer.chance.choice(("<br />", "\n", "\n\n")))


def classic_quotation(writer: Writer, depth: int) -> str:
    inner = writer.some((classic_paragraph, classic_paragraph, classic_list, classic_heading), depth + 1, "\n\n")
    return writer.chance.choice(("<blockquote>{}</blockquote>", "<blockquote>\n{}\n</blockquote>")).format(inner)


def classic_listing(writer: Writer, _depth: int) -> str:
    code = "\n".join(f"{'    ' * writer.chance.randint(0, 2)}{writer.words()}" for _ in range(3))
    code = code.replace("<", "&lt;").replace("\n", writer.chance.choice(("\n", "\n\n")), 1)
    forms = ("<pre>{}</pre>", "<pre><code>{}</code></pre>", '<pre class="brush: php">{}</pre>')
    return writer.chance.choice(forms).format(code)


def image_tag(writer: Writer) -> tuple[int, str]:
    number, file = writer.chance.choice(tuple(PICTURES.items()))
    source = f"{UPLOADS}/{file}{writer.chance.choice(('', '-150x150', '-300x200'))}.jpg"
    return number, f'<img class="wp-image-{number}" src="{source}" alt="Alt" width="300" height="200" />'


def classic_picture(writer: Writer, _depth: int) -> str:
    _, img = image_tag(writer)
    around = ("{}", '<a href="https://example.com/big">{}</a>', "{} " + writer.words(), writer.words() + " {}")
    return writer.chance.choice(around).format(img)


def classic_caption(writer: Writer, _depth: int) -> str:
    number, img = image_tag(writer)
    img = writer.chance.choice(("{}", '<a href="https://example.com/big">{}</a>')).format(img)
    text = writer.line()
    space = writer.chance.choice((" ", " ", "", "\n"))
    return f'[caption id="attachment_{number}" align="alignleft" width="300"]{img}{space}{text}[/caption]'


def classic_gallery(writer: Writer, _depth: int) -> str:
    numbers = writer.chance.sample(tuple(PICTURES), writer.chance.randint(1, 4))
    return f'[gallery ids="{",".join(map(str, numbers))}"]'


def classic_sound(writer: Writer, _depth: int) -> str:
    address = f"{UPLOADS}/2024/03/interview-provost.mp3"
    return writer.chance.choice((f'[audio src="{address}"][/audio]', f'[audio mp3="{address}"][/audio]', address))


_IFRAME = '<iframe src="https://player.vimeo.com/video/{0:08}"></iframe>'


def classic_frame(writer: Writer, _depth: int) -> str:
    forms = ("https://www.youtube.com/watch?v={0:011}", "[embed]https://vimeo.com/{0:08}[/embed]", _IFRAME)
    writer.count += 1
    return writer.chance.choice(forms).format(writer.count)


def classic_definitions(writer: Writer, _depth: int) -> str:
    joint = writer.chance.choice(("\n", ""))
    return f"<dl>{joint}<dt>{writer.line()}</dt>{joint}<dd>{writer.lines(2)}</dd>{joint}</dl>"


def classic_rule(writer: Writer, _depth: int) -> str:
    return writer.chance.choice(("<hr />", "<!--more-->", "<!--nextpage-->", "<hr>"))


def classic_box(writer: Writer, depth: int) -> str:
    if depth >= DEEPEST:
        return classic_paragraph(writer, depth)
    inner = writer.some((classic_paragraph, *HTML, classic_caption, classic_box), depth + 1, "\n\n")
    return f'<div class="box">{inner}</div>'


def classic_figure(writer: Writer, _depth: int) -> str:
    return f"<figure>{image_tag(writer)[1]}<figcaption>{writer.line()}</figcaption></figure>"


HTML: tuple[Piece, ...] = (
    *(classic_tagged, classic_heading, classic_list, classic_list, classic_table, classic_quotation, classic_listing),
    *(classic_definitions, classic_figure),
)
SHORTCODES: tuple[Piece, ...] = (classic_caption, classic_caption, classic_gallery, classic_sound)
CLASSIC: tuple[Piece, ...] = (
    *(4 * (classic_paragraph,)),
    *HTML,
    *SHORTCODES,
    *(classic_picture, classic_frame, classic_rule, classic_box),
)
