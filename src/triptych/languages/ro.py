"""Romanian."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="ro",
    words={
        "contents": "Cuprins",
        "overview": "Prezentare generală",
        "summary": "Rezumat",
        "notes": "Notițe",
        "page": "{page} din {pages}",
        "continued": "continuare",
        "introduction": "Introducere",
        "note": "Notă",
        "tip": "Sfat",
        "important": "Important",
        "warning": "Avertisment",
        "caution": "Atenție",
        "example": "Exemplu",
        "exercise": "Exercițiu",
        "figure": "Figura",
        "table": "Tabelul",
        "equation": "Ecuația",
        "section": "Secțiunea",
        "references": "Bibliografie",
        "answer": "Răspuns",
        "answers": "Răspunsuri",
        "points": "Puncte",
        "true": "adevărat",
        "false": "fals",
        "question": "Întrebare",
        "explanation": "Explicație",
        "glossary": "Glosar",
        "index": "Indice",
        "slide": "Diapozitiv",
        "handout": "Suport de curs",
        "chronology": "Cronologie",
        "people": "Persoane",
        "name": "Nume",
        "date": "Data",
        "corrections": "Corecturi",
        "test": "Test",
        "class": "Clasa",
        "grade": "Nota",
        "match": "Asociați elementele potrivite.",
        "order": "Ordonați cronologic.",
        "explain": "Explicați",
        "done": "făcut",
        "to do": "de făcut",
        "event": "Eveniment",
        "page number": "Pagina",
        "column chart": "Diagramă cu coloane",
        "bar chart": "Diagramă cu bare",
        "line chart": "Diagramă cu linii",
        "area chart": "Diagramă cu arii",
        "pie chart": "Diagramă circulară",
        "scatter chart": "Diagramă prin puncte",
    },
    quotes=("„", "”"),
    inner_quotes=("«", "»"),
    decimal=",",
    group=".",
    citations="ro-RO",
    months=(
        "ianuarie",
        "februarie",
        "martie",
        "aprilie",
        "mai",
        "iunie",
        "iulie",
        "august",
        "septembrie",
        "octombrie",
        "noiembrie",
        "decembrie",
    ),
    before_our_era=(r"î\.\s?hr\.?", r"î\.\s?e\.\s?n\.", r"î\.\s?cr\.?"),
    centuries=("secol",),
    centuries_before=(r"secolul(?:\s+al)?", r"sec\."),
    summary_titles=("rezumat", "concluzie", "concluzii", "sinteză", "în concluzie"),
    conclusions=("în concluzie", "în rezumat", "în ansamblu", "pe scurt", "per ansamblu"),
    parts=("săptămâna", "ziua", "cursul", "lecția", "capitolul", "partea", "unitatea", "modulul", "tema"),
    reference_titles=("referințe", "referințe bibliografice", "surse"),
    locators={"p": "page", "pag": "page", "pagina": "page", "cap": "chapter", "capitolul": "chapter", "vol": "volume"},
    yes=("da",),
    no=("nu",),
    telling_words=frozenset("și în cu pe din care este nu să mai sunt prin fost dar pentru după".split()),
    letters="ăâîșțşţ",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("dl dna dr ing prof ex î.hr d.hr sf str"),
        numbered=("p pag nr fig art cap vol tab"),
        others=("etc ș.a"),
    ),
    before_places="în la",
    before_persons=(
        "președintele regele regina împăratul prințul papa generalul ministrul cancelarul profesorul doctorul"
    ),
    small_words=(
        "a acest această aceste acești acel acea ai al ale am ar are as asta astfel au ca că când care "
        "către ce cea cei cel cele chiar ci cu cum da dacă dar datorită de deci deja deoarece deși din "
        "dintre după ea ei el ele era erau este eu fără fi fie fost iar îi în înainte între într își la "
        "le li lor lui mai mult nici nu o oricare pe pentru peste prin sa să sale sau se si și sub sunt "
        "sus tot toate toți un una unde unei unele unor unui va vom"
    ),
    phrases=Phrases(
        greeting=(
            "desigur|bineînțeles|salut|bună ziua|dragi|stimat[eăi]|bine ați venit|succes|mult succes|"
            "mulțumesc|mulțumim|sper|sperăm|iată"
        ),
        aims=(
            "în (?:acest|această) (?:secțiune|capitol|lecție|curs|modul|parte)|(?:acest|această) (?:secțiune|"
            "capitol|lecție|curs|modul)|(?:vom|veți) (?:vedea|învăța|studia)|la sfârșitul|obiective"
        ),
        asks=(
            "vezi|vedeți|notați|considerați|citiți|priviți|încercați|amintiți|imaginați|gândiți|explicați|"
            "descrieți|răspundeți|comparați|calculați"
        ),
        prompts=(
            "explicați|explică|descrieți|comparați|definiți|enumerați|justificați|analizați|calculați|demonstrați"
        ),
        example=("de exemplu|de pildă|un exemplu|ca exemplu"),
        back=(
            "el|ea|ei|ele|aceasta|acesta|acestea|aceștia|acest|această|său|sa|lor|aici|acolo|astfel|dar|și|"
            "sau|de asemenea|atunci|totuși|în plus|prin urmare|ambele|alții"
        ),
        refers="el|ea|ei|ele|aceasta|acesta|acestea|aceștia|acest|această|său|sa|lor|ambele",
        connects=(
            "totuși|în plus|prin urmare|de exemplu|așadar|în cele din urmă|dimpotrivă|cu alte cuvinte|de asemenea"
        ),
        announces="mai jos|iată",
        means=("este|sunt|era|erau|înseamnă|se numește|se numesc|se referă|reprezintă|constă"),
        concludes=("în concluzie|pe scurt|în general|în ansamblu|prin urmare|așadar"),
        address=("tu|tău|ta|voi|vostru|dumneavoastră|noi|nostru|noastră|eu|meu|mea"),
        claims=(
            "definiți[ei]|teoremă|lemă|propoziție|corolar|axiomă|lege|principiu|regulă|important|rețineți|"
            "concluzie|rezultat"
        ),
        minor=("exemplu|exemple|demonstrație|observați[ei]|notă|sfat|vezi|sursă|figură|tabel"),
        sums=("rezumat|sinteză|concluzi[ei]|de reținut|pe scurt"),
        aside=(
            "referințe|bibliografie|surse|lecturi .*|obiective.*|cuprins|exerciții|teme|temă.*|întrebări|"
            "mulțumiri|legături|soluții|vezi și"
        ),
    ),
    stemmer="romanian",
    own_letters="ăâîșț",
)
