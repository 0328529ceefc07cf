"""Hypothesis strategies for content as editors, plugins and pastes leave it: classic text, blocks, comments, titles.

Of the pieces each stands on a line of its own.
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import strategies as st

from tests.exports import item, wxr

WORDS = r"""
council
otters
Zürich
교정
שלום
naïve
42
don't
R&D
C++
🦦
x_y_z
“quoted”
a <b
5 < 6 > 4
&amp;
&nbsp;
&#8217;
&copy
&bogus;
&lt;i&gt;
[sic]
[1]
$5
*
\
""".strip().splitlines()
SPACES = (" ", " ", " ", "", "\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "\xa0", "\n \n")
INLINE = r"""
<b>
</b>
<em>
</em>
<strong>
</strong>
<i>
</i>
<span style='color:red'>
</span>
<a href="https://example.org/a?b=1&amp;c=2">
<a href='/about/'>
<a name="top">
</a>
<br>
<br />
<font color="red">
</font>
<code>
</code>
<sup>
</sup>
<del>
</del>
<u>
</u>
<img src="https://gazette.example.edu/wp-content/uploads/2024/03/crowd-300x200.jpg" alt="A crowd" />
<img>
<img class="alignleft" src="photo.jpg">
<o:p></o:p>
<abbr title="National">
</abbr>
<q cite="/q">
</q>
<ins>
</ins>
<kbd>
</kbd>
<span lang="fr">
<bdo dir="rtl">
</bdo>
<tt>
</tt>
""".strip().splitlines()
BLOCKS = r"""
<p>
</p>
<p align="center">
<div>
</div>
<div class="wp-caption">
<blockquote>
</blockquote>
<ul>
<ol start='3'>
<li>
</li>
</ul>
</ol>
<h2>
</h2>
<h3 id="part">
</h3>
<hr>
<table>
<tbody>
<tr>
<td>
<td colspan="2" align="right">
<th>
</th>
</td>
</tr>
</table>
<caption>
</caption>
<dl>
<dt>
<dd>
</dd>
</dl>
<pre>
</pre>
<figure>
<figcaption>
</figcaption>
</figure>
<center>
</center>
<section>
</section>
<details>
<summary>
</summary>
</details>
<form>
</form>
<address>
</address>
<fieldset>
<nav>
""".strip().splitlines()
WHOLE = r"""
<script>var a = 'word';</script>
<style>p { color: red }</style>
<textarea>typed words</textarea>
<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A film"></iframe>
<noscript>plain</noscript>
<iframe src="https://example.org/frame">fallback</iframe>
<embed src="https://example.org/a.swf">
<select><option>one</option><option>two</option></select>
<input type="submit" value="Send">
<button>press</button>
<svg><title>Drawing</title><text>drawn</text></svg>
<ruby>漢<rt>kan</rt></ruby>
<audio src="/a.mp3">none</audio>
<video poster="/p.jpg"><source src="/v.mp4"></video>
<title>in body</title>
<object data="https://example.org/o"><param name="movie" value="/m.swf">inside</object>
<math><mi>x</mi></math>
https://www.youtube.com/watch?v=abcdefghijk
https://example.org/page
<template>hidden</template>
<p>The post <a href='/a/'>A</a> appeared first on <a href='/'>B</a>.</p>
<blockquote class="twitter-tweet"><p>Go!</p><a href="https://twitter.com/a/status/20">March</a></blockquote>
<div class="sharedaddy"><h3>Share this:</h3><a href="/?share=x">X</a></div>
$latex e^{i\pi}$
<a href="#fn1" id="ref1"><sup>1</sup></a>
<p id="fn1">1. A note <a href="#ref1">↩</a></p>
<map><area></map>
</body>
<td>
<frameset>
""".strip().splitlines()
SHORTCODES = r"""
[gallery ids="20,21"]
[gallery]
[caption id="a" width="300"]<img src="/c.jpg"> Words[/caption]
[embed]
[embed]https://vimeo.com/76979871[/embed]
[/embed]
[audio src="/a.mp3"]
[video mp4="/v.mp4"][/video]
[[gallery]]
[[box]escaped[/box]]
[box color="red"]
[/box]
[code]
[/code]
[code lang="php"]$a[/code]
[footnote]A note.[/footnote]
[tab title='One']
[/tab]
[vc_row]
[/vc_row]
[caption]
[/caption]
[unclosed
[x y='1
[latex]a^2[/latex]
[su_button url="/book/"]press[/su_button]
[contact-form-7 id='4']
<a href="[link]">
<p title="[audio]">
[playlist ids='20']
[wpdatatable id=3]
[quote]
[/quote]
""".strip().splitlines()
COMMENTS = r"""
<!--more-->
<!--more Read on-->
<!--nextpage-->
<!-- note to self -->
<!--[if IE]>old<![endif]-->
<!-- wp:paragraph -->
<!-- /wp:paragraph -->
<!-- wp:gone/box {"a":1} /-->
<!-- /wp:gone/box -->
<!-- wp:block {"ref":99} /-->
<!-- wp:heading {bad json} -->
<!-- /wp:heading -->
<!--[0-->
<!--]0-->
<!-- wp:html -->
<!-- /wp:html -->
<!---->
<!-- unclosed
<![CDATA[ text ]]>
<!DOCTYPE html>
<?php echo 1; ?>
""".strip().splitlines()
NAMES = r"""
paragraph
heading
list
list-item
quote
pullquote
image
gallery
group
columns
column
cover
media-text
buttons
button
table
verse
code
preformatted
details
embed
file
html
freeform
shortcode
audio
video
separator
social-links
latest-posts
gone/box
more
footnotes
navigation
search
accordion
table-of-contents
Bad Name
a/b/c
""".strip().splitlines()
WRAPPERS = r"""
{}
<p>{}</p>
<h3>{}</h3>
<ul>{}</ul>
<li>{}</li>
<div class="wp-block-group">{}</div>
<blockquote>{}<cite>Someone</cite></blockquote>
<figure class="wp-block-image"><img src="/c.jpg"/>{}</figure>
<figure class="wp-block-table"><table><tr><td>{}</td></tr></table></figure>
<pre>{}</pre>
<div>{}
<figure class="wp-block-gallery"><ul><li>{}</li></ul></figure>
<details><summary>S</summary>{}</details>
""".strip().splitlines()
DATA = r"""
{"align":"wide"}
{"ids":[20,21]}
{"level":3}
{"url":"https://example.org/a"}
{"id":20}
{"a":"\u003cb\u003e \u002d\u002d"}
{"ordered":true,"start":4}
{"a":{"b":[1,{}]}}
{"bad":}
{
[]
""".strip().splitlines()
"""What a block's comment says beside its name: JSON, and what is none."""

POOLS = (WORDS, WORDS, SPACES, INLINE, BLOCKS, WHOLE, SHORTCODES, COMMENTS)
pieces = st.one_of(*map(st.sampled_from, POOLS))
classic = st.lists(st.tuples(pieces, st.sampled_from(SPACES)), min_size=1, max_size=14).map(
    lambda pairs: "".join(map("".join, pairs))
)
"""Classic content: words, line ends, tags that are opened and closed as it comes, shortcodes, comments."""

prose = st.lists(st.one_of(*map(st.sampled_from, (WORDS, WORDS, SPACES, INLINE))), min_size=1, max_size=8).map(" ".join)
"""A comment's or excerpt's text, or a title's."""


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> str:
    """Block markup, nested, its comments now and then without an end or with data that is no JSON."""
    opening = " ".join(filter(None, [f"wp:{draw(st.sampled_from(NAMES))}", draw(st.sampled_from(["", *DATA]))]))
    if draw(st.integers(0, 5)) == 0:
        return f"<!-- {opening} /-->\n"
    deeper = st.one_of(prose, classic) if depth > 2 else st.one_of(prose, blocks(depth + 1))
    inner = draw(st.sampled_from(WRAPPERS)).format("\n".join(draw(st.lists(deeper, min_size=1, max_size=3))))
    closing = "" if draw(st.integers(0, 9)) == 0 else f"<!-- /{opening.partition(' ')[0]} -->\n"
    return f"<!-- {opening} -->\n{inner}\n{closing}"


def export(seed: int, count: int, longest: int) -> bytes:
    """An export of posts whose content (of at most so many pieces) and comments are put together by chance, the same
    for the same seed."""
    chance = random.Random(seed)

    def text(pools: Sequence[Sequence[str]], most: int) -> str:
        count = chance.randint(1, most)
        chosen = (chance.choice(pool) for _ in range(count) for pool in (chance.choice(pools), SPACES))
        return "".join(chosen).replace("]]>", "]]]]><![CDATA[>")

    def post(number: int) -> bytes:
        comment = _COMMENT.format(number, chance.choice("10"), text(POOLS[:4], 8))
        return item(number, content=text(POOLS, longest), more=comment)

    return wxr(b"".join(map(post, range(1, count + 1))))


_COMMENT = """<wp:comment>
<wp:comment_id>{0}</wp:comment_id><wp:comment_author><![CDATA[Reader {0}]]></wp:comment_author>
<wp:comment_date>2024-04-03 10:00:00</wp:comment_date><wp:comment_approved>{1}</wp:comment_approved>
<wp:comment_content><![CDATA[{2}]]></wp:comment_content>
</wp:comment>
"""
