"""What stands around an article in a page's text, as tables: sections, words before labels and dates, comments."""

from __future__ import annotations

from migrator.normalise.label_words import BEFORE_DAYS, PUBLISHED_WORDS

SECTIONS = frozenset(
    "news|sports|sport|opinion|opinions|features|feature|arts|art|culture|life|lifestyle|lifestyles|entertainment|science"
    "|technology|tech|health|politics|business|local|national|international|world|campus|community|editorial|editorials"
    "|letters|columns|reviews|music|film|movies|books|theater|theatre|food|travel|multimedia|video|videos|photos|gallery"
    "|podcast|podcasts|satire|humor|comics|games|archive|archives|featured|uncategorized|perspectives|perspective|profiles"
    "|interviews|commentary|environment|education|fashion|style|style & fashion|student life|campus life|campus news"
    "|arts & entertainment|arts and entertainment|arts & culture|arts and culture|a&e|arts & life|arts and life"
    "|letters to the editor|top stories|breaking news|front page|science & technology|health & wellness|op-ed|op-eds"
    "|nachrichten|aktuelles|aktuell|kultur|meinung|politik|wirtschaft|wissenschaft|leben|allgemein|gesellschaft"
    "|hochschulpolitik|campusleben|feuilleton|unkategorisiert|actualités|actualité|société|sports et loisirs|économie"
    "|tribune|sciences|noticias|deportes|opinión|cultura|sociedad|economía|ciencia|entrevistas|notizie|cronaca|politica"
    "|società|scienza|nieuws|cultuur|meningen|wetenschap|notícias|esportes|opinião|nyheter|kultura|wiadomości|новости|культура".split(
        "|"
    )
)
"""Names that sections of papers have, in small letters."""

BEFORE_LABELS = {
    **dict.fromkeys(
        "category|categories|filed under|filed in|posted in|section|sections|kategorie|kategorien|rubrik|catégorie"
        "|catégories|classé dans|categoría|categorías|categoria|categorie|categorieën|rubrique".split("|"),
        "category",
    ),
    **dict.fromkeys(
        "tag|tags|tagged|tagged with|schlagwort|schlagwörter|mots-clés|étiquettes|etiquetas|mot-clé".split("|"),
        "post_tag",
    ),
}
"""Words with a colon behind them that say of which taxonomy the labels on a line are."""

SMALL = frozenset(
    "& + and of the for in on to at a an und der die das et de la le les des du y en e di del van het".split()
)
"""Words of a label that begin with a small letter."""

ONE_WORD = (
    "YouTube|iPhone|iPad|iOS|eSports|ESports|TikTok|LinkedIn|WordPress|JavaScript|GitHub|PhDs?|BuzzFeed|HuffPost|PayPal"
    "|FaceTime|PlayStation|SoundCloud|StoryCorps|DeFi|VoIP|eBay|McDonald|MacBook"
)
"""Words with a capital in the middle."""

BEFORE_DATES = rf"(?:(?:first |originally )?(?:{PUBLISHED_WORDS}|date)|datum|fecha|data)(?: (?:{BEFORE_DAYS}))?"
BEFORE_CHANGES = (
    r"(?:(?:last )?(?:updated|modified)|aktualisiert|zuletzt geändert|mis à jour|modifié|actualizado)"
    r"(?: on| am| le| el)?"
)
DAYS = (
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi"
    r"|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
)

COMMENTS = (
    r"(?:\d{1,5}|one|two|three|four|five) (?:comments?|responses?|repl(?:y|ies)|thoughts?|kommentare?|antworten"
    r"|commentaires?|réponses?|comentarios?|respuestas?|commenti|reacties)\b(?: (?:on|to|zu|sur|en|su|op) .*)?"
    r"|(?:comments|kommentare|commentaires|comentarios)(?: \(\d{1,5}\))?:?"
)
"""The line above comments: "3 thoughts on “Title”", "Comments (2)"."""

SAYS = r"(?: says| said| wrote| sagt| a dit| dice| zegt)?\s*:?"
REPLIES = frozenset(
    "reply|reply ↓|antworten|répondre|responder|rispondi|beantwoorden|like|report|log in to reply".split("|")
)
"""What stands below each comment, in small letters."""

BY = r"(?:by|von|par|por|di|door|av|af|przez)"
"""Words before the name of an author, behind a date."""
