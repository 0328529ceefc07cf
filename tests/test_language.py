"""In which language a text is: told where it is sure, and else not at all."""

from __future__ import annotations

import pytest

from migrator.markup.html import parse
from migrator.normalise.publication import publication
from migrator.normalise.publication.language import guess_language
from tests.sites import canonical_post, make_site

TEXTS = {
    "en": "The council met for four hours, and it was not the first time that they were late with the vote.",
    "de": "Der Rat hat vier Stunden getagt, und es ist nicht das erste Mal, dass er sich auf die Frage nicht einließ.",
    "fr": "Le conseil a siégé pendant quatre heures dans la salle, et ce n’est pas une nouvelle pour les élus qui.",
    "es": "El consejo se reunió por cuatro horas con los estudiantes, y no fue una sorpresa para las familias del.",
    "it": "Il consiglio si è riunito per quattro ore nella sala, e non è una novità per gli studenti che sono con.",
    "nl": "De raad heeft vier uur vergaderd, en het is niet de eerste keer dat zij er maar niet uit zijn met het.",
    "sv": "Rådet har sammanträtt i fyra timmar, och det är inte första gången som de inte är klara med att rösta om.",
    "pl": "Rada obradowała przez cztery godziny, ale nie jest to po raz pierwszy, że się nie udało, tak jak było.",
    "ru": "Совет заседал четыре часа, но это был не первый раз, когда они так и не решили, что было бы для всех за.",
    "cs": "Rada zasedala čtyři hodiny, ale není to poprvé, co se na tom neshodla, jak už to bylo při volbě, která.",
    "ko": "학생회는 네 시간 동안 회의를 열었고 아무도 새로운 이야기를 듣지 못했다고 참석한 학생들이 전했다.",
    "ja": "学生会は四時間にわたって会議を開いたが、そこで話されたことは誰にとっても新しくなかったという。",
    "zh": "學生會開會四個小時，與會學生表示會上所談內容並無新意，表決因此延至下週，校方對此尚未回應。",
}

UNSURE = {
    "too short": "Der Rat hat vier Stunden getagt.",
    "nothing": "",
    "names": "Jane Doe John Roe Ann Poe Kim Lee " * 12,
    "figures": "12 15 18 21 24 27 30 33 36 39 " * 8,
    "code": "for x in range(10): print(x) if x else pass " * 9,
    "two languages": f"{TEXTS['en']} {TEXTS['de']} " * 4,
    "Latin": "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor " * 6,
    "Danish or Norwegian": "Rådet møttes i fire timer og det var ikke første gang at de ikke ble enige om det " * 4,
    "a few foreign letters": f"{'News ' * 60} 학생회",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_s_language_is_told(language: str) -> None:
    assert guess_language(parse(f"<p>{TEXTS[language]}</p>" * 3)) == language


@pytest.mark.parametrize("text", UNSURE)
def test_what_is_not_sure_is_not_told(text: str) -> None:
    assert guess_language(parse(f"<p>{UNSURE[text]}</p>")) == ""


@pytest.mark.parametrize(
    ("site", "page", "told"),
    [("en-US", "", "de"), ("de", "", None), ("de-AT", "", None), ("en-US", "de-AT", "de-AT"), ("", "", "de")],
)
def test_only_another_language_than_the_site_s_is_noted(site: str, page: str, told: str | None) -> None:
    known = make_site(language=site)
    post = canonical_post(f"<p>{TEXTS['de']}</p>" * 3, known)
    post.record.language = page
    publication(post, known)
    assert post.publication.get("language") == told
