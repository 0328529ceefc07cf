"""Forms for comments and what they say. The comments themselves are records of their own, not part of a body."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element

from migrator.clean.lines import is_heading, label_of, line_of, little_prose
from migrator.clean.rule import Rule, drop, drop_beside
from migrator.clean.rules.texts import AKISMET, CANCEL_REPLY, COMMENT_LABELS, COMMENT_NOTICES, COMMENT_WORDS
from migrator.clean.rules.translations_comments import EMAIL_STAYS_PRIVATE
from migrator.clean.wording import quoted
from migrator.markup.text import folded_text
from migrator.site import Site

LARGEST_FORM = 1500
"""Characters outside links in the largest form: on 294 saved pages 512, with all ways to log in."""

_LONGEST_TITLE = 80
_EMAIL = "Your email address will not be published."

SYSTEMS: Mapping[str, str] = {
    "form": """
        #respond .comment-respond #commentform form.comment-form form[action$="wp-comments-post.php"]
        .comment-form-cookies-consent p.comment-notes #cancel-comment-reply-link .must-log-in .logged-in-as
        .form-allowed-tags .subscribe-to-comments .comment-subscription-form
    """,
    "wordpress-com": """
        #comment-form-nascar .comment-form-service #comment-form-share-text-padder .verbum-comment-form
        #comment-form__verbum iframe#jetpack_remote_comment iframe.jetpack_remote_comment
        iframe@jetpack.wordpress.com/jetpack-comment
    """,
    "akismet": ".akismet_comment_form_privacy_notice",
    "disqus": "#disqus_thread .dsq-brlink #dsq-content",
    "wpdiscuz": "#wpd-post-rating .wpdiscuz-form-container .wpd-form .wpdiscuz_top_clearing",
    "facebook": ".fb-comments .facebook-comments #fbcomments",
    "service": """
        #coral_thread #idc-container .IDCommentsHead .vf-comments #livefyre-comments #commento
    """,
}


def is_form(element: _Element, site: Site) -> bool:
    """Whether an element can be a form: it is no heading with such an anchor, and small enough."""
    return not is_heading(element) and _is_small(element, site)


def title_of(element: _Element, site: Site) -> _Element | None:
    """The title of a form, "Leave a Reply Cancel reply", with or without a link around its second half."""
    title = element if is_heading(element) or element.tag in ("p", "div", "span") else None
    text = "" if title is None else folded_text(title)
    if len(text) > _LONGEST_TITLE or not any(text.endswith(cancel) for cancel in CANCEL_REPLY):
        return None
    return line_of(element, site)


def _with_required_fields() -> tuple[str, ...]:
    """The notice on e-mail addresses with the one on required fields behind it, and with a star in an element."""
    return quoted(form for text in (_EMAIL, *EMAIL_STAYS_PRIVATE) for form in (f"{text} {{}}", f"{text} <"))


_is_small = little_prose(LARGEST_FORM)

RULES: tuple[Rule, ...] = (
    *(drop(f"comments.{name}", *keys.split(), when=is_form) for name, keys in SYSTEMS.items()),
    drop("comments.akismet", *quoted(AKISMET, (f"{text.partition('. ')[0]}. <" for text in AKISMET)), taking=line_of),
    drop("comments.notice", *quoted(COMMENT_NOTICES), *_with_required_fields(), taking=line_of),
    drop("comments.label", *quoted(COMMENT_LABELS), taking=label_of),
    drop(
        "comments.label",
        *quoted(form for label in COMMENT_LABELS for form in (f"{label} {{}}", f"{label} <")),
        taking=title_of,
    ),
    drop_beside("comments.label", *quoted(COMMENT_LABELS), taking=line_of),
    drop("comments.disqus", '"Please enable JavaScript to view the <"', taking=line_of),
    drop_beside("comments.word", *quoted(COMMENT_WORDS), taking=line_of),
)
