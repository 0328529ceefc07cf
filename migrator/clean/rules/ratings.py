"""Stars to rate a post with, polls, and counters of views."""

from __future__ import annotations

from lxml.etree import Element, SubElement, _Element

from migrator.clean import figures
from migrator.clean.lines import line_of, little_prose
from migrator.clean.rule import Rule, drop, rewrite
from migrator.clean.rules.texts import RATING_NOTICES
from migrator.clean.wording import quoted
from migrator.markup.text import folded_text
from migrator.site import Site

LARGEST_RATING = 300
"""Characters outside links in the largest rating: on 294 saved pages 31; Rate my Post asks two questions more."""

_LONGEST_COUNT = 60

_STARS = """
    .post-ratings .post-ratings-loading .kk-star-ratings .kksr-* .gdrts-rating-block .rmp-widgets-container
    .yasr-vv-stars-title-container .yasr-visitor-votes .pd-rating .wp-postratings
"""
_STARS_OF_SHORTCODES = "[kkstarratings] [kkratings] [yasr_visitor_votes] [ratemypost] [gdrts_stars_rating_auto]"
_POLLS = ".wp-polls .yop_poll_vote_form .forminator-poll .totalpoll-wrapper .crowdsignal-poll-wrapper"
_COUNTERS = """
    .post-views .post-views-count .td-post-views .td-nr-views .tptn_counter .entry-views .rt-reading-time
    .span-reading-time .bsf-rt-reading-time .wp-block-post-time-to-read .reading-time
"""
_COUNTS = ("Post Views: {n}", "Total Views: {n}", "Reading Time: {} minutes", "Estimated reading time: {} minutes")


def poll(element: _Element, _site: Site) -> _Element | None:
    """A poll's question, its answers as a list, its links; the buttons to vote with go."""
    answers = [label for label in element.iter("label", "li") if folded_text(label) and label.find(".//li") is None]
    answers = [one for one in answers if not any(above in answers for above in one.iterancestors())]
    question = _question(element, answers)
    if not question and not answers:
        return None
    made = Element("div")
    if question:
        SubElement(SubElement(made, "p"), "strong").text = question
    links = [link for link in element.iter("a") if link.get("href", "").startswith(("http", "/")) and folded_text(link)]
    listed = [figures.filled(Element("li"), folded_text(one)) for one in answers]
    if listed:
        SubElement(made, "ul").extend(listed)
    made.extend(figures.paragraph(figures.link(link.get("href", ""), folded_text(link))) for link in links)
    return made


def _question(element: _Element, answers: list[_Element]) -> str:
    """The first words before the answers."""
    for node in element.iter("p", "strong", "legend", "h2", "h3", "h4", "div", "label", "li"):
        if node in answers:
            return ""
        if folded_text(node) and node.find(".//label") is None and node.find(".//li") is None:
            return folded_text(node)
    return ""


def is_count(element: _Element, _site: Site) -> bool:
    """Whether an element says a number and few words."""
    text = folded_text(element)
    return len(text) <= _LONGEST_COUNT and any(letter.isdigit() for letter in text)


RULES: tuple[Rule, ...] = (
    drop("rating.stars", *_STARS.split(), when=little_prose(LARGEST_RATING)),
    drop("rating.stars", *_STARS_OF_SHORTCODES.split()),
    drop("rating.label", *quoted(RATING_NOTICES), taking=line_of),
    drop("poll.loading", ".wp-polls-loading"),
    rewrite("poll.form", *_POLLS.split(), using=poll),
    drop("counter.views", *_COUNTERS.split(), when=is_count),
    drop("counter.views", "[rt_reading_time]", "[tptn_views]"),
    drop("counter.label", *quoted(_COUNTS), taking=line_of),
)
