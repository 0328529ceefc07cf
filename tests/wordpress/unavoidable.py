"""What other roads tell differently from the site's export, and why that can't be avoided: all that there is.

A row is a document and the aspects of `one_site` in which it differs, on all roads of its table; `ALL` stands for every
document, in an aspect that a road doesn't know. `test_one_site.py` fails for a difference without a row and for a row
that no longer holds.
"""

from __future__ import annotations

from typing import NamedTuple

ALL = "*"

POSTMETA = "postmeta that no road but an export gives: bylines of plugins, old slugs, fields of plugins' blocks"
HIDDEN = "a type or taxonomy that the site shows nowhere"
UNLISTED = "no page links to it"
NO_REST = "a type or taxonomy without REST"
NOT_SHOWN = "this theme doesn't show it"
TEMPLATE = "the site has a template of its own for this theme: title and text, no more"
POSTS_ONLY = "a feed has posts only"
NO_FIELD = "a feed has no such field: no featured picture, and its categories are tags, too"
NAMED_OTHERWISE = "feeds and pages name the account without saying that it is one: who is printed counts"
CLOCK = "the stored local date and UTC disagree, or it stands in an hour that the clock leaves out or repeats"
UNDATED = "the date is a term's, which isn't shown"
PINGS = "REST lists comments alone; pages and feeds show pings as comments, nested as deep as the theme goes"
NAMELESS = "WordPress shows a word in place of the name or title that there isn't"
ESCAPED = "a title's markup is shown as markup, and has no words"
SUMMARY = "pages don't show an author's excerpt"
MADE = "WordPress makes the excerpt of another text than it shows: without shortcodes, or of all pages"
SWALLOWED = "shortcodes that swallow each other or stand in attributes: WordPress shows another text than was written"
CODE = "WordPress makes paragraphs and entities in code of plugins that aren't there"
TORN = "markup that is never closed: what comes behind it on a page is part of it, and goes with it"
TWICE = "WordPress shows a block that is never closed twice"
NEWER = "blocks of later releases, of which this WordPress shows less"
LIVE = "what the live site shows of itself at the moment"
PLAYER = "a playlist without ids is shown to nobody but those logged in"
EMBEDDED = "what a provider answers loses the moment to start at, and what none answers is a link"
WIDTHLESS = "WordPress shows no caption without a width"
SIZED = "neither srcset nor a link tells the original of a smaller picture; only REST lists the media"
OWN_PAGE = "a link to a picture's own page, which only the list of media resolves"
FIRST_PAGE = "a feed has a text's first page"
PLAIN = "in a feed galleries and playlists are mere pictures and links"
COMMENT = "a section of characters, as feeds and pages have it, is a comment of HTML"
UNCLEAN = "browsers and crawlers take such an address for another"
CASE = "an address that differs from another in case only is taken for the same"
DAY = "its address is that of a day's list"


class Row(NamedTuple):
    """One document and in what it differs."""

    document: str
    aspects: str
    reason: str


SHOWN = (
    Row("/2006/03/04/published-without-a-moment", "published", CLOCK),
    Row("/2012/12/12/shortcodes-that-swallow", "links shape text", SWALLOWED),
    Row("/2013/09/12/captions-of-every-age", "shape text", WIDTHLESS),
    Row("/2014/03/04/code-in-every-dialect-that-plugins-had", "text", CODE),
    Row("/2015/10/12/date-shifted", "zone", CLOCK),
    Row("/2016/02/29/leftovers-of-plugins-long-gone", "shape", SWALLOWED),
    Row("/2016/03/01/how-to-write-a-shortcode", "files images links shape text", SWALLOWED),
    Row("/2018/03/11/addresses-on-lines-of-their-own", "links shape text", EMBEDDED),
    Row("/2018/03/11/addresses-on-lines-of-their-own", "zone", CLOCK),
    Row("/2019/01/02/byline-publishpress", "authors", POSTMETA),
    Row("/2019/01/03/byline-molongui", "authors", POSTMETA),
    Row("/2019/01/04/byline-newspack", "authors", POSTMETA),
    Row("/2019/01/06/byline-largo", "authors", POSTMETA),
    Row("/2019/01/07/byline-sno", "authors", POSTMETA),
    Row("/2019/03/15/byline-job-title", "authors", POSTMETA),
    Row("/2019/03/16/byline-terms", "authors", POSTMETA),
    Row("/2019/03/17/byline-sno-staff", "authors", POSTMETA),
    Row("/2019/03/18/byline-guest-name", "authors", POSTMETA),
    Row("/2019/05/17/links-inside-the-site-every-way-there-is", "links", POSTMETA),
    Row("/2021/09/01/tip-line", "set", HIDDEN),
    Row("/2021/09/02/series-the-river", "set", HIDDEN),
    Row("/2022/10/20/blocks-of-plugins", "shape text", POSTMETA),
    Row("/2022/11/27/blocks-never-closed", "shape text", TWICE),
    Row("/2024/02/11/a-vigil-on-the-ice", "authors", POSTMETA),
    Row("/2024/03/05/listen-watch-the-provosts-interview", "files shape text", PLAYER),
    Row("/2024/03/10/an-hour-that-never-was", "zone", CLOCK),
    Row("/2024/03/10/trustees-approve-4-5-tuition-increase-unavoidable-president-says", "authors", POSTMETA),
    Row("/2024/03/16/blocks-embeds", "links text", EMBEDDED),
    Row("/2024/03/18/blocks-footnotes", "links shape text", NEWER),
    Row("/2024/03/20/blocks-what-only-the-live-site-knows", "images links shape text", LIVE),
    Row("/2025/05/20/blocks-of-wordpress-6-2-to-7", "files shape text", NEWER),
    Row("/guest_author/priya-nand", "set", HIDDEN),
    Row("/ppma_boxes/ppma_boxes_boxed", "set", HIDDEN),
)
"""On all roads but the export: they have what WordPress shows, not what it stores."""

BY_ITS_LOOK = (
    Row("/2010/01/20/a-cut-in-mid-sentence", "shape text", TORN),
    Row("/2011/11/11/from-a-semester-in-another-zone", "zone", CLOCK),
    Row("/2013/09/12/captions-of-every-age", "images", SIZED),
    Row("/2013/09/12/captions-of-every-age", "links", OWN_PAGE),
    Row("/2014/10/01/pictures-in-every-state", "images", SIZED),
    Row("/2015/06/07/opinion-stop-grading-attendance", "authors", NAMED_OTHERWISE),
    Row("/2015/12/31/not-_markdown_-at-all-reallyhttp-example-com-pipe", "text", COMMENT),
    Row("/2019/02/02/byline-reporting", "authors", NAMED_OTHERWISE),
    Row("/2023/06/20/questions-for-the-mayor", "authors", NAMED_OTHERWISE),
    Row("/2024/03/15/blocks-galleries", "links", OWN_PAGE),
    Row("/2024/03/20/blocks-layout", "images", SIZED),
    Row("/2024/03/23/workers-march-for-a-contract", "images", SIZED),
    Row("/orphaned", "set", UNLISTED),
    Row("/stories/date-about", "published", UNDATED),
    Row("/stories/date-issue", "published", UNDATED),
)
"""On all roads but the export and REST, which alone has the data behind what is shown."""

PAGES = (
    Row("/2006/03/04/published-without-a-moment", "zone", CLOCK),
    Row("/2009/05/12/a-post-that-was-never-closed", "links shape text", TORN),
    Row("/2010/01/20/a-cut-in-mid-sentence", "excerpt", SUMMARY),
    Row("/2011/11/11/from-a-semester-in-another-zone", "published", CLOCK),
    Row("/2013/04/01/news-brief", "set", CASE),
    Row("/2013/06/01/508", "title", NAMELESS),
    Row("/2013/06/02/headline-without-a-story", "excerpt", SUMMARY),
    Row("/2013/07/02/qa-r-b", "title", ESCAPED),
    Row("/2013/07/03/../../etc/passwd", "set", UNCLEAN),
    Row("/2013/08/03/NUL.txt", "set", UNCLEAN),
    Row("/2014/03/04/code-in-every-dialect-that-plugins-had", "shape", CODE),
    Row("/2014/05/07/...", "set", UNCLEAN),
    Row("/2014/05/17", "set", DAY),
    Row("/2015/10/12/date-shifted", "published", CLOCK),
    Row("/2022/09/30/qa-dean-adjei-on-everything", "excerpt", SUMMARY),
    Row("/edition/vol-113-no-20", "images", SIZED),
    Row("/edition/vol-113-no-21", "images", SIZED),
)
"""Of pages in any theme."""

CLASSIC = (
    Row("/2019/02/04/byline-spanish", "terms", HIDDEN),
    Row("/2019/02/05/byline-german", "terms", HIDDEN),
    Row("/2019/02/06/byline-french", "terms", HIDDEN),
    Row("/2019/02/22/series", "terms", NOT_SHOWN),
    Row("/2024/03/10/trustees-approve-4-5-tuition-increase-unavoidable-president-says", "comments", PINGS),
)
"""Of all roads that tell terms and comments."""

ADDRESSED = (Row("/2024/03/23/workers-march-for-a-contract", "comments", NAMELESS),)
"""Of feeds and of pages in themes that show comments."""

THEMED = (
    Row("/2018/09/09/what-plugins-wrote-in-the-margins", "terms", NOT_SHOWN),
    Row("/2019/02/19/issue-volume-and-number", "terms", NOT_SHOWN),
    Row("/2019/02/20/issue-of-a-volume", "terms", NOT_SHOWN),
    Row("/edition/vol-113-no-20", "terms", NOT_SHOWN),
    Row("/edition/vol-113-no-21", "terms", NOT_SHOWN),
    Row("/stories/date-about", "terms", NOT_SHOWN),
    Row("/stories/date-issue", "terms", NOT_SHOWN),
)
"""Of pages in themes that show terms."""

LINKED = (
    Row("/2010/01/20/a-cut-in-mid-sentence", "links", TORN),
    Row("/2024/03/23/workers-march-for-a-contract", "featured", SIZED),
    Row("/2024/11/03/an-hour-that-was-twice", "published zone", CLOCK),
)
"""Of pages in Twenty Twenty-One, crawled or mirrored."""

REST = (
    Row("/2006/03/04/published-without-a-moment", "zone", CLOCK),
    Row("/2012/12/12/shortcodes-that-swallow", "excerpt", MADE),
    Row("/2014/03/04/code-in-every-dialect-that-plugins-had", "excerpt", MADE),
    Row("/2016/02/29/leftovers-of-plugins-long-gone", "text", SWALLOWED),
    Row("/2016/03/01/how-to-write-a-shortcode", "excerpt", MADE),
)

REST_ALONE = (
    Row("/staff_profile/beckett-lund", "set", NO_REST),
    Row("/staff_profile/news-desk", "set", NO_REST),
    Row("/staff_profile/news-desk/ruth-hollis", "set", NO_REST),
)
"""Where sitemaps are not asked for what REST lacks."""

FEED = (
    Row(ALL, "terms", NO_FIELD),
    Row(ALL, "featured", NO_FIELD),
    Row("/2009/05/12/a-post-that-was-never-closed", "excerpt", MADE),
    Row("/2012/12/12/shortcodes-that-swallow", "images", SWALLOWED),
    Row("/2014/03/04/code-in-every-dialect-that-plugins-had", "excerpt", MADE),
    Row("/2016/02/29/leftovers-of-plugins-long-gone", "text", SWALLOWED),
    Row("/2016/03/01/how-to-write-a-shortcode", "excerpt", MADE),
    Row("/2017/10/10/a-long-read-in-three-pages", "links shape text", FIRST_PAGE),
    Row("/2020/03/13/blocks-mixed-with-the-classic-editor", "excerpt", MADE),
    Row("/2020/03/13/blocks-mixed-with-the-classic-editor", "shape text", FIRST_PAGE),
    Row("/2024/03/05/listen-watch-the-provosts-interview", "links", PLAIN),
    Row("/2024/03/10/trustees-approve-4-5-tuition-increase-unavoidable-president-says", "comments", PINGS),
    Row("/2024/03/14/photo-gallery-the-clubs-fair", "images", SIZED),
    Row("/2024/03/14/photo-gallery-the-clubs-fair", "links shape text", PLAIN),
    Row("/2024/03/15/blocks-galleries", "images", SIZED),
    Row("/2024/03/15/blocks-galleries", "shape text", PLAIN),
    Row("/about", "set", POSTS_ONLY),
    Row("/about/staff", "set", POSTS_ONLY),
    Row("/about/staff/alumni", "set", POSTS_ONLY),
    Row("/donate", "set", POSTS_ONLY),
    Row("/edition/vol-113-no-20", "set", POSTS_ONLY),
    Row("/edition/vol-113-no-21", "set", POSTS_ONLY),
    Row("/radio", "set", POSTS_ONLY),
    Row("/radio/staff", "set", POSTS_ONLY),
    Row("/staff_profile/beckett-lund", "set", POSTS_ONLY),
    Row("/staff_profile/news-desk", "set", POSTS_ONLY),
    Row("/staff_profile/news-desk/ruth-hollis", "set", POSTS_ONLY),
    Row("/신문사-소개", "set", POSTS_ONLY),
)

TWENTYTWENTYONE = (
    Row("/2012/12/12/shortcodes-that-swallow", "images", SWALLOWED),
    Row("/2024/03/14/photo-gallery-the-clubs-fair", "images", SIZED),
    Row("/2024/03/15/blocks-galleries", "images", SIZED),
)

TWENTYTWENTYTHREE = (
    Row(ALL, "terms", TEMPLATE),
    Row(ALL, "featured", TEMPLATE),
    Row(ALL, "comments", TEMPLATE),
    Row("/2012/12/12/shortcodes-that-swallow", "images", SWALLOWED),
    Row("/2017/10/10/a-long-read-in-three-pages", "links shape text", TEMPLATE),
    Row("/2024/03/14/photo-gallery-the-clubs-fair", "images", SIZED),
    Row("/2024/03/15/blocks-galleries", "images", SIZED),
    Row("/2024/11/03/an-hour-that-was-twice", "published zone", CLOCK),
    Row("/stories/date-category", "published", UNDATED),
)

NEWSPRINT = (
    Row(ALL, "featured", NOT_SHOWN),
    Row("/2012/12/12/shortcodes-that-swallow", "images", SWALLOWED),
    Row("/2022/11/27/blocks-never-closed", "links", TWICE),
    Row("/2024/03/14/photo-gallery-the-clubs-fair", "images", SIZED),
    Row("/2024/03/15/blocks-galleries", "images", SIZED),
)

WGET = (
    Row("/staff_profile/beckett-lund", "set", UNLISTED),
    Row("/staff_profile/news-desk", "set", UNLISTED),
    Row("/staff_profile/news-desk/ruth-hollis", "set", UNLISTED),
)

TABLES: tuple[tuple[tuple[str, ...], tuple[Row, ...]], ...] = (
    (("best", "rest", "feed", "twentytwentyone", "twentytwentythree", "newsprint", "wget"), SHOWN),
    (("feed", "twentytwentyone", "twentytwentythree", "newsprint", "wget"), BY_ITS_LOOK),
    (("twentytwentyone", "twentytwentythree", "newsprint", "wget"), PAGES),
    (("best", "rest", "twentytwentyone", "newsprint", "wget"), CLASSIC),
    (("feed", "twentytwentyone", "newsprint", "wget"), ADDRESSED),
    (("twentytwentyone", "newsprint", "wget"), THEMED),
    (("twentytwentyone", "wget"), LINKED),
    (("rest", "best"), REST),
    (("rest",), REST_ALONE),
    (("feed",), FEED),
    (("twentytwentyone",), TWENTYTWENTYONE),
    (("twentytwentythree",), TWENTYTWENTYTHREE),
    (("newsprint",), NEWSPRINT),
    (("wget",), WGET),
)
"""For which roads each table holds."""


def expected_of(road: str, found: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The differences (document, aspect) that are explained; a row for all documents stands for what was `found`."""
    expected: set[tuple[str, str]] = set()
    for row in (row for roads, rows in TABLES for row in rows if road in roads):
        for aspect in row.aspects.split():
            every = {one for one in found if one[1] == aspect} if row.document == ALL else set()
            expected |= every or {(row.document, aspect)}
    return expected
