"""Places that everyone knows: they are no persons' names, and datelines begin with them.

Sources: the countries of ISO 3166 by their common names, the states and provinces of the United States and Canada with
the Associated Press' short forms, the cities that news agencies write without a country, and each country's largest.
"""

from __future__ import annotations

_COUNTRIES = (
    "afghanistan|albania|algeria|andorra|angola|antigua and barbuda|argentina|armenia|australia|austria|azerbaijan"
    "|bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bhutan|bolivia|bosnia and herzegovina|botswana"
    "|brazil|brunei|bulgaria|burkina faso|burundi|cambodia|cameroon|canada|cape verde|chad|chile|china|colombia"
    "|comoros|congo|costa rica|croatia|cuba|cyprus|czech republic|denmark|djibouti|dominica|dominican republic"
    "|east timor|ecuador|egypt|el salvador|england|equatorial guinea|eritrea|estonia|eswatini|ethiopia|fiji|finland"
    "|france|gabon|gambia|germany|ghana|great britain|greece|greenland|grenada|guatemala|guinea|guinea-bissau|guyana"
    "|haiti|honduras|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|israel|italy|ivory coast|jamaica"
    "|japan|kazakhstan|kenya|kiribati|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein"
    "|lithuania|luxembourg|macau|madagascar|malawi|malaysia|maldives|mali|malta|marshall islands|mauritania|mauritius"
    "|mexico|micronesia|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nauru|nepal|netherlands"
    "|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|northern ireland|norway|oman|pakistan|palau"
    "|palestine|panama|papua new guinea|paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia"
    "|rwanda|saint lucia|samoa|san marino|saudi arabia|scotland|senegal|serbia|seychelles|sierra leone|singapore"
    "|slovakia|slovenia|solomon islands|somalia|south africa|south korea|south sudan|spain|sri lanka|sudan|suriname"
    "|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga|trinidad and tobago|tunisia|turkey"
    "|turkmenistan|tuvalu|uganda|ukraine|united arab emirates|united kingdom|united states|uruguay|uzbekistan|vanuatu"
    "|vatican city|venezuela|vietnam|wales|yemen|zambia|zimbabwe|u.k.|u.s."
    "|méxico|perú|brasil|españa|república dominicana|costa de marfil|nueva zelanda|reino unido|estados unidos"
    "|arabia saudita|corea del sur|corea del norte|alemania|francia|inglaterra|états-unis|royaume-uni|nouvelle-zélande"
    "|deutschland|österreich|schweiz|südafrika|nordirland|pays-bas|reino unido|coreia do sul|áfrica do sul"
)

_STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois"
    "|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri"
    "|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma"
    "|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington"
    "|west virginia|wisconsin|wyoming|alberta|british columbia|manitoba|new brunswick|newfoundland|nova scotia|ontario"
    "|prince edward island|quebec|québec|saskatchewan|yukon|new south wales|queensland|tasmania"
)

_SHORT_STATES = (
    "ala.|ariz.|ark.|calif.|colo.|conn.|del.|fla.|ga.|ill.|ind.|kan.|ky.|la.|md.|mass.|mich.|minn.|miss.|mo.|mont."
    "|neb.|nev.|n.h.|n.j.|n.m.|n.y.|n.c.|n.d.|okla.|ore.|pa.|r.i.|s.c.|s.d.|tenn.|tex.|vt.|va.|wash.|w.va.|w. va."
    "|wis.|wyo.|d.c.|b.c.|alta.|man.|ont.|que.|sask.|n.s.|n.b."
    "|al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or"
    "|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|dc|bc|on|qc|uk"
)

_CITIES = (
    "abidjan|abu dhabi|abuja|accra|addis ababa|adelaide|albany|albuquerque|algiers|almaty|amman|amsterdam|anchorage"
    "|ankara|ann arbor|antwerp|athens|atlanta|atlantic city|auckland|austin|baghdad|baku|baltimore|bangalore|bangkok"
    "|barcelona|basel|baton rouge|beijing|beirut|belfast|belgrade|belo horizonte|berkeley|berlin|bern|birmingham"
    "|bogota|bogotá|boise|bologna|bonn|bordeaux|boston|boulder|brasilia|brasília|bratislava|bremen|brisbane|bristol"
    "|brooklyn|brussels|bucharest|budapest|buenos aires|buffalo|cairo|calgary|cambridge|canberra|cape town|caracas"
    "|cardiff|casablanca|cedar rapids|charleston|charlotte|chennai|chicago|christchurch|cincinnati|ciudad juarez"
    "|ciudad juárez|cleveland|cologne|colorado springs|columbus|copenhagen|corpus christi|dakar|dallas|damascus"
    "|dar es salaam|delhi|denver|des moines|detroit|dhaka|doha|dortmund|dresden|dubai|dublin|durban|durham|düsseldorf"
    "|edinburgh|edmonton|el paso|florence|fort collins|fort lauderdale|fort worth|frankfurt|fresno|gaza city|geneva"
    "|genoa|glasgow|gothenburg|grand rapids|graz|guadalajara|guangzhou|guatemala city|hamburg|hannover|hanoi|harare"
    "|hartford|havana|helsinki|hiroshima|ho chi minh city|hollywood|honolulu|houston|indianapolis|iowa city|islamabad"
    "|istanbul|jakarta|jersey city|jerusalem|johannesburg|kabul|kansas city|karachi|kathmandu|khartoum|kiel|kiev"
    "|kingston|kinshasa|knoxville|kolkata|krakow|kuala lumpur|kyiv|kyoto|la paz|la plata|lagos|lahore|las cruces"
    "|las palmas|las vegas|lausanne|leeds|leipzig|lexington|lille|lima|lincoln|lisbon|little rock|liverpool|london"
    "|long beach|los angeles|los ángeles|louisville|luxembourg city|lyon|madison|madrid|malmö|managua|manchester"
    "|manhattan|manila|mar del plata|marseille|mecca|medellin|medellín|melbourne|memphis|mexico city|miami|miami beach"
    "|milan|milwaukee|minneapolis|minsk|mogadishu|monterrey|montevideo|montgomery|montreal|montréal|moscow|mumbai"
    "|munich|münchen|nagoya|nairobi|naples|nashville|new delhi|new haven|new orleans|new york city|newark|newcastle"
    "|nice|norfolk|nuremberg|oakland|oklahoma city|omaha|orlando|osaka|oslo|ottawa|oxford|palermo|palm beach"
    "|palm springs|palo alto|panama city|paris|perth|philadelphia|phnom penh|phoenix|pittsburgh|port au prince"
    "|port-au-prince|porto alegre|portland|prague|pretoria|providence|puebla|pyongyang|quebec city|québec city|quito"
    "|raleigh|rapid city|reykjavik|richmond|riga|rio de janeiro|riyadh|rochester|rome|rotterdam|sacramento|saint louis"
    "|saint paul|saint petersburg|salt lake city|salvador|salzburg|san antonio|san bernardino|san diego|san francisco"
    "|san jose|san josé|san juan|san luis obispo|san luis potosí|san salvador|santa ana|santa barbara|santa cruz"
    "|santa fe|santa monica|santiago|santiago de chile|santiago de compostela|santo domingo|sao paulo|são paulo"
    "|sarajevo|savannah|seattle|seoul|seville|shanghai|sheffield|shenzhen|sioux city|sioux falls|sofia|south bend"
    "|spokane|st. louis|st. paul|st. petersburg|state college|stockholm|strasbourg|stuttgart|sydney|syracuse"
    "|tallahassee|tallinn|tampa|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|the hague|tijuana|tokyo|toledo|topeka"
    "|toronto|toulouse|tucson|tulsa|tunis|turin|united nations|utrecht|valencia|valparaíso|vancouver|venice|vienna"
    "|vilnius|virginia beach|warsaw|washington dc|washington d.c.|west palm beach|wilmington|winnipeg|winston-salem"
    "|wroclaw|yangon|yokohama|zagreb|zurich|zürich|mainz|ciudad de méxico|nueva york|la habana|nueva delhi"
    "|nouvelle-orléans|le havre|ciudad de guatemala|são luís|belo horizonte|abu dabi"
)

REGIONS = frozenset(f"{_COUNTRIES}|{_STATES}|{_SHORT_STATES}".split("|"))
"""What stands behind a place and a comma: "Millbrook, Mass."."""

PLACES = frozenset(f"{_COUNTRIES}|{_STATES}|{_CITIES}".split("|"))


_FIRST_OF_PLACES = frozenset("lake mount mt. fort downtown university college highway interstate route".split())
_LAST_OF_PLACES = frozenset(
    "square street st. road rd. avenue ave. boulevard blvd. river mountain mountains lake creek valley island islands"
    " high highway college university school library stadium gymnasium auditorium museum theater theatre plaza airport"
    " station building courthouse county city town beach bay ocean".split()
)
_HALLS = frozenset("city town concert dining lecture residence music study student".split())
"""What stands before the "Hall" of a building; behind other words it is one of the commonest names of families."""


def is_place(text: str) -> bool:
    """Whether a text is nothing but the name of a well-known place: "Los Angeles"."""
    return text.lower() in PLACES


def may_be_place(text: str) -> bool:
    """Whether a name of two words or more has one that places have: "Lake Michigan", "Harvard Square"."""
    words = text.lower().split(" ")
    if words[-1] == "hall":
        return not _HALLS.isdisjoint(words[-2:-1])
    return len(words) > 1 and (words[0] in _FIRST_OF_PLACES or words[-1] in _LAST_OF_PLACES)


def is_placed(text: str) -> bool:
    """Whether a text is a place with its state or country: "MILLBROOK, Mass."."""
    place, comma, region = text.partition(", ")
    return bool(comma and place) and region.lower().strip() in REGIONS
