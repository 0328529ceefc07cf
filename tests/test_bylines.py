"""Printed bylines: one line at a time, then in bodies, with at least as many lines that are none."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest

from migrator.normalise.bylines.continued import added_by, byline_at
from migrator.normalise.bylines.names import is_organisation, is_person, spoken
from migrator.normalise.bylines.printed import Credit, read_byline
from migrator.normalise.bylines.titles import role_of, singular, without_class_year

LINES = {
    "By Jane Doe": "Jane Doe (writer)",
    "By Jane Hall": "Jane Hall (writer)",
    "by Jane Doe.": "Jane Doe (writer)",
    "By: Jane Doe, Staff Writer": "Jane Doe (writer) Staff Writer",
    "By Jane Doe and John Roe": "Jane Doe (writer); John Roe (writer)",
    "By Jane Doe, John Roe, and Ann Poe": "Jane Doe (writer); John Roe (writer); Ann Poe (writer)",
    "By Jane Doe & John Roe": "Jane Doe (writer); John Roe (writer)",
    "BY JANE O’NEILL AND SEAN MCDONALD": "Jane O’Neill (writer); Sean McDonald (writer)",
    "By Jane Doe, Editor-in-Chief": "Jane Doe (writer) Editor-in-Chief",
    "By Jane Doe and John Roe, Staff Writers": "Jane Doe (writer) Staff Writer; John Roe (writer) Staff Writer",
    "By Jane Doe, News Editor, and John Roe, Critic": "Jane Doe (writer) News Editor; John Roe (writer) Critic",
    "Ann Poe, Staff Photographer": "Ann Poe (photographer) Staff Photographer",
    "By Jane Doe (Contributing Writer)": "Jane Doe (writer) Contributing Writer",
    "Jane de la Cruz, arts & culture editor": "Jane de la Cruz (writer) arts & culture editor",
    "By Jane Doe, Arts and News Editor, and John Roe": "Jane Doe (writer) Arts and News Editor; John Roe (writer)",
    "Por Ana Ruiz y María de los Ángeles": "Ana Ruiz (writer); María de los Ángeles (writer)",
    "By Jane Doe for The Gazette": "Jane Doe (writer) of The Gazette",
    "By Dr. Jane van der Berg, Ph.D.": "Dr. Jane van der Berg, Ph.D. (writer)",
    "Jane Doe, Staff Writer": "Jane Doe (writer) Staff Writer",
    "Jane Doe, Technical Design Editor, Photo Editor": "Jane Doe (writer) Technical Design Editor, Photo Editor",
    "Jane Doe | Contributor": "Jane Doe (writer) Contributor",
    "Jane Doe – Staff Reporter": "Jane Doe (writer) Staff Reporter",
    "Jane Doe ’25": "Jane Doe (writer) ’25",
    "Jane Doe '25, News Editor": "Jane Doe (writer) News Editor ’25",
    "Jane Doe, News Editor • March 28, 2025": "Jane Doe (writer) News Editor",
    "Staff Writer Jane Doe": "Jane Doe (writer) Staff Writer",
    "Guest Contributor: Jane Doe": "Jane Doe (writer) Guest Contributor",
    "Story by Jane Doe / Photos by Ann Poe": "Jane Doe (writer); Ann Poe (photographer)",
    "Story by Jane Doe, photos by Ann Poe": "Jane Doe (writer); Ann Poe (photographer)",
    "Words and photos by Jane Doe": "Jane Doe (writer+photographer)",
    "Satire by Jane Doe": "Jane Doe (writer)",
    "Additional reporting by Jane Doe": "Jane Doe (contributor)",
    "Illustration by Ann Poe": "Ann Poe (illustrator)",
    "By JANE DOE Staff Writer": "Jane Doe (writer) Staff Writer",
    "JANE DOE STAFF WRITER": "Jane Doe (writer) STAFF WRITER",
    "Jane Doe/Staff Writer": "Jane Doe (writer) Staff Writer",
    "By Jane Doe/The Gazette": "Jane Doe (writer) of The Gazette",
    "By Jane Doe, Gazette Staff Writer": "Jane Doe (writer) Gazette Staff Writer",
    "By Jane Doe, Associated Press": "Jane Doe (writer) of Associated Press",
    "By Jane Doe and The Associated Press": "Jane Doe (writer); The Associated Press (writer) organisation",
    "By Jane Doe | For The Gazette": "Jane Doe (writer) of The Gazette",
    "Jane Doe, Special to The Gazette": "Jane Doe (writer) of The Gazette",
    "By Jane Doe COL ’25": "Jane Doe (writer) of COL ’25",
    "By JANE DOE ’25": "Jane Doe (writer) ’25",
    "Story by Jane Doe. Photos by Ann Poe.": "Jane Doe (writer); Ann Poe (photographer)",
    "Von Anna Müller (Text) und Bernd Schmidt (Fotos)": "Anna Müller (writer); Bernd Schmidt (photographer)",
    "By The Associated Press": "The Associated Press (writer) organisation",
    "by the Editorial Board": "Editorial Board (writer) organisation",
    "Von Jörg van der Heide": "Jörg van der Heide (writer)",
    "Text: Anna Müller, Fotos: Bernd Schmidt": "Anna Müller (writer); Bernd Schmidt (photographer)",
    "Text und Fotos: Anna Müller": "Anna Müller (writer+photographer)",
    "Op-Ed by Jane Doe": "Jane Doe (writer)",
    "Jane Doe and John Roe, Co-Editors": "Jane Doe (writer) Co-Editor; John Roe (writer) Co-Editor",
    "Written by Jane Doe, edited by John Roe": "Jane Doe (writer); John Roe (editor)",
    "By Jane Doe, with reporting by John Roe": "Jane Doe (writer); John Roe (contributor)",
    "By Jane Doe // Staff Writer": "Jane Doe (writer) Staff Writer",
    "By Jane Doe | @janedoe": "Jane Doe (writer)",
    "By Jane Doe (she/her)": "Jane Doe (writer)",
    "By Jane Doe, 11th grade": "Jane Doe (writer) 11th grade",
    "By Jane Doe STAFF": "Jane Doe (writer) STAFF",
    "Jane Doe/Gazette Staff": "Jane Doe (writer) of Gazette Staff",
    "By Jane Doe The Gazette": "Jane Doe (writer) of The Gazette",
    "By Will Roe and April Chen": "Will Roe (writer); April Chen (writer)",
    "By Linh Do": "Linh Do (writer)",
    "By Nguyễn Văn An": "Nguyễn Văn An (writer)",
    "Q&A by Jane Doe": "Jane Doe (writer)",
    "Luc Roy, journaliste": "Luc Roy (writer) journaliste",
    "Anne Roy, rédactrice en chef": "Anne Roy (writer) rédactrice en chef",
    "Ana Ruiz, Reportera": "Ana Ruiz (writer) Reportera",
    "Propos recueillis par Luc Roy": "Luc Roy (writer)",
    "Traducido por Ana Ruiz": "Ana Ruiz (translator)",
    "Testo di Ada Rossi, foto di Ugo Verdi": "Ada Rossi (writer); Ugo Verdi (photographer)",
    "Tekst og foto: Kari Berg": "Kari Berg (writer+photographer)",
    "Tekst: Jan Kos Zdjęcia: Ewa Lis": "Jan Kos (writer); Ewa Lis (photographer)",
    "Tekst: Anouk de Vries": "Anouk de Vries (writer)",
    "Иван Петров, корреспондент": "Иван Петров (writer) корреспондент",
    "Автор: Иван Петров и Анна Орлова": "Иван Петров (writer); Анна Орлова (writer)",
    "Par Amélie Côté-Tremblay": "Amélie Côté-Tremblay (writer)",
    "Un texte d’opinion par Luc Roy": "Luc Roy (writer)",
    "Por María José Núñez y Ana Ruiz": "María José Núñez (writer); Ana Ruiz (writer)",
    "By Jane Doe,": "Jane Doe (writer)",
    "By:Jane Doe": "Jane Doe (writer)",
    "By Jane Doe, John Roe and the News Staff": (
        "Jane Doe (writer); John Roe (writer); News Staff (writer) organisation"
    ),
    "By Jane Doe | The Gazette": "Jane Doe (writer) of The Gazette",
    "By Jane Doe – Gazette Staff": "Jane Doe (writer) of Gazette Staff",
    "By Jane Doe, Gazette Staff, and John Roe": "Jane Doe (writer) of Gazette Staff; John Roe (writer)",
    "By Jane Doe, Copy Chief": "Jane Doe (writer) Copy Chief",
    "By Jane Doe, Gazette Editor": "Jane Doe (writer) Gazette Editor",
    "By Jane Doe, Daily Gazette Staff Writer": "Jane Doe (writer) Daily Gazette Staff Writer",
    "By Jane Doe, Beat Reporter": "Jane Doe (writer) Beat Reporter",
    "By Jane Doe, Journalism Student, and John Roe": "Jane Doe (writer) Journalism Student; John Roe (writer)",
    "By Jane Doe, Managing Editor and Co-Founder": "Jane Doe (writer) Managing Editor, Co-Founder",
    "By JANE DOE Associated Press": "Jane Doe (writer) of Associated Press",
    "By Jane Doe (jdoe@gazette.example.edu)": "Jane Doe (writer)",
    "By Jane Doe, Staff Writer, jdoe@gazette.example.edu": "Jane Doe (writer) Staff Writer",
    "By Jane Doe | jdoe@gazette.example.edu": "Jane Doe (writer)",
    "By Jane Doe, @janedoe": "Jane Doe (writer)",
    "By JANE McDONALD": "Jane McDonald (writer)",
    "BY JANE MacDONALD and JOHN de la CRUZ": "Jane MacDonald (writer); John de la Cruz (writer)",
    "BY JOHN ROE JR.": "John Roe Jr. (writer)",
    "By Jane “JJ” Doe": "Jane “JJ” Doe (writer)",
    "By Jane (JJ) Doe, Staff Writer": "Jane (JJ) Doe (writer) Staff Writer",
    'By JANE "JJ" DOE': 'Jane "JJ" Doe (writer)',
    "By Yo-Yo Ma": "Yo-Yo Ma (writer)",
    "By Jane Doe, April 12, 2019": "Jane Doe (writer)",
    "By Jane Doe April 12, 2019": "Jane Doe (writer)",
    "Posted by Jane Doe on April 12, 2019": "Jane Doe (writer)",
    "April 12, 2019 by Jane Doe": "Jane Doe (writer)",
    "Article and photos by Jane Doe": "Jane Doe (writer+photographer)",
    "Photos and story by Jane Doe": "Jane Doe (writer+photographer)",
    "Story/photos by Jane Doe": "Jane Doe (writer+photographer)",
    "Story and graphic by Jane Doe": "Jane Doe (writer+designer)",
    "Written by Jane Doe with photography by Ann Poe": "Jane Doe (writer); Ann Poe (photographer)",
    "A poem by Jane Doe": "Jane Doe (writer)",
    "Short story by Jane Doe": "Jane Doe (writer)",
    "Escrito por Ana Ruiz": "Ana Ruiz (writer)",
    "Autora: Ana Ruiz": "Ana Ruiz (writer)",
    "Rédigé par Luc Roy": "Luc Roy (writer)",
    "Écrit par Luc Roy": "Luc Roy (writer)",
    "Scritto da Ada Rossi": "Ada Rossi (writer)",
    "Photographer: Ann Poe": "Ann Poe (photographer)",
    "Illustration: Ann Poe": "Ann Poe (illustrator)",
}

EAST_ASIAN = {
    "文／王小明": "王小明 (writer)",
    "文/陳美華 圖/李大同": "陳美華 (writer); 李大同 (photographer)",
    "撰文：林怡君、張志豪": "林怡君 (writer); 張志豪 (writer)",
    "圖文／許雅婷": "許雅婷 (writer+photographer)",
    "記者王小明／台北報導": "王小明 (writer) 記者",
    "（記者王小明台北報導）": "王小明 (writer) 記者",
    "【記者 王小明、李大華／新竹報導】": "王小明 (writer) 記者; 李大華 (writer) 記者",
    "本报记者 张伟": "张伟 (writer)",
    "作者：歐陽明": "歐陽明 (writer)",
    "作者：約翰·史密斯": "約翰·史密斯 (writer)",
    "責任編輯：陳美華": "陳美華 (editor)",
    "翻譯：張志豪": "張志豪 (translator)",
    "攝影：李大同": "李大同 (photographer)",
    "文／編輯部": "編輯部 (writer) organisation",
    "取材・文＝山田太郎": "山田太郎 (writer)",
    "取材・文：佐藤 はるか": "佐藤 はるか (writer)",
    "文／山田さくら　写真／鈴木一郎": "山田さくら (writer); 鈴木一郎 (photographer)",
    "（文・写真＝高橋花子）": "高橋花子 (writer+photographer)",
    "翻訳：ジョン・スミス": "ジョン・スミス (translator)",
    "聞き手：中村健": "中村健 (writer)",
    "글: 김하나": "김하나 (writer)",
    "글·사진 김하나": "김하나 (writer+photographer)",
    "글 김하나 기자": "김하나 (writer) 기자",
    "글=김하나, 사진=이두리": "김하나 (writer); 이두리 (photographer)",
    "김하나 기자 hana@gazette.example.edu": "김하나 (writer) 기자",
    "김하나·이두리 기자": "김하나 (writer) 기자; 이두리 (writer) 기자",
    "[김하나 학생기자]": "김하나 (writer) 학생기자",
    "사진=이두리 기자": "이두리 (photographer) 기자",
    "글쓴이: 남궁민수": "남궁민수 (writer)",
}

NO_EAST_ASIAN = (
    "文章",
    "文／",
    "文：秋天的風",
    "文：日本の",
    "作者不詳",
    "作者：佚名",
    "作者：本報",
    "作者は山田太郎だ。",
    "記者會今天舉行",
    "記者王小明在台北說",
    "報導：校慶活動",
    "圖：校園一角",
    "攝影展",
    "翻譯的藝術",
    "写真：校舎の前で",
    "写真は昨年の様子",
    "文化祭が開かれた。",
    "文学部の学生",
    "取材・文",
    "山田太郎",
    "王小明",
    "編輯部公告",
    "글 쓰기",
    "글 이야기",
    "글을 쓰는 김하나",
    "사진: 지난 축제의 모습",
    "사진 제공",
    "기자",
    "전문 기자",
    "정치부 기자",
    "기자회견이 열렸다.",
    "김하나 기자는 어제 학교를 찾았다.",
    "문의: 학생회 사무실",
    "김하나",
)

MERE_NAMES = (
    "글 김하나",
    "記者 王小明",
    "구월 기자",
    "Jane Doe",
    "Jane Doe and John Roe",
    "JANE DOE",
    "Saint Mary’s College",
    "Editorial Board",
    "Jane Doe, Senior",
    "Junior John Roe, Senior Jane Doe",
    "President Jane Doe",
    "Former President John Roe",
    "Professor Jane Doe",
    "Director: John Roe",
    "Author Jane Doe",
    "Jane Doe, Student Body President",
    "Jane Doe • October 26, 2018",
    "By Los Angeles",
    "Por Buenos Aires",
    "By San Diego and Los Angeles",
    "By Lake Michigan",
    "By Harvard Square",
    "By Main Street",
    "By Junior High",
    "By City Hall",
    "By Yellow River",
)
"""What may be a byline and may be something else."""

NO_BYLINES = (
    "By contrast, the council voted.",
    "By Monday night",
    "By Sunday, April 3",
    "By John Smith’s account, the town paid.",
    "By the People, for the People",
    "By Hand",
    "By Popular Demand",
    "Stand By Me",
    "Side by Side",
    "With Jane Doe",
    "Photo",
    "Photos from the game",
    "The Supreme Court",
    "New York City",
    "Happy New Year",
    "Read More",
    "Jane Doe, a senior, said so.",
    "Jane Doe, Staff Writer, was there.",
    "Jane Doe said: the editor knew.",
    "Text and context",
    "Story and Photos",
    "Text und Fotos im Archiv",
    "Story of a Town",
    "Von Montag bis Freitag",
    "Par exemple",
    "Por la mañana",
    "Di Maria scored twice.",
    "Editor",
    "Staff Writer",
    "Für Spezialfahrzeuge (incl. Viehtransportern)",
    "우리는 학생들이다.",
    "",
    "x" * 500,
    "Who wrote this? Jane Doe?",
    "Written by the students of the class of 2025",
    "By the numbers",
    "By New York and Boston",
    "By Any Means Necessary",
    "By Grace Alone",
    "By Summer Break",
    "By May Day",
    "By April Fools",
    "By Will Alone",
    "By Way Of An",
    "By Order Of The Board",
    "By The Gazette",
    "By Popular Vote",
    "Things To Do",
    "Will You Read",
    "May Her",
    "Written By An",
    "Editors-in-Chief",
    "Rédactrice en chef",
    "Journaliste",
    "Propos recueillis à Paris",
    "Traducido por primera vez",
    "Testo di legge",
    "Tekst og musikk",
    "Par ailleurs, rien.",
    "Por otra parte",
    "Von Haus aus",
    "Di nuovo insieme",
    "Av alla krafter",
    "Door de week",
    "Редактор",
    "Фото дня",
    "Edited by hand",
    "Photos by the dozen",
    "Grade 11",
    "11th grade",
    "@janedoe",
    "she/her",
    "Jane Doe, The Gazette",
    "Jane Doe, 11th grade",
    "Opinion | Jane Doe",
    "Satire by and for students",
    "Class of 2025",
    "Special to The Gazette",
    "By Invitation Only",
    "By Mutual Consent",
    "Von Trapp Family Singers",
    "Blade Runner (1982)",
    "Blade Runner (1982) and Top Gun (1986)",
    "John Roe (74)",
    "Editor’s Note",
    "By Jane Doe. Harvard University Press.",
    "Sincerely, Jane Doe",
    "By Homecoming Weekend",
    "By Game Time",
    "By Election Day",
    "By Graduation Day",
    "By Unanimous Vote",
    "By Proxy Vote",
    "By Grade Level",
    "By Zip Code",
    "By Party Line",
    "By Central Park",
    "By Michigan Avenue",
    "By Memorial Hall",
    "By Campus Drive",
    "By Rote Learning",
    "Story and Photos, April 12, 2019",
    "Jane Doe, April 12, 2019",
    "Photos and story ideas by the dozen",
    "A poem by night",
    "Short story by mail",
    "Escrito por la mañana",
    "Écrit par hasard",
    "Illustration: A view of the hall",
    "Write to jdoe@gazette.example.edu",
    "April 12, 2019 by noon",
    "Jane “The Rocket” Doe wins again",
)


@pytest.mark.parametrize(("line", "credited"), [*LINES.items(), *EAST_ASIAN.items()])
def test_a_byline_says_who_did_what(line: str, credited: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.strength == "strong"
    shown = []
    for credit in byline.credits:
        parts = (
            f"{credit.name} ({credit.role})",
            credit.title,
            f"of {credit.affiliation}" if credit.affiliation else "",
            f"’{credit.class_year}" if credit.class_year else "",
            "organisation" if credit.is_organisation else "",
        )
        shown.append(" ".join(filter(None, parts)))
    assert "; ".join(shown) == credited


@pytest.mark.parametrize("line", MERE_NAMES)
def test_a_mere_name_is_doubtful(line: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.strength == "weak"


@pytest.mark.parametrize("line", [*NO_BYLINES, *NO_EAST_ASIAN])
def test_other_words_are_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_what_is_printed_is_kept() -> None:
    byline = read_byline("BY JANE DOE AND JOHN ROE ’25")
    assert byline is not None
    assert [(one.as_printed, one.connector) for one in byline.credits] == [("JANE DOE", "BY"), ("JOHN ROE", "BY")]


@pytest.mark.parametrize(
    "line",
    (
        "By Jane Doe | April 12, 2019",
        "By Jane Doe, April 12, 2019",
        "By Jane Doe April 12, 2019",
        "Posted by Jane Doe on April 12, 2019",
        "Posted on April 12, 2019 by Jane Doe",
        "April 12, 2019 by Jane Doe, Staff Writer",
    ),
)
def test_a_byline_may_have_a_date(line: str) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert [one.name for one in byline.credits] == ["Jane Doe"]
    assert byline.date == "April 12, 2019"


def test_words_are_told_apart() -> None:
    assert is_person("Ludwig van Beethoven")
    assert not is_person("Beethoven")
    assert not is_person("the United States")
    assert is_organisation("The Gazette Staff")
    assert not is_organisation("the staff of a paper that nobody reads")
    assert spoken("JEAN-LUC DE LA TOUR III") == "Jean-Luc de la Tour III"
    assert role_of("Senior Arts & Culture Editor") == "editor"
    assert role_of("Editor in Chief") == "editor"
    assert singular("Editors-in-Chief") == "Editor-in-Chief"
    assert singular("Arts Editors") == "Arts Editor"
    assert singular("Staff") == "Staff"
    assert role_of("Best Friend") == ""
    assert without_class_year("Jane Doe (’25)") == ("Jane Doe", "25")
    assert without_class_year("Jane Doe, Class of 2025") == ("Jane Doe", "2025")


ROOT = Path(__file__).parent.parent


OWN = sorted(
    [
        *(ROOT / "fixtures").rglob("*.xml"),
        *(ROOT / "fixtures").rglob("*.html"),
        *(ROOT / "tests" / "cases").rglob("*.md"),
    ]
)
_LINE_END = re.compile(r"\n|<br[^>]*>|</?(?:p|div|h\d|li|td|figcaption)\b[^>]*>|CDATA\[|\]\]>")
_SENTENCE = re.compile(r"[A-Z][^<>]* [a-z][^<>]* [^<>]*[a-z][.!?]”?")


def _sentences() -> set[str]:
    """The sentences of the project's own sites and cases."""
    lines = (line for file in OWN for line in _LINE_END.split(file.read_text("utf-8", "replace")))
    plain = (unescape(re.sub(r"<[^>]*>", "", line)).strip() for line in lines)
    return {line for line in plain if _SENTENCE.fullmatch(line)}


@pytest.mark.parametrize("written", [str, lambda text: text.rstrip(".!?”"), str.upper, str.title])
def test_no_sentence_is_a_byline(written: Callable[[str], str]) -> None:
    """A law, however a sentence is written; that someone helped is told in one."""
    sentences = {text for text in _sentences() if not text.startswith(("Additional reporting by", "Contributed by"))}
    assert len(sentences) > 400
    taken = [text for text in sentences if (byline := read_byline(written(text))) and byline.strength == "strong"]
    assert taken == []


PAGES = Path(os.environ.get("MIGRATOR_CORPUS", Path(__file__).parents[2] / "shared" / "corpus")) / "pages"


@pytest.mark.skipif(not PAGES.is_dir(), reason="needs a collection of saved pages")
def test_no_line_of_a_real_article_is_a_byline() -> None:
    pages = json.loads((PAGES / "INDEX.json").read_text("utf-8"))
    lines = {line for page in pages for part in ("with", "text") for line in _texts(page["truth"].get(part))}
    assert len(lines) > 500
    taken = [line for line in lines if (byline := read_byline(line)) and byline.strength == "strong"]
    assert taken == []


@pytest.mark.skipif(not PAGES.is_dir(), reason="needs a collection of saved pages")
def test_no_two_lines_of_a_real_article_are_a_byline() -> None:
    pages = json.loads((PAGES / "INDEX.json").read_text("utf-8"))
    pairs = [pair for page in pages for pair in pairwise(_texts(page["truth"].get("text")))]
    assert len(pairs) > 100
    assert [pair for pair in pairs if (begun := byline_at(pair, 0)) is not None and begun[1] > 1] == []
    assert [pair for pair in pairs if added_by(pair[1], Credit("Jane Doe", "Jane Doe", "By"))] == []


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [text for line in value.split("\n") if (text := line.strip())]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in _texts(one)]
