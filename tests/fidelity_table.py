"""The explained differences between what WordPress shows of fixtures/gazette and what we write: all that there are.

A row is one document and one kind of `tests.features`; `missing` is what only WordPress shows, `more` what only we do:
words, or texts with `SEPARATOR` between them, or their mere number where they are many. The rows of one document and
kind add up. `tests/test_fidelity.py` fails for a difference without a row and for a row that doesn't say what differs.
"""

from __future__ import annotations

from typing import NamedTuple

SEPARATOR = " | "

LIVE = "only the live site has it: its latest posts, comments, archives, menus"
NEWER = "a block of later releases, of which WordPress 6.1 shows less"
CONTENTS = "a table of contents is dropped on purpose: the headings are there"
SHORTCODE = "a plugin's shortcode: without the plugin WordPress shows the brackets, we what stands between them"
CONVERTED = "a known plugin's shortcode is what the plugin makes of it: a link, a note, a picture, a frame"
CODE = "code is a listing, whoever kept it and where; no shortcode in it is run, no smiley or tag made"
SHARING = "share buttons, likes, related posts and a feed's last line are dropped on purpose"
TRACKING = "a picture of one dot that counts visits is dropped on purpose"
BYLINE = "a line that is a byline becomes the record's, with its words; what it was set as goes"
SWALLOWED = "WordPress shows nothing of it or something else; we keep it"
STRAY = "a closing tag that closes nothing is dropped"
BROKEN = "brackets or quotes within a shortcode break it in WordPress; in ours the shortcode's end is lost"
TWICE = "WordPress shows a block that is never closed twice"
ANSWERED = "what the provider answers now is not in the export; the address is, or the answer of then"
EMBED = "what another site shows is an embed, also where WordPress leaves that to a script or to Flash"
TITLE = "an embed's link has the title that its frame has, else the address"
NAMELESS = "a player's address without a name counts too"
PLAYLIST = "a playlist is its recordings, each under its title; WordPress has a script draw it"
FOOTNOTE = "a note stands at the end with a number of ours, without a link back"
FORMULA = "a formula is its TeX, without what Jetpack's pictures need, and instead of those"
CONTROL = "controls of forms are dropped on purpose"
NOSCRIPT = "what only visitors without scripts see is kept"
DRAWING = "a drawing is its title"
TYPED = "smilies and names stay as they were typed"
FIELDS = "what an author typed into a block's fields is kept; without the plugin WordPress shows nothing of it"
LAZY = "the picture is there in place of what waits for it"
BACKGROUND = "a picture in a block's style is a picture"
GALLERY = "a gallery that was a list is figures"
SECOND = "a second link to the same file is dropped"
LISTED = "paragraphs that Word says are a list are one"
LAYOUT = "a table that only places things is its content"
SOFT = "soft hyphens are dropped on purpose: a word is one"
NOWHERE = "a link that leads nowhere is its text"
FOOT = "the foot of a table stands where it is shown: at the end"


class Row(NamedTuple):
    """One explained difference."""

    document: int
    kind: str
    reason: str
    missing: str | int = ""
    more: str | int = ""


ROWS = (
    Row(103, "words", TYPED, missing="WordPress", more="8 Wordpress mrgreen"),
    Row(103, "images", TYPED, missing="mrgreen.png"),
    Row(104, "words", SWALLOWED, more="Caption without width"),
    Row(106, "words", PLAYLIST, more=20),
    Row(
        106,
        "players",
        PLAYLIST,
        more="rally.mp4 | " + 2 * "interview-provost.mp3 | " + "episode-12.mp3 | episode-12.mp3",
    ),
    Row(106, "players", NAMELESS, missing="interview-provost.mp3", more="episode-12.mp3"),
    Row(106, "players", EMBED, missing="watch"),
    Row(106, "frames", EMBED, more=2),
    Row(107, "words", ANSWERED, missing=36),
    Row(107, "links", ANSWERED, missing="March 4, 2024 | March 4, 2024 | View this post on Instagram | @millbrook"),
    Row(107, "links", NOWHERE, missing="not an address"),
    Row(107, "links", NAMELESS, missing="https://example.com/unknown-provider/again"),
    Row(107, "frames", EMBED, more=7),
    Row(108, "words", EMBED, missing="View this post on Instagram Embed from Getty Images"),
    Row(108, "words", TITLE, more="The forum in full Tuition since 1980 Budget Enrolment Tuition chart"),
    Row(108, "links", EMBED, missing="View this post on Instagram | Embed from Getty Images"),
    Row(108, "links", TITLE, more="The forum, in full | Tuition since 1980 | Budget | Enrolment"),
    Row(108, "links", TITLE, more="Tuition chart"),
    Row(108, "frames", EMBED, more=11),
    Row(109, "links", NOWHERE, missing="script"),
    Row(110, "words", SHORTCODE, missing=176, more=1),
    Row(110, "links", CONVERTED, more="Read the PDF | 1"),
    Row(110, "images", CONVERTED, more="divi.jpg"),
    Row(110, "items", CONVERTED, more="Anoteinashortcode."),
    Row(110, "frames", CONVERTED, more=10),
    Row(111, "words", CODE, more="gallery ids 1 2 caption width 300 caption gallery"),
    Row(111, "words", SHORTCODE, missing="GALLERY ids 2021"),
    Row(111, "words", SWALLOWED, more="Clubs Fair no 1"),
    Row(111, "words", BROKEN, missing="https gazette example edu wp content uploads 2024 03 episode 12 mp3"),
    Row(111, "words", BROKEN, missing="http example com a mp4 x 1"),
    Row(111, "images", SWALLOWED, more="fair-1.jpg"),
    Row(111, "code", CODE, missing="pre", more='[galleryids="1,2"][captionwidth="300"]pre[/caption]'),
    Row(111, "players", BROKEN, more="episode-12.mp3"),
    Row(112, "items", LISTED, more="Firstpoint | Secondpoint"),
    Row(113, "words", SOFT, missing="soft hyphen", more="softhyphen"),
    Row(115, "words", FOOTNOTE, missing="1"),
    Row(115, "links", FOOTNOTE, missing="↩"),
    Row(115, "items", FOOTNOTE, more="Source:housingoffice."),
    Row(117, "order", FOOT),
    Row(117, "cells", LAYOUT, missing=4),
    Row(119, "words", FORMULA, missing="latex latex latex latex bg ffffff fg 000000 s 1", more="pi r 2"),
    Row(119, "images", FORMULA, missing="latex.php"),
    Row(120, "words", CODE, missing=25, more="a array x gallery b"),
    Row(120, "code", CODE, more=8),
    Row(121, "words", SHARING, missing=43),
    Row(121, "links", SHARING, missing=5),
    Row(121, "headings", SHARING, missing="h3 Share this: | h3 Like this: | h3 Related"),
    Row(121, "items", SHARING, missing=2),
    Row(122, "words", SHARING, missing=19),
    Row(122, "links", SHARING, missing="A bridge is named | The Millbrook Gazette"),
    Row(123, "words", SHARING, missing="Facebook Twitter Tweet"),
    Row(123, "links", SHARING, missing="Facebook | Twitter | Tweet"),
    Row(123, "items", SHARING, missing="Facebook | Twitter"),
    Row(124, "images", LAZY, missing=2, more="fair-5.jpg | fair-6.jpg"),
    Row(124, "images", TRACKING, missing="abc | b.gif"),
    Row(124, "images", TYPED, missing="1f600.png"),
    Row(130, "words", CONTROL, missing="a b Vote"),
    Row(130, "words", NOSCRIPT, more="Turn on JavaScript to vote"),
    Row(130, "words", DRAWING, missing="svg text", more="A circle"),
    Row(131, "words", SOFT, missing="sof t", more="soft"),
    Row(134, "words", FOOTNOTE, missing="efn_note efn_note ref ref", more="2"),
    Row(134, "links", FOOTNOTE, missing="↩ | [1] | [1]", more="1 | 1 | 2"),
    Row(134, "items", FOOTNOTE, more="AnoteofEasyFootnotes. | Ref'snotewithalink. | Word'snote."),
    Row(134, "items", FOOTNOTE, missing="Markdown'sownnote.↩", more="Markdown'sownnote."),
    Row(135, "words", ANSWERED, missing="Classes resume at noon MillbrookDean March 4 2024"),
    Row(135, "words", ANSWERED, more="The ice is thin Dean of Students February 2 2017"),
    Row(135, "links", ANSWERED, missing="March 4, 2024", more="February 2, 2017"),
    Row(135, "frames", EMBED, more=1),
    Row(139, "words", SWALLOWED, more="Words that WordPress never shows A transcript never shown"),
    Row(139, "words", SWALLOWED, more="These words stand before the next end tag"),
    Row(139, "words", STRAY, missing="gallery caption"),
    Row(139, "frames", SWALLOWED, more=1),
    Row(302, "links", BYLINE, missing="Ruth Hollis"),
    Row(305, "images", BACKGROUND, more="Old-Main-at-Dusk.jpg | mural.webp"),
    Row(306, "items", GALLERY, missing="Oldgallery,one | Theoldestgallery"),
    Row(307, "words", SECOND, missing="FY24Download", more="FY24"),
    Row(307, "links", SECOND, missing="Download"),
    Row(308, "words", ANSWERED, missing=44),
    Row(308, "links", ANSWERED, missing=3 * "March 4, 2024 | " + "View this post on Instagram | @millbrook"),
    Row(308, "frames", EMBED, more=9),
    Row(309, "words", SHORTCODE, missing="unknown unknown"),
    Row(310, "words", NEWER, more="The first note with a link The second"),
    Row(310, "links", NEWER, more="link"),
    Row(310, "items", NEWER, more="Thefirstnote,withalink. | Thesecond."),
    Row(311, "words", LIVE, missing=563),
    Row(311, "links", LIVE, missing=171),
    Row(311, "images", LIVE, missing=7),
    Row(311, "headings", LIVE, missing=13),
    Row(311, "items", LIVE, missing=135),
    Row(311, "cells", LIVE, missing=39),
    Row(312, "words", CONTENTS, missing="Results By precinct"),
    Row(312, "words", FORMULA, more="frac"),
    Row(312, "words", NEWER, more="Campaign song Amara Quist"),
    Row(312, "links", CONTENTS, missing="Results | By precinct"),
    Row(312, "headings", NEWER, missing="h3 Who may vote?+ | h3 Where?+", more="h3 Who may vote? | h3 Where?"),
    Row(312, "headings", NEWER, more="h3 North | h3 South"),
    Row(312, "items", CONTENTS, missing="Results | Byprecinct"),
    Row(312, "players", NEWER, more="episode-12.mp3"),
    Row(314, "words", FIELDS, more="A quotation in a field"),
    Row(317, "words", TWICE, missing="Never closed Last"),
    Row(605, "words", PLAYLIST, more="Interview with the provost Gazette Weekly episode 12"),
    Row(605, "players", PLAYLIST, more="interview-provost.mp3 | episode-12.mp3"),
    Row(1009, "links", BYLINE, missing="THÉO BAPTISTE"),
    Row(1013, "headings", BYLINE, missing="h4 by the Editorial Board"),
    Row(1027, "links", BYLINE, missing="THÉO BAPTISTE"),
    Row(1031, "headings", BYLINE, missing="h4 by the Editorial Board"),
)
