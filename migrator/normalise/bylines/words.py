"""The words that bylines are made of, as tables: before names, between names, titles, organisations.

Languages are those of which real student papers and WordPress news sites were seen with bylines in the text.
"""

from __future__ import annotations

from collections.abc import Mapping

PARTICLES = frozenset(
    "de da di del della dello dei los las der den des van von vom zu zum zur la le el al bin ibn bint dos das do"
    " du y e ter ten af av of ap af st san".split()
)
"""Words of a name that may begin with a small letter."""

SUFFIXES = frozenset("jr jr. sr sr. ii iii iv ph.d. phd ph.d m.d. md m.d esq esq. ma mba dds rn".split())

HONORIFICS = frozenset("dr dr. prof prof. rev rev. fr fr. sr. mr mr. mrs mrs. ms ms. sir dame rabbi pastor".split())

NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december spring summer fall autumn winter today tomorrow yesterday tonight morning"
    " afternoon evening night noon midnight"
    " the a an and or but nor if then than that this these those his her its their our my your who what when where why"
    " how"
    " is are was were be been has have had will would can could should may might must do does did not no yes"
    " in on at to from with without by for as into over under about after before during since until while because"
    " contrast comparison design definition nature virtue way means law far then now popular request default chance"
    " accident hand foot car train bus bike air land sea mail email phone itself himself herself themselves all some"
    " most many few each every both either neither other another such same more less"
    " read click share follow like related previous next page chapter part section vol volume issue number no"
    " merry happy new year years christmas easter halloween thanksgiving holidays congratulations welcome thank thanks"
    " breaking live update updates exclusive video photo photos gallery opinion review news sports arts features"
    " editorial column letter letters"
    " weekend avenue boulevard level vote zip homecoming election graduation unanimous proxy majority grade age central"
    " campus memorial game time party rote halftime kickoff midterms finals semester"
    " alone only consent right invitation order family note award spotlight profile dear sincerely starring".split()
)
"""Words that are no part of a person's name; they begin sentences and headings in capitals."""

GIVEN = frozenset("will april may june august summer autumn".split())
FAMILIES = frozenset("an do so will may read her".split())
"""Words that are names as well: first ones before, and last ones behind another word that is none of the above."""

AFTER_MONTHS = frozenset(
    "day days break fools showers vacation graduation commencement recess semester term session sessions deadline camp"
    " school classes reading flowers weather festival market concert".split()
)
"""What stands behind a month or season that is no one's first name: "By Summer Break"."""

TECHNICAL = frozenset(
    "admin administrator webmaster web editor editors staff wpadmin root online newsroom user guest wordpress author"
    " redaktion redaction redacción".split()
)
"""Names of accounts that are a tool, or everybody's, and that nobody signs with."""

CONNECTORS: Mapping[str, str] = {
    "by": "writer",
    "story by": "writer",
    "article by": "writer",
    "text by": "writer",
    "words by": "writer",
    "written by": "writer",
    "reported by": "writer",
    "reporting by": "writer",
    "report by": "writer",
    "review by": "writer",
    "reviewed by": "writer",
    "interview by": "writer",
    "interviewed by": "writer",
    "essay by": "writer",
    "poem by": "writer",
    "poetry by": "writer",
    "fiction by": "writer",
    "opinion by": "writer",
    "column by": "writer",
    "commentary by": "writer",
    "satire by": "writer",
    "op-ed by": "writer",
    "guest column by": "writer",
    "guest essay by": "writer",
    "guest opinion by": "writer",
    "guest post by": "writer",
    "an essay by": "writer",
    "a review by": "writer",
    "analysis by": "writer",
    "feature by": "writer",
    "editorial by": "writer",
    "letter by": "writer",
    "letter to the editor by": "writer",
    "q&a by": "writer",
    "poems by": "writer",
    "stories by": "writer",
    "reviews by": "writer",
    "recipe by": "writer",
    "photo essay by": "photographer",
    "photo gallery by": "photographer",
    "post by": "writer",
    "posted by": "writer",
    "blog by": "writer",
    "a poem by": "writer",
    "a short story by": "writer",
    "short story by": "writer",
    "author": "writer",
    "authors": "writer",
    "story and photos by": "writer+photographer",
    "story and photo by": "writer+photographer",
    "text and photos by": "writer+photographer",
    "words and photos by": "writer+photographer",
    "story & photos by": "writer+photographer",
    "words & photos by": "writer+photographer",
    "written and photographed by": "writer+photographer",
    "written and illustrated by": "writer+illustrator",
    "story and illustration by": "writer+illustrator",
    "story and illustrations by": "writer+illustrator",
    "article and photos by": "writer+photographer",
    "article & photos by": "writer+photographer",
    "story/photos by": "writer+photographer",
    "photos and story by": "writer+photographer",
    "photos and text by": "writer+photographer",
    "photos and words by": "writer+photographer",
    "photos & story by": "writer+photographer",
    "photos & words by": "writer+photographer",
    "story and art by": "writer+illustrator",
    "story and graphic by": "writer+designer",
    "story and graphics by": "writer+designer",
    "story and video by": "writer+videographer",
    "photo by": "photographer",
    "photos by": "photographer",
    "photography by": "photographer",
    "photographs by": "photographer",
    "photographed by": "photographer",
    "pictures by": "photographer",
    "images by": "photographer",
    "video by": "videographer",
    "videos by": "videographer",
    "film by": "videographer",
    "filmed by": "videographer",
    "photographer": "photographer",
    "illustration": "illustrator",
    "illustrator": "illustrator",
    "illustration by": "illustrator",
    "illustrations by": "illustrator",
    "illustrated by": "illustrator",
    "art by": "illustrator",
    "artwork by": "illustrator",
    "cartoon by": "illustrator",
    "comic by": "illustrator",
    "drawing by": "illustrator",
    "drawings by": "illustrator",
    "graphic by": "designer",
    "graphics by": "designer",
    "design by": "designer",
    "designed by": "designer",
    "layout by": "designer",
    "infographic by": "designer",
    "compiled by": "compiler",
    "edited by": "editor",
    "translated by": "translator",
    "translation by": "translator",
    "produced by": "producer",
    "narrated by": "narrator",
    "fact-checked by": "fact checker",
    "fact checked by": "fact checker",
    "additional reporting by": "contributor",
    "additional reporting from": "contributor",
    "contributions by": "contributor",
    "contributed by": "contributor",
    "with reporting by": "contributor",
    "with contributions from": "contributor",
    # German, Dutch, French, Spanish, Portuguese, Italian, Swedish, Danish, Norwegian, Polish
    "von": "writer",
    "text von": "writer",
    "text": "writer",
    "texte": "writer",
    "ein beitrag von": "writer",
    "ein kommentar von": "writer",
    "ein gastbeitrag von": "writer",
    "kommentar von": "writer",
    "gastbeitrag von": "writer",
    "autor": "writer",
    "autorin": "writer",
    "fotos von": "photographer",
    "foto von": "photographer",
    "bilder von": "photographer",
    "foto": "photographer",
    "fotos": "photographer",
    "door": "writer",
    "tekst": "writer",
    "par": "writer",
    "un texte de": "writer",
    "un texte d'opinion par": "writer",
    "un texte d'opinion de": "writer",
    "un essai de": "writer",
    "photos de": "photographer",
    "photographie de": "photographer",
    "photo": "photographer",
    "photos": "photographer",
    "words": "writer",
    "story": "writer",
    "écrit par": "writer",
    "rédigé par": "writer",
    "por": "writer",
    "escrito por": "writer",
    "autora": "writer",
    "texto de": "writer",
    "texto": "writer",
    "fotos de": "photographer",
    "foto de": "photographer",
    "di": "writer",
    "testo di": "writer",
    "scritto da": "writer",
    "foto di": "photographer",
    "av": "writer",
    "af": "writer",
    "przez": "writer",
    "text und fotos": "writer+photographer",
    "text und fotos von": "writer+photographer",
    "text and photos": "writer+photographer",
    "words and photos": "writer+photographer",
    "story and photos": "writer+photographer",
    "texte et photos": "writer+photographer",
    "texto y fotos": "writer+photographer",
    "tekst og foto": "writer+photographer",
    "tekst og bilder": "writer+photographer",
    "tekst i zdjęcia": "writer+photographer",
    "text och foto": "writer+photographer",
    "texto e fotos": "writer+photographer",
    "texto e foto": "writer+photographer",
    "testo e foto": "writer+photographer",
    "textes et photos": "writer+photographer",
    "текст и фото": "writer+photographer",
    "propos recueillis par": "writer",
    "entretien réalisé par": "writer",
    "un reportage de": "writer",
    "reportaje de": "writer",
    "reportagem de": "writer",
    "entrevista de": "writer",
    "tekst av": "writer",
    "tekst af": "writer",
    "skrevet av": "writer",
    "skrevet af": "writer",
    "skriven av": "writer",
    "geschreven door": "writer",
    "geschrieben von": "writer",
    "redacción": "writer",
    "rédaction": "writer",
    "zdjęcia": "photographer",
    "foto av": "photographer",
    "foto af": "photographer",
    "foto door": "photographer",
    "übersetzt von": "translator",
    "aus dem englischen von": "translator",
    "traduit par": "translator",
    "traduit de l'anglais par": "translator",
    "traducido por": "translator",
    "traducción de": "translator",
    "traduzione di": "translator",
    "tradução de": "translator",
    "vertaald door": "translator",
    "illustration von": "illustrator",
    "illustrationen von": "illustrator",
    "illustration de": "illustrator",
    "illustrations de": "illustrator",
    "ilustración de": "illustrator",
    "illustrazione di": "illustrator",
    "автор": "writer",
    "текст": "writer",
    "фото": "photographer",
}
"""What stands before names (in small letters, a colon left out) → what those named did."""

NEEDS_COLON = frozenset(
    "text texte autor autora autorin author authors foto fotos photo photos words story tekst texto redacción rédaction"
    " photographer illustration illustrator zdjęcia автор текст фото".split()
) | {row for row in CONNECTORS if CONNECTORS[row] == "writer+photographer" and not row.endswith((" by", " von"))}
"""Connectors that are words of ordinary speech: they only count before a colon."""

JOINS = tuple("and & und et y och og en и with +".split())
"""Words between the last two names."""

SIGNING: Mapping[str, str] = {
    **dict.fromkeys(
        "writer writers reporter reporters correspondent correspondents columnist columnists staffer staffers"
        " reporterin korrespondent korrespondentin volontär volontärin mitarbeiter mitarbeiterin kolumnist kolumnistin"
        " journaliste chroniqueur chroniqueuse correspondant correspondante reportero reportera columnista corresponsal"
        " repórter redator redatora colunista verslaggever skribent dziennikarz dziennikarka корреспондент"
        " корреспондентка журналист журналистка обозреватель".split(),
        "writer",
    ),
    **dict.fromkeys(
        "editor editors editor-in-chief editors-in-chief co-editor co-editors co-editor-in-chief co-editors-in-chief"
        " editor-at-large editors-at-large redakteur redakteurin chefredakteur chefredakteurin rédacteur rédactrice"
        " redactor redactora redattore redattrice redacteur redactrice redaktør redaktör redaktor redaktorka editora"
        " редактор".split(),
        "editor",
    ),
    **dict.fromkeys(
        "contributor contributors collaborator collaborators contributrice collaborateur".split(), "contributor"
    ),
    **dict.fromkeys(
        "photographer photographers photojournalist photojournalists fotograf fotografin photographe".split(),
        "photographer",
    ),
    **dict.fromkeys("videographer videographers".split(), "videographer"),
    **dict.fromkeys("illustrator illustrators cartoonist cartoonists".split(), "illustrator"),
}
"""Last words of titles that those have who make a paper → what they do for it."""

TITLE_HEADS: Mapping[str, str] = {
    **SIGNING,
    **dict.fromkeys(
        "critic critics reviewer reviewers blogger bloggers journalist journalists essayist author authors poet"
        " intern interns manager managers director directors adviser advisers advisor advisors publisher publishers"
        " president alumnus alumna alumni alum freshman sophomore junior senior professor teacher staff fellow"
        " chair".split(),
        "writer",
    ),
    **dict.fromkeys("artist artists".split(), "illustrator"),
    **dict.fromkeys("designer designers".split(), "designer"),
    **dict.fromkeys("translator translators".split(), "translator"),
    **dict.fromkeys("producer producers".split(), "producer"),
}
"""The last word of a title → what its holder does for the publication. Titles besides those above ("Senior",
"President", "Author") are as often those of persons whom an article is about, and say nothing without a "by"."""

OTHER_POSTS = frozenset(
    "chief student students founder co-founder founders member members coordinator specialist principal senator"
    " representative counselor librarian superintendent analyst strategist liaison webmaster ombudsman director manager"
    " president professor adviser advisor intern".split()
)
"""Last words of what people are besides those who make a paper; none of them is a family's name."""

SIGNING_WORDS = frozenset("staff contributing guest".split())
"""Words that make any title one of a paper: "Staff Critic"."""

TITLE_WORDS = frozenset(
    "senior junior former guest associate assistant asst asst. deputy managing executive lead head co co- chief interim"
    " contributing special campus online web digital print copy news sport sports opinion opinions op-ed editorial"
    " feature features arts art a&e culture life lifestyle lifestyles entertainment photo photos photography video"
    " multimedia design layout graphics graphic science tech technology health politics political local state national"
    " international world community city business social media backpage technical production podcast investigative"
    " staff student daily magazine page section student-life music film movie food travel style fashion books book"
    " theatre theater theatrical sports- football basketball baseball hockey soccer general assignment data audience"
    " engagement environment environmental climate education government crime courts data investigations enterprise"
    " games puzzle satire humor comics commentary columns blog blogs in at large of the and & en chef jefe jefa de"
    " emeritus emerita graduate"
    " undergraduate faculty adjunct visiting founding newsletter first-year second-year third-year fourth-year"
    " volunteer freelance sport's women's men's".split()
)
"""Words that come before the last one of a title."""

SMALL_WORDS = (
    PARTICLES
    | TITLE_WORDS
    | TITLE_HEADS.keys()
    | {word for connector in CONNECTORS for word in connector.split()}
    | set("the for to class of at in with by and from courtesy und et och og en i и special published on".split())
    | set("submitted grade grader year she/her he/him they/them".split())
)
"""All words that a byline may have with a small first letter. Nearly every other line has another one, and is looked at
no further: 1 µs instead of 40."""

ORGANISATION_ENDS = frozenset(
    "staff board desk team newsroom press news editors network agency service services wire university college school"
    " club department office council association society union committee center centre institute foundation"
    " federation group company inc inc. llc ministry government times post tribune gazette herald journal chronicle"
    " observer daily weekly magazine review courier reporter report reports star sun globe record redaktion redacción"
    " redacao redação rédaction radio media".split()
)
"""Last words of what is no person but an organisation."""

ORGANISATIONS = frozenset(
    "associated press|ap|reuters|afp|agence france-presse|dpa|epd|kna|ansa|efe|tns|upi|bloomberg|getty images"
    "|tribune news service|staff|news staff|editorial board|the editors|editors|newsroom|redaktion|staff reports"
    "|staff report|wire reports|anonymous|guest contributor|guest author|contributor".split("|")
)
