"""Forms that ask for an e-mail address, and the asking for money beside them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml.etree import _Element

from migrator.clean.lines import line_of, little_prose, prose_in, shorter_than
from migrator.clean.rule import Rule, drop, drop_beside
from migrator.clean.rules.texts import NEWSLETTER_NOTICES, NEWSLETTER_WORDS
from migrator.clean.wording import quoted
from migrator.site import Site

LARGEST_FORM = 1500
"""Characters outside links in the largest form: on 294 saved pages 599."""

SHORT = 300
"""Characters of prose in a theme's form: on 294 saved pages 196, a consent."""

SYSTEMS: Mapping[str, str] = {
    "mailchimp": "#mc_embed_signup .mc4wp-form .mc4wp-checkbox .mc4wp-form-* form@list-manage.com",
    "jetpack": """
        .jetpack_subscription_widget .widget_blog_subscription #subscribe-blog* .wp-block-jetpack-subscriptions
        .wp-block-jetpack-subscriptions__container
    """,
    "newsletter": ".tnp .tnp-subscription .tnp-widget",
    "mailpoet": ".mailpoet_form .mailpoet_form_popup",
    "mailmunch": ".mailmunch-forms-widget",
    "optin-monster": ".optin-monster .om-holder",
    "mailerlite": ".ml-form-embed",
    "convertkit": ".convertkit-form .formkit-form",
    "bloom": ".et_bloom .et_bloom_inline_form .et_pb_newsletter",
    "hustle": ".hustle-ui",
    "sumo": ".sumome",
    "thrive": ".tve-leads-conversion-object",
    "newspack": """
        .newspack-newsletters-subscribe .newspack-popup-container .newspack-inline-popup .newspack-popup
        .wp-block-newspack-newsletters-subscribe
    """,
    "sailthru": ".sailthru-signup-widget",
    "brevo": ".sib_signup_form .sendinblue",
    "feedburner": "form@feedburner.google.com",
}
"""Keys of the forms by who makes them."""

_DONATIONS = """
    .newspack-donate .wp-block-newspack-blocks-donate .wp-block-jetpack-donations .wp-block-jetpack-recurring-payments
    .give-form .patreon-widget .sno-donate
"""
_PAYWALLS = """
    .leaky_paywall_message .pmpro_content_message .steady-paywall #steady_paywall .wp-block-jetpack-paywall
"""
_RECIPE_JUMPS = ".wprm-recipe-jump .wprm-recipe-print .tasty-recipes-quick-links .mv-create-jtr .wprm-recipe-snippet"


def is_short_form(element: _Element, _site: Site) -> bool:
    """Whether an element with a word of themes for its class has a field to fill in and little prose."""
    return next(element.iter("input"), None) is not None and prose_in(element) <= SHORT


is_form = little_prose(LARGEST_FORM)

RULES: tuple[Rule, ...] = (
    *(drop(f"newsletter.{name}", *keys.split(), when=is_form) for name, keys in SYSTEMS.items()),
    drop("newsletter.mailchimp", "[mc4wp_form]", "[mc4wp-form]", "wp:mc4wp/form"),
    drop("newsletter.jetpack", "[jetpack_subscription_form]", "[blog_subscription_form]"),
    drop("newsletter.newsletter", "[newsletter_form]", "[newsletter]"),
    drop("newsletter.mailpoet", "[mailpoet_form]", "wp:mailpoet/subscription-form"),
    drop("newsletter.bloom", "[et_bloom_inline]"),
    drop("newsletter.newspack", "wp:newspack-newsletters/subscribe", "wp:newspack-popups/single-prompt"),
    drop(
        "newsletter.theme", ".newsletter-signup", ".newsletter-form", ".email-signup", ".gofollow", when=is_short_form
    ),
    drop("newsletter.label", *quoted(NEWSLETTER_NOTICES), taking=line_of),
    drop_beside("newsletter.word", *quoted(NEWSLETTER_WORDS), taking=line_of),
    drop("promo.donation", *_DONATIONS.split(), when=is_form),
    drop("promo.donation", "[give_form]", "[simpay]", "[paypal_donation_button]", "[wpedon]"),
    drop("promo.paywall", *_PAYWALLS.split(), when=is_form),
    drop("promo.recipe-jump", *_RECIPE_JUMPS.split(), when=shorter_than(SHORT)),
    drop("promo.recipe-jump", '"Jump to Recipe"', '"Jump to Video"', taking=line_of),
)
