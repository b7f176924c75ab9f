"""Dutch."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="nl",
    words={
        "contents": "Inhoud",
        "overview": "Overzicht",
        "summary": "Samenvatting",
        "notes": "Notities",
        "page": "{page} van {pages}",
        "continued": "vervolg",
        "introduction": "Inleiding",
        "note": "Opmerking",
        "tip": "Tip",
        "important": "Belangrijk",
        "warning": "Waarschuwing",
        "caution": "Let op",
        "example": "Voorbeeld",
        "exercise": "Oefening",
        "figure": "Figuur",
        "table": "Tabel",
        "equation": "Vergelijking",
        "section": "Paragraaf",
        "references": "Literatuur",
        "answer": "Antwoord",
        "answers": "Antwoorden",
        "points": "Punten",
        "true": "waar",
        "false": "onwaar",
        "question": "Vraag",
        "explanation": "Uitleg",
        "glossary": "Begrippenlijst",
        "index": "Register",
        "slide": "Dia",
        "handout": "Hand-out",
        "chronology": "Tijdlijn",
        "people": "Personen",
        "name": "Naam",
        "date": "Datum",
        "corrections": "Verbeteringen",
        "test": "Toets",
        "class": "Klas",
        "grade": "Cijfer",
        "match": "Verbind wat bij elkaar hoort.",
        "order": "Zet in chronologische volgorde.",
        "explain": "Leg uit",
        "done": "gedaan",
        "to do": "te doen",
        "event": "Gebeurtenis",
        "page number": "Pagina",
        "column chart": "Kolomdiagram",
        "bar chart": "Staafdiagram",
        "line chart": "Lijndiagram",
        "area chart": "Vlakdiagram",
        "pie chart": "Cirkeldiagram",
        "scatter chart": "Spreidingsdiagram",
    },
    quotes=("‘", "’"),
    inner_quotes=("“", "”"),
    decimal=",",
    group=".",
    citations="nl-NL",
    months=(
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ),
    month_abbreviations={"mrt": 3},
    before_our_era=(r"v\.\s?chr\.?",),
    centuries=("eeuw",),
    ordinals=("e",),
    summary_titles=("samenvatting", "conclusie", "conclusies", "kortom", "tot slot"),
    conclusions=("kortom", "samenvattend", "al met al", "concluderend", "tot slot", "over het geheel"),
    parts=("week", "dag", "les", "hoofdstuk", "deel", "hoorcollege", "module", "thema"),
    reference_titles=("bibliografie", "literatuurlijst", "bronnen"),
    locators={
        "p": "page",
        "blz": "page",
        "pagina": "page",
        "hfst": "chapter",
        "hoofdstuk": "chapter",
        "par": "section",
        "paragraaf": "section",
        "dl": "volume",
        "deel": "volume",
    },
    yes=("ja", "juist"),
    no=("nee", "onjuist"),
    telling_words=frozenset("de het een van en is niet dat op te met voor zijn er aan ook door wordt bij naar".split()),
    letters="éëïöü",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=(
            "dhr mevr mw ir ing drs mr bv bijv d.w.z o.a m.a.w m.n nl resp t.o.v i.p.v t.a.v z.g zgn incl "
            "excl ca vgl v.chr n.chr jhr red"
        ),
        numbered=("blz p nr art afb fig tab hfst jan feb mrt apr jun jul aug sept okt nov dec deel vol par"),
        others=("enz etc e.d ff"),
    ),
    before_places="in te naar",
    person_pronouns="hij zij",
    before_persons=(
        "president koning koningin keizer keizerin prins prinses paus generaal minister kanselier professor "
        "dokter graaf hertog"
    ),
    small_words=(
        "aan al alle alleen allemaal als altijd ander andere anders bij binnen boven daar daarbij "
        "daardoor daarin daarna daarom dan dat de den der deze die dit doch doen door dus een echter eens "
        "eerst elk elke en er ernaast even gaat geen geweest gewoon haar had hadden heb hebben heeft hem "
        "hen het hier hij hoe hun iedere ieder iets ik in is ja je jij jou jouw jullie kan kon konden "
        "kunnen later maar maken me meer meest men met mij mijn moet moeten na naar naast namelijk niet "
        "niets nog nooit nu of om omdat ondanks onder ons onze ook op over per sinds soms steeds te tegen "
        "ten ter terwijl tijdens toch toen tot tussen twee u uit uw van vaak vanaf veel verder vele via "
        "volgens voor vooral waar waarbij waardoor waarin waarom wanneer want waren was wat we weer wel "
        "welke werd werden wie wij wil worden wordt zal ze zeer zelf zelfs zich zij zijn zo zoals zodat "
        "zonder zou zouden zowel zulke"
    ),
    phrases=Phrases(
        greeting=(
            "natuurlijk|zeker|hallo|hoi|beste|welkom|succes|veel plezier|bedankt|dank|ik hoop|wij hopen|"
            "laat me weten|hier is|hier zijn"
        ),
        aims=(
            "in (?:dit|deze) (?:paragraaf|hoofdstuk|les|college|cursus|module|tekst|deel)|(?:dit|"
            "deze) (?:paragraaf|hoofdstuk|les|college|cursus|module)|(?:we|wij|je|u) (?:gaan|gaat|zullen|zult|"
            "leren|leert)|aan het einde van|na (?:dit|deze)|leerdoelen"
        ),
        asks=(
            "zie|let op|bekijk|lees|kijk|probeer|denk|onthoud|stel je voor|leg uit|beschrijf|beantwoord|noem|"
            "bereken|vergelijk"
        ),
        prompts=(
            "leg uit|beschrijf|vergelijk|definieer|bespreek|noem|geef|verklaar|licht toe|bereken|bewijs|analyseer"
        ),
        example=(r"bijvoorbeeld|bijv\.|een voorbeeld|als voorbeeld|neem"),
        back=(
            "hij|zij|ze|het|dit|dat|deze|die|zulke|zijn|haar|hun|hier|daar|zo|maar|en|of|ook|dan|dus|echter|"
            "bovendien|daarom|daardoor|toch|beide|andere"
        ),
        refers="hij|zij|ze|dit|dat|deze|die|zulke|zijn|haar|hun|beide",
        connects=(
            "echter|bovendien|daarom|bijvoorbeeld|niettemin|desondanks|dus|kortom|tenslotte|daarnaast|"
            "daarentegen|met andere woorden"
        ),
        announces="hieronder|hier (?:is|zijn|volgt|volgen)",
        means=("is|zijn|was|waren|betekent|heet|heten|noemt men|noemen we|verwijst naar|bestaat uit"),
        concludes=("kortom|samenvattend|al met al|concluderend|tot slot|over het geheel|dus"),
        address=("je|jij|jouw|u|uw|jullie|we|wij|ons|onze|ik|mijn"),
        claims=(
            "definitie|stelling|lemma|propositie|gevolg|axioma|wet|principe|regel|kernpunt|belangrijk|"
            "onthoud|kortom|conclusie|resultaat"
        ),
        minor=("voorbeeld(?:en)?|bewijs|opmerking(?:en)?|tips?|zie|zie ook|bron|figuur|tabel"),
        sums=("samenvatting|kernpunten|conclusies?|kortom|het belangrijkste"),
        aside=(
            "literatuur.*|bronnen|verder lezen|leerdoelen|inhoud(?:sopgave)?|oefeningen|opdrachten|opgaven|"
            "huiswerk|vragen|dankwoord|links|oplossingen|antwoorden|zie ook"
        ),
    ),
    stemmer="dutch",
)
