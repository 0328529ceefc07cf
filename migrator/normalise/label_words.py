"""The words that dates and issues are labelled with, in the languages of student papers and WordPress news sites."""

from __future__ import annotations

from collections.abc import Mapping

_MONTHS = (
    "january jan januar janvier enero janeiro gennaio januari styczeń stycznia январь января gener leden ledna",
    "february feb februar février fevrier febrero fevereiro febbraio februari luty lutego февраль февраля únor února",
    "march mar märz maerz mars marzo março maart marts marzec marca март марта březen března",
    "april apr avril abril aprile kwiecień kwietnia апрель апреля duben dubna",
    "may mai mayo maio maggio mei maj maja май мая květen května",
    "june jun juni juin junio junho giugno czerwiec czerwca июнь июня červen června",
    "july jul juli juillet julio julho luglio lipiec lipca июль июля červenec července",
    "august aug août aout agosto augustus augusti sierpień sierpnia август августа srpen srpna",
    "september sep sept septembre septiembre setiembre setembro settembre wrzesień września сентябрь сентября září",
    "october oct oktober okt octobre octubre outubro ottobre październik października октябрь октября říjen října",
    "november nov novembre noviembre novembro listopad listopada ноябрь ноября",
    "december dec dezember dez décembre decembre diciembre dezembro dicembre grudzień grudnia декабрь декабря prosinec"
    " prosince",
)
MONTHS: Mapping[str, int] = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""Months by their names; "listopad" is November in Polish and October in Czech, of which Polish is seen more."""

SEASONS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "spring frühling frühjahr printemps primavera lente wiosna весна vår forår jaro",
            "summer sommer été verano verão estate zomer lato лето sommar léto",
            "fall autumn herbst automne otoño outono autunno herfst jesień осень höst efterår podzim",
            "winter hiver invierno inverno zima зима vinter",
        ),
        21,
    )
    for name in names.split()
}
"""Seasons by their numbers in EDTF (level 1, 21 to 24)."""

WEEKDAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
    "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    "|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    "|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag"
)
VOLUME_WORDS = r"vol(?:ume|umen|\.)?|jahrgang|jg\.|tome|tomo|band|bd\.|том"
VOLUME_YEARS = "año|ano|année|årgang|årgång|rocznik"
"""Words for a volume that mean a mere year as well, before one of four figures."""

PUBLISHED_WORDS = (
    "published|posted|veröffentlicht|erstellt|publiée?|publicad[oa]|pubblicat[oa]|geplaatst|gepubliceerd|opublikowan[oa]"
    "|publicera[dt]|publiceret|publisert|publikováno|zveřejněno|опубликовано"
)
"""Words before the date on which a text was published."""

BEFORE_DAYS = "on|am|le|el|il|op|em|den|dne|dnia"
"""What stands between such a word and a date."""

NUMBER_WORDS = (
    r"no|nr|num|number|issue|edition|iss|ausgabe|heft|folge|numéro|número|numero|núm|n[º°]|nº|édition|edición|edição"
    r"|nummer|numer|выпуск|№"
)
