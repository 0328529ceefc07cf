"""What makes a document part of a publication, form by form, with what only looks like it."""

from __future__ import annotations

from typing import Any

import pytest

from migrator.markup.html import parse
from migrator.model import Post, Term
from migrator.normalise.labels import edtf_of, volume_and_number
from migrator.normalise.publication import publication
from migrator.normalise.publication.notes import corrections_in
from migrator.normalise.publication.opening import dateline_in
from migrator.normalise.publication.origins import Origin, origin_of
from tests.sites import canonical_post, make_site

DATES = {
    "April 2024": "2024-04",
    "Apr. 2024": "2024-04",
    "april 2024 issue": "2024-04",
    "2024 April": "2024-04",
    "Avril 2024": "2024-04",
    "März 2024": "2024-03",
    "2024": "2024",
    "2024 Archive": "2024",
    "Spring 2014": "2014-21",
    "Fall 2014": "2014-23",
    "Winter 2013": "2013-24",
    "April 10, 2024": "2024-04-10",
    "10. April 2024": "2024-04-10",
    "10 de abril de 2024": "2024-04-10",
    "2024-04-10": "2024-04-10",
    "2024-04": "2024-04",
    "2013-2014": "2013/2014",
    "2013–14 school year": "2013/2014",
    "Wednesday, April 10, 2024": "2024-04-10",
    "Mittwoch, 10. April 2024": "2024-04-10",
    "10.04.2024": "2024-04-10",
    "1er avril 2024": "2024-04-01",
    "abril de 2024": "2024-04",
    "10 апреля 2024 г.": "2024-04-10",
    "10 kwietnia 2024": "2024-04-10",
    "kwiecień 2024": "2024-04",
    "10. dubna 2024": "2024-04-10",
    "10 maj 2024": "2024-05-10",
    "2024年4月10日": "2024-04-10",
    "2024年4月號": "2024-04",
    "2024년 4월 10일": "2024-04-10",
    "circa 1998": "1998~",
    "ca. 1998": "1998~",
    "April/May 2024": "2024-04/2024-05",
    "December 2023–January 2024": "2023-12/2024-01",
    "April 1-7, 2024": "2024-04-01/2024-04-07",
    "Fall/Winter 2019": "2019",
    "Winter 2015-16": "2015/2016",
    "Winter 2015–2016 Issue": "2015/2016",
    "10/14/2016": "2016-10-14",
    "14/10/2016": "2016-10-14",
    "Winter 2019/Spring 2020": "2019/2020",
    "News": "",
    "Class of 2024": "",
    "2024 Election": "",
    "Top 2024": "",
    "May the fourth": "",
    "Apollo 2024": "",
    "1984-2024": "",
    "04/10/2024": "",
    "13/13/2016": "",
    "2/30/2016": "",
    "Spring 2015-16": "",
    "Winter 2015-18": "",
    "May/April 2024": "",
    "April 7-1, 2024": "",
    "Spring/May 2024": "",
    "News/April 2024": "",
    "31.04.2024": "",
    "Sunday best 2024": "",
    "Monday, 2024 reasons": "",
    "2024年的夏天": "",
    "2024년 봄": "",
    "about 1998 people": "",
    "1998 people": "",
    "Volume 2024": "",
    "Room 2024": "",
    "Covid-19": "",
    "24/7": "",
    "9/11": "",
    "March Madness 2024": "",
    "March for Our Lives": "",
    "Spring Break 2024": "",
    "Vision 2030": "",
    "2001: A Space Odyssey": "",
    "4/20": "",
    "32 April 2024": "",
    "1er juin": "",
    "c. 1998 edition of it": "",
    "10 апрелей 2024": "",
    "Markt 2024": "",
    "2024-13": "",
    "2023-24": "2023/2024",
    "February 30, 2024": "",
    "": "",
}

NUMBERS = {
    "Vol. 53 No. 2": ("53", "2"),
    "Volume 53, Issue 2": ("53", "2"),
    "Volume LIII": ("LIII", ""),
    "No. 20": ("", "20"),
    "Issue #7": ("", "7"),
    "Jahrgang 12, Heft 3": ("12", "3"),
    "Tome 5, numéro 2": ("5", "2"),
    "Año 5, nº 2": ("5", "2"),
    "第3卷第2期": ("3", "2"),
    "제 12호": ("", "12"),
    "№ 12": ("", "12"),
    "Vol. 3, April 2024": ("3", ""),
    "Vol. 3 of the diaries": ("", ""),
    "Volunteers": ("", ""),
    "No": ("", ""),
    "Novelty 3": ("", ""),
    "Año 2024": ("", ""),
    "Iron Man 3": ("", ""),
    "Bandung 3": ("", ""),
    "第一次世界大戰": ("", ""),
    "Class No. 5 bus": ("", ""),
    "Heft": ("", ""),
    "Number theory": ("", ""),
    "Issue 3 on the ballot": ("", ""),
    "#1": ("", ""),
}

NOTES = {
    "Correction: An earlier version misspelled a name.": "correction",
    "CORRECTION (April 3): The vote was 14-3.": "correction",
    "Clarification: The dean did not attend.": "clarification",
    "Update, 5 p.m.: The road is open.": "update",
    "UPDATED: The road is open.": "update",
    "Editor’s note: This story mentions violence.": "editor's note",
    "Editor's note: An earlier version of this story misstated the vote.": "correction",
    "*A previous version of this article said otherwise.": "correction",
    "This article has been updated with a statement.": "update",
    "Retraction — The quotation was invented.": "retraction",
    "Anmerkung der Redaktion: Der Text ist älter.": "editor's note",
    "Correction appended: The vote was 14-3.": "correction",
    "CORRECTION - The vote was 14-3.": "correction",
    "Corrección: El voto fue 14-3.": "correction",
    "Fe de erratas: El voto fue 14-3.": "correction",
    "Rectificatif : le vote était de 14 à 3.": "correction",
    "Correzione: Il voto era 14 a 3.": "correction",
    "Berichtigung: Es waren 14 Stimmen.": "correction",
    "Исправление: голосов было 14.": "correction",
    "訂正：票は十四でした。": "correction",
    "更正：票數為十四。": "correction",
    "정정: 표는 열넷이었다.": "correction",
    "Nachtrag: Die Straße ist frei.": "update",
    "Mise à jour : la route est ouverte.": "update",
    "Actualización: La calle está abierta.": "update",
    "追記：道は開いた。": "update",
    "Note de la rédaction : ce texte est ancien.": "editor's note",
    "NDLR : ce texte est ancien.": "editor's note",
    "Nota de la redacción: El texto es antiguo.": "editor's note",
    "Nota della redazione: Il testo è vecchio.": "editor's note",
    "編註：本文較舊。": "editor's note",
}

NO_NOTES = (
    "The correction of the exam took a week.",
    "Corrections officers met on Tuesday.",
    "Updates to the library’s catalogue are due.",
    "She wrote an editor’s note for the first issue, and nobody read it.",
    "An early version of the song was longer.",
    "The minutes have been corrected twice.",
    "Update your address before Friday.",
    "Corrección de exámenes en mayo.",
    "Nota que el texto es antiguo: no lo es.",
    "Note: bring a pen.",
    "The editor noted: it was late.",
    "Updating the map took a year.",
    "Correctional officers: a portrait",
    "Clarified butter: a recipe",
    "Retractable roofs: what they cost",
    "The article has many updates.",
    "A correct version of this is hard to find.",
    "The story was first told in 1902.",
    "This piece has been in the museum since 1902.",
    "N. del Rio: a life",
    "Correction fluid is sold out: buy ink.",
    "Nachtrag und Nachlese gehören zusammen.",
    "更新される地図",
    "訂正箇所は多い。",
    "정정당당하게: 우리의 승부",
    "Исправление ошибок заняло год.",
    "Precision: that is what the lathe is for.",
    "La mise à jour : un long chantier.",
    "Editorial: The vote was wrong.",
    "Corrections. The department’s name says it all.",
    "Update. That is what the phone asks for every day.",
    "The piece was revised in 1902 by its composer.",
    "This article has been retracted by the journal that printed it.",
)

DATELINES = {
    "MILLBROOK, Mass. — The trustees met.": ("MILLBROOK, Mass.", ""),
    "WASHINGTON (AP) — The president spoke.": ("WASHINGTON", "AP"),
    "(Reuters) - Shares fell.": ("", "Reuters"),
    "SAN FRANCISCO -- “We won,” she said.": ("SAN FRANCISCO", ""),
    "MILLBROOK, Ontario – The trustees met.": ("MILLBROOK, Ontario", ""),
    "MILLBROOK (AP) — The trustees met.": ("MILLBROOK", "AP"),
    "MÜNCHEN (dpa) - Der Rat tagt.": ("MÜNCHEN", "dpa"),
    "NEW DELHI — The trustees met.": ("NEW DELHI", ""),
    "The trustees — all of them — met.": ("", ""),
    "NASA said on Tuesday that it would.": ("", ""),
    "BREAKING: The road is closed.": ("", ""),
    "Millbrook — the town — is small.": ("", ""),
    "ABC — the network — closed.": ("", ""),
    "CONTENT WARNING — This story mentions violence.": ("", ""),
    "WHAT WE KNOW — The council met.": ("", ""),
    "UPDATE — The road is open.": ("", ""),
    "GRACE — The woman who opens the door is seventy.": ("", ""),
    "MILLBROOK — The trustees met.": ("", ""),
    "DEAR READERS — The paper is ours.": ("", ""),
    "SMITH, John — The accused was there.": ("", ""),
    "MOM, Dad — The letter began.": ("", ""),
    "FLOUR — Two cups of it.": ("", ""),
}

ORIGINS = {
    "This article originally appeared in The Gazette.": "The Gazette",
    "Originally published in <em>The Nation</em> on March 3, 2020.": "The Nation",
    "This story was first published by ProPublica, a newsroom in New York.": "ProPublica",
    "This story was originally published on April 3, 2024 in The Gazette.": "The Gazette",
    "Reprinted with permission from The Nation.": "The Nation",
    "This article is republished from The Conversation under a Creative Commons license.": "The Conversation",
    "Cross-posted from The Gazette.": "The Gazette",
    "Originally published at janedoe.example.": "janedoe.example",
    "Dieser Artikel erschien zuerst in der Zeit.": "Zeit",
    "Cet article a d’abord paru dans Le Devoir.": "Le Devoir",
    "Este artículo se publicó originalmente en El País.": "El País",
    "The poem was reprinted from memory.": "",
    "Reprinted in 1984, the novel is read again.": "",
    "The picture is reprinted here.": "",
    "Dieser Artikel ist der erste einer Reihe.": "",
    "Cet article a été écrit dans Paris.": "",
    "Este artículo se publicó ayer.": "",
    "Posted from the library.": "",
    "The song first appeared on an album that nobody bought, years before the band broke up.": "",
    "The house was originally built in 1890.": "",
    "Originally published in 1984, the novel is read again.": "",
    "First published in London in 1813, the novel is read again.": "",
    "First appeared in court on Monday.": "",
    "Originally published on April 3, 2024.": "",
}


@pytest.mark.parametrize(("label", "date"), DATES.items())
def test_a_label_is_a_date_or_none(label: str, date: str) -> None:
    assert edtf_of(label) == date


@pytest.mark.parametrize(("label", "numbers"), NUMBERS.items())
def test_a_label_is_a_number_or_none(label: str, numbers: tuple[str, str]) -> None:
    assert volume_and_number(label) == numbers


@pytest.mark.parametrize(("text", "kind"), NOTES.items())
def test_a_note_is_listed(text: str, kind: str) -> None:
    assert [(one.kind, one.text) for one in corrections_in(parse(f"<p>Text.</p><p><em>{text}</em></p>"))] == [
        (kind, text)
    ]


@pytest.mark.parametrize("text", NO_NOTES)
def test_a_sentence_is_no_note(text: str) -> None:
    assert corrections_in(parse(f"<p>{text}</p>")) == []


@pytest.mark.parametrize(("text", "found"), DATELINES.items())
def test_a_text_opens_with_a_dateline_or_not(text: str, found: tuple[str, str]) -> None:
    assert dateline_in(parse(f"<p>{text}</p><p>More.</p>")) == found


def test_a_site_s_own_place_opens_its_texts() -> None:
    site = make_site(title="The Millbrook Gazette")
    post = canonical_post("<p>MILLBROOK — The trustees met.</p><p>More.</p>", site)
    publication(post, site)
    assert post.publication["dateline"] == "MILLBROOK"


@pytest.mark.parametrize(("text", "where"), ORIGINS.items())
def test_where_a_text_first_stood(text: str, where: str) -> None:
    assert origin_of(parse(f"<p>Text.</p><p>More.</p><p>{text}</p>")).where == where


FIRST = {
    "Originally published on April 3, 2014.": Origin(published="2014-04-03"),
    "(First published April 2014)": Origin(published="2014-04"),
    "This story was originally published on April 3, 2014 in The Gazette.": Origin("The Gazette", "2014-04-03"),
    "This article appeared in print on April 3, 2014.": Origin(printed="2014-04-03"),
    "Published in print: April 2014": Origin(printed="2014-04"),
    "Originally published on April 3, 2014, the novel is read again.": Origin(),
    "First published in 1813.": Origin(),
    "Published on April 3, 2014.": Origin(),
    "The book first appeared in April 2014.": Origin(),
    "This article was first published by nobody.": Origin(),
    "She appeared in print on April 3, 2014.": Origin(),
}


@pytest.mark.parametrize(("text", "origin"), FIRST.items())
def test_when_a_text_first_stood(text: str, origin: Origin) -> None:
    assert origin_of(parse(f"<p>{text}</p><p>Text.</p><p>More.</p>")) == origin


def test_first_publication_print_and_publication_here_stand_apart() -> None:
    post = canonical_post("<p>Originally published on April 3, 2014.</p><p>Text.</p>", make_site())
    post.terms = [Term("issue", "may-2014", "May 2014")]
    publication(post, make_site())
    assert post.publication == {"issue": "May 2014", "print_date": "2014-05", "first_published": "2014-04-03"}


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.observer.example/story", "observer.example"),
        ("https://gazette.example.edu/other", ""),
        ("/story", ""),
        ("", ""),
    ],
)
def test_a_canonical_address_elsewhere_is_where_a_text_is_from(address: str, host: str) -> None:
    assert _published(meta={"_yoast_wpseo_canonical": address}).publication.get("syndicated_from", "") == host


def _published(*terms: Term, meta: dict[str, Any] | None = None, **facts: Any) -> Post:
    post = canonical_post("<p>Text.</p>", make_site(**facts))
    post.terms, post.meta = list(terms), meta or {}
    publication(post, make_site())
    return post


def test_categories_that_are_dates_are_an_issue() -> None:
    terms = (
        Term("category", "2024", "2024"),
        Term("category", "april-2024", "April 2024"),
        Term("category", "news", "News"),
    )
    assert _published(*terms).publication == {"issue": "April 2024", "print_date": "2024-04", "section": "News"}


def test_a_taxonomy_of_issues_is_one() -> None:
    terms = (Term("volume", "vol-113-no-20", "No. 20", parent="volume-113"), Term("category", "arts", "Arts"))
    assert _published(*terms).publication == {"issue": "No. 20", "volume": "113", "number": "20", "section": "Arts"}


def test_the_primary_category_is_the_section() -> None:
    terms = (Term("category", "news", "News", 3), Term("category", "arts", "Arts", 4))
    assert _published(*terms, meta={"_yoast_wpseo_primary_category": "4"}).publication == {"section": "Arts"}


def test_a_plugin_s_term_is_the_language() -> None:
    assert _published(Term("language", "fr", "Français")).publication == {"language": "fr"}


def test_no_section_of_nothing() -> None:
    assert _published(Term("category", "uncategorized", "Uncategorized")).publication == {}


def test_a_subtitle_stands_in_postmeta() -> None:
    assert _published(meta={"wps_subtitle": "The vote was 14&ndash;3"}).publication == {"subtitle": "The vote was 14–3"}
