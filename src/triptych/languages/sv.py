"""Swedish."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="sv",
    words={
        "contents": "Innehåll",
        "overview": "Översikt",
        "summary": "Sammanfattning",
        "notes": "Anteckningar",
        "page": "{page} av {pages}",
        "continued": "fortsättning",
        "introduction": "Inledning",
        "note": "Anmärkning",
        "tip": "Tips",
        "important": "Viktigt",
        "warning": "Varning",
        "caution": "Se upp",
        "example": "Exempel",
        "exercise": "Övning",
        "figure": "Figur",
        "table": "Tabell",
        "equation": "Ekvation",
        "section": "Avsnitt",
        "references": "Referenser",
        "answer": "Svar",
        "answers": "Svar",
        "points": "Poäng",
        "true": "sant",
        "false": "falskt",
        "question": "Fråga",
        "explanation": "Förklaring",
        "glossary": "Ordlista",
        "index": "Register",
        "slide": "Bild",
        "handout": "Kompendium",
        "chronology": "Kronologi",
        "people": "Personer",
        "name": "Namn",
        "date": "Datum",
        "corrections": "Rättelser",
        "test": "Prov",
        "class": "Klass",
        "grade": "Betyg",
        "match": "Para ihop det som hör samman.",
        "order": "Ordna i tidsföljd.",
        "explain": "Förklara",
        "done": "klart",
        "to do": "att göra",
        "event": "Händelse",
        "page number": "Sida",
        "column chart": "Stapeldiagram",
        "bar chart": "Liggande stapeldiagram",
        "line chart": "Linjediagram",
        "area chart": "Ytdiagram",
        "pie chart": "Cirkeldiagram",
        "scatter chart": "Punktdiagram",
    },
    quotes=("”", "”"),
    inner_quotes=("’", "’"),
    decimal=",",
    group="\u00a0",
    citations="sv-SE",
    months=(
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ),
    before_our_era=(r"f\.\s?kr\.?", r"f\.?\s?v\.?\s?t\.?"),
    centuries=("århundrade",),
    ordinals=(":e",),
    summary_titles=("sammanfattning", "slutsats", "slutsatser", "avslutning"),
    conclusions=("sammanfattningsvis", "avslutningsvis", "på det hela taget", "kort sagt"),
    parts=("vecka", "dag", "föreläsning", "lektion", "kapitel", "del", "modul", "avsnitt", "tema"),
    reference_titles=("källor", "litteratur", "litteraturlista", "källförteckning"),
    locators={"s": "page", "sida": "page", "kap": "chapter", "kapitel": "chapter"},
    yes=("ja",),
    no=("nej", "osant"),
    telling_words=frozenset(
        "och att är det en av som på för inte till ett om var från också blev eller den vid efter men när så".split()
    ),
    letters="åäöé",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("bl.a t.ex d.v.s dvs s.k fr.o.m t.o.m jfr ev ung f.kr e.kr"),
        numbered=("s sid nr fig tab kap bd"),
        others=("osv m.m m.fl etc"),
    ),
    before_places="i till från",
    person_pronouns="han hon",
    before_persons="president kung drottning kejsare prins prinsessa påve general minister kansler professor doktor",
    small_words=(
        "alla allt att av bara bland blev bli blir både de dem den denna deras dess dessa det detta dig "
        "din du där därför då efter ej eller en enligt er ett exempelvis fick finns fram från för före "
        "genom ha hade han hans har hela hennes hon honom hur här i icke in ingen inom inte ja jag kan "
        "kom kunde man med medan mellan men mer mest mot mycket måste när någon något några och också om "
        "oss på redan samma samt sedan sig sin sina sitt ska skall skulle som så sådan till trots under "
        "upp ur ut utan vad var vara varit vi vid vilka vilken vilket vill än är även åt över"
    ),
    phrases=Phrases(
        greeting=("självklart|visst|hej|kära|välkommen|välkomna|lycka till|tack|jag hoppas|vi hoppas|här är"),
        aims=(
            "i (?:detta|den här|det här) (?:avsnittet|kapitlet|kapitel|föreläsningen|kursen|modulen|delen)|"
            "(?:detta|det här|den här) (?:kapitlet|avsnittet|kursen|lektionen)|(?:vi|du|ni) (?:ska|"
            "kommer att|lär)|efter (?:detta|den här)|lärandemål"
        ),
        asks=(
            "se|notera|observera|betrakta|läs|titta|prova|kom ihåg|tänk|förklara|beskriv|besvara|jämför|beräkna|klicka"
        ),
        prompts=("förklara|beskriv|jämför|definiera|diskutera|nämn|ange|motivera|sammanfatta|analysera|beräkna|bevisa"),
        example=(r"till exempel|t\.? ?ex\.?|exempelvis|ett exempel|som exempel"),
        back=(
            "han|hon|den|det|de|detta|denna|dessa|sådana|hans|hennes|dess|deras|här|där|så|men|och|eller|"
            "också|då|därför|dock|dessutom|ändå|båda|andra"
        ),
        refers="han|hon|det|detta|denna|dessa|sådana|hans|hennes|dess|deras|båda",
        connects="dessutom|emellertid|därför|till exempel|ändå|slutligen|alltså|däremot|med andra ord",
        announces="nedan|här (?:är|följer)",
        means=("är|var|betyder|kallas|heter|avser|består av|definieras"),
        concludes=("sammanfattningsvis|sammantaget|kort sagt|slutligen|alltså|därmed"),
        address=("du|din|ditt|dina|ni|er|vi|oss|vår|jag|min"),
        claims=(
            "definition(?:er)?|sats|teorem|lemma|korollarium|axiom|lag|princip|regel|viktigt|kom ihåg|slutsats|resultat"
        ),
        minor=("exempel|bevis|anmärkning(?:ar)?|notera|tips|se|källa|figur|tabell"),
        sums=("sammanfattning|slutsats(?:er)?|det viktigaste|kort sagt"),
        aside=(
            "referenser|litteratur.*|källor|vidare läsning|lärandemål|innehåll(?:sförteckning)?|övningar|"
            "uppgifter|läxor?|hemuppgifter|frågor|tack|länkar|lösningar|se även"
        ),
    ),
    stemmer="swedish",
)
