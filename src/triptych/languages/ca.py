"""Catalan."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="ca",
    words={
        "contents": "Índex",
        "overview": "Visió general",
        "summary": "Resum",
        "notes": "Notes",
        "page": "{page} de {pages}",
        "continued": "Continuació",
        "introduction": "Introducció",
        "note": "Nota",
        "tip": "Consell",
        "important": "Important",
        "warning": "Advertiment",
        "caution": "Precaució",
        "example": "Exemple",
        "exercise": "Exercici",
        "figure": "Figura",
        "table": "Taula",
        "equation": "Equació",
        "section": "Secció",
        "references": "Referències",
        "answer": "Resposta",
        "answers": "Respostes",
        "points": "Punts",
        "true": "cert",
        "false": "fals",
        "question": "Pregunta",
        "explanation": "Explicació",
        "glossary": "Glossari",
        "index": "Índex alfabètic",
        "slide": "Diapositiva",
        "handout": "Material",
        "chronology": "Cronologia",
        "people": "Persones",
        "name": "Nom",
        "date": "Data",
        "corrections": "Correccions",
        "test": "Prova",
        "event": "Esdeveniment",
        "page number": "Pàgina",
        "class": "Classe",
        "grade": "Qualificació",
        "match": "Relaciona el que va junt.",
        "order": "Ordena cronològicament.",
        "explain": "Explica",
        "done": "fet",
        "to do": "pendent",
        "column chart": "gràfic de columnes",
        "bar chart": "gràfic de barres",
        "line chart": "gràfic de línies",
        "area chart": "gràfic d’àrees",
        "pie chart": "gràfic circular",
        "scatter chart": "gràfic de dispersió",
    },
    quotes=(
        "«",
        "»",
    ),
    inner_quotes=(
        "“",
        "”",
    ),
    decimal=",",
    group=".",
    citations="ca-AD",
    months=(
        "gener",
        "febrer",
        "març",
        "abril",
        "maig",
        "juny",
        "juliol",
        "agost",
        "setembre",
        "octubre",
        "novembre",
        "desembre",
    ),
    months_in_dates=(
        "de gener",
        "de febrer",
        "de març",
        "d’abril",
        "de maig",
        "de juny",
        "de juliol",
        "d’agost",
        "de setembre",
        "d’octubre",
        "de novembre",
        "de desembre",
    ),
    month_abbreviations={"ag": 8},
    date_link="de",
    before_our_era=(
        "ac",
        r"a\.\s?c\.",
        "abans de crist",
    ),
    centuries_before=(
        "segle",
        r"s\.",
    ),
    summary_titles=(
        "resum",
        "conclusió",
        "conclusions",
        "en resum",
    ),
    conclusions=(
        "en conjunt",
        "en resum",
        "en conclusió",
        "en definitiva",
        "per acabar",
    ),
    parts=(
        "setmana",
        "dia",
        "lliçó",
        "capítol",
        "part",
        "unitat",
        "mòdul",
        "tema",
        "sessió",
    ),
    reference_titles=(
        "referències",
        "bibliografia",
        "fonts",
    ),
    yes=(
        "sí",
        "veritat",
    ),
    no=(
        "no",
        "mentida",
    ),
    telling_words=frozenset(
        (
            "el els la les que i de del amb per és són una un dels aquest aquesta no més com també però al als va ser"
        ).split()
    ),
    letters="àçèéíïòóúü",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles="sr sra dr dra prof ex a.c d.c",
        numbered="p pàg núm fig cap vol",
        others="etc",
    ),
    small_words=(
        "a al als aquell aquella aquest aquesta aquestes aquests així això amb bé cada com da de del dels "
        "des després doncs el ella elles ells els em en ens entre era eren es és està estan et fa fins ha "
        "han havia hi ho i ja jo la les li llavors lo mai més meu molt molta molts no nosaltres o on per "
        "perquè però poc pot que què qual quals quan qui ser seu seva seus seves si sí sobre són també tan "
        "tant te tot tota totes tots un una unes uns va van vosaltres"
    ),
    phrases=Phrases(
        greeting="hola|benvinguts|benvinguda|gràcies|és clar|per descomptat|espero|esperem",
        aims=(
            "en aquest (?:capítol|tema|apartat|mòdul)|en aquesta (?:lliçó|unitat|secció|part)|aquest (?:capítol|"
            "tema)|aquesta (?:lliçó|unitat)|aprendrem|veurem|objectius"
        ),
        asks="vegeu|observeu|fixeu-vos|llegiu|penseu|recordeu|imagineu",
        prompts=(
            "explica|expliqueu|descriu|descriviu|compara|compareu|defineix|definiu|discuteix|enumera|demostra|"
            "demostreu|calcula"
        ),
        example="per exemple|un exemple",
        back="això|aquest|aquesta|aquests|aquestes|ell|ella|ells|elles|i|però|així|llavors|aquí|allà",
        refers="això|aquest|aquesta|aquests|aquestes|ell|ella|ells|elles|ambdós",
        connects="tanmateix|a més|per tant|per exemple|d’altra banda|en altres paraules|finalment|no obstant això",
        announces="a continuació|tot seguit|més avall",
        means="és|són|era|eren|significa|s’anomena|es diu|vol dir",
        concludes="en conjunt|en resum|en conclusió|en definitiva|per tant",
        address="tu|vosaltres|vós|nosaltres|jo|el teu",
        claims="definició|teorema|lema|corol·lari|llei|principi|regla|important|conclusió",
        minor="exemple|demostració|observació|nota|consell|vegeu|vegeu també|font|figura|taula",
        sums="resum|conclusió|conclusions|idees clau",
        aside=(
            "referències|bibliografia|fonts|objectius.*|índex|exercicis.*|deures|preguntes.*|agraïments|enllaços|"
            "solucions"
        ),
    ),
    stemmer="catalan",
)
