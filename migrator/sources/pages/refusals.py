"""Tell answers that are no page of the site: firewalls' pages, login walls, errors, parked domains."""

from __future__ import annotations

import re

from lxml.etree import XPath, _Element

from migrator.normalise.witnesses.elements import classes_of
from migrator.sources.capture.visit import PAGE_TYPES, Visit
from migrator.sources.pages.elements import shown_text
from migrator.sources.pages.firewalls import firewall_of

_VAGUE = frozenset(("", "text/plain", "application/octet-stream", "unknown"))
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|h1|table)[\s>]", re.IGNORECASE)
_SAMPLE = 4096
"""Bytes in which a page shows its first tags."""

_EMBED = XPath("boolean(/html/body/div[contains(concat(' ', @class, ' '), ' wp-embed ')])")
_TITLE = XPath("string(//title)")
_LOGIN = XPath(
    "boolean(//form[@id='loginform' or contains(@action, 'wp-login.php')][not(ancestor::*[@id='comments'])])"
)
_SHORT = 1500
"""Characters of text above which a page is no mere notice; of 294 real pages 6 have fewer."""

_NOTICES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (reason, re.compile(signs, re.IGNORECASE))
    for reason, signs in (
        (
            "firewall: challenge",
            r"^just a moment|^attention required|^one moment, please|^ddos protection|are you (?:a )?(?:human|robot)",
        ),
        (
            "database error",
            r"error establishing a database connection|fehler beim aufbau einer datenbankverbindung"
            r"|error al establecer una conexión con la base de datos|erreur lors de la connexion à la base de données",
        ),
        (
            "maintenance",
            r"briefly unavailable for scheduled maintenance|^maintenance(?: mode)?$|under maintenance"
            r"|wegen wartungsarbeiten|site en maintenance|en mantenimiento",
        ),
        ("coming soon", r"^(?:coming soon|under construction)\b"),
        (
            "server error",
            r"there has been a critical error on (?:this|your) website|^(?:500 )?internal server error"
            r"|^50[234] |^bad gateway|^service (?:temporarily )?unavailable|^gateway time-?out",
        ),
        ("forbidden", r"^(?:403 )?forbidden|^403\b|^access denied|^401\b|^unauthorized"),
        (
            "parked domain",
            r"(?:buy|get) this domain|domain (?:name )?is (?:for sale|parked|available)|domain (?:may be|is) for sale"
            r"|domain has expired|diese domain (?:steht|ist) .{0,20}(?:verkauf|geparkt)|parked free|sedoparking",
        ),
        ("account suspended", r"account (?:has been )?suspended|contact your hosting provider"),
        ("server's own page", r"^index of /|^apache2? .{0,20}default page|^welcome to nginx|^it works!|^test page for"),
        ("installation", r"^wordpress (?:›|&rsaquo;) (?:installation|setup|error|update)"),
        (
            "no capture in the Wayback Machine",
            r"^(?:internet archive )?wayback machine$|wayback machine (?:has not|hasn[’']t|doesn[’']t have that)"
            r"|got an http \d{3} response at crawl time",
        ),
        ("browser check", r"enable javascript and cookies to continue|checking your browser"),
    )
)
"""What short pages that are no article say, in their title or text."""

_NOT_FOUND = re.compile(
    r"^(?:oops!? ?)?(?:(?:error )?404\b|(?:that )?page (?:could |can[’']t )?(?:not )?(?:be )?found|nothing found"
    r"|not found|(?:seite|beitrag) nicht gefunden|nichts gefunden|página no encontrada|no se encontró|nie znaleziono"
    r"|page (?:introuvable|non trouvée)|pagina (?:niet|non) |página não encontrada)",
    re.IGNORECASE,
)


def is_html(visit: Visit) -> bool:
    """Whether an answer is a page at all, by its type, or by its first bytes where the type may mean anything."""
    if visit.mime in _VAGUE:
        return _MARKUP.search(visit.body, 0, _SAMPLE) is not None or not visit.body.strip()
    return visit.mime in PAGE_TYPES


def refusal_of(page: _Element, visit: Visit, *, is_item: bool) -> str:
    """Say why an answer is no page of the site; "" if it is one.

    `is_item` tells that WordPress's own marks are there, which no firewall, error or parked domain has.
    """
    is_good = 200 <= visit.status < 300
    if not visit.body.strip():
        return "empty" if is_good else f"status {visit.status}"
    if _EMBED(page):
        return "embed view"
    reason = "" if is_item else _refusal(page, visit.body)
    return reason or ("" if is_good else f"status {visit.status}")


def _refusal(page: _Element, body: bytes) -> str:
    node = page.find("body")
    classes, text = (classes_of(node), shown_text(node)) if node is not None else ([], "")
    title = " ".join(str(_TITLE(page)).split())
    if "error404" in classes or _NOT_FOUND.match(title):
        return "not found"
    if len(text) >= _SHORT:
        return ""
    if "login" in classes or _LOGIN(page):
        return "login wall"
    firewall = firewall_of(body, is_short=True)
    return f"firewall: {firewall}" if firewall else _sign(title) or _sign(text)


def _sign(text: str) -> str:
    return next((reason for reason, signs in _NOTICES if signs.search(text)), "")
