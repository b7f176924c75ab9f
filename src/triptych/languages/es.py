"""Spanish."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="es",
    words={
        "contents": "Contenido",
        "overview": "Panorama",
        "summary": "Resumen",
        "notes": "Notas",
        "page": "{page} de {pages}",
        "continued": "continuación",
        "introduction": "Introducción",
        "note": "Nota",
        "tip": "Consejo",
        "important": "Importante",
        "warning": "Advertencia",
        "caution": "Precaución",
        "example": "Ejemplo",
        "exercise": "Ejercicio",
        "figure": "Figura",
        "table": "Tabla",
        "equation": "Ecuación",
        "section": "Sección",
        "references": "Referencias",
        "answer": "Respuesta",
        "answers": "Respuestas",
        "points": "Puntos",
        "true": "verdadero",
        "false": "falso",
        "question": "Pregunta",
        "explanation": "Explicación",
        "glossary": "Glosario",
        "index": "Índice alfabético",
        "slide": "Diapositiva",
        "handout": "Apuntes",
        "chronology": "Cronología",
        "people": "Personas",
        "name": "Nombre",
        "date": "Fecha",
        "corrections": "Correcciones",
        "test": "Prueba",
        "class": "Clase",
        "grade": "Calificación",
        "match": "Relaciona lo que corresponde.",
        "order": "Ordena cronológicamente.",
        "explain": "Explica",
        "done": "hecho",
        "to do": "pendiente",
        "event": "Acontecimiento",
        "page number": "Página",
        "column chart": "Gráfico de columnas",
        "bar chart": "Gráfico de barras",
        "line chart": "Gráfico de líneas",
        "area chart": "Gráfico de áreas",
        "pie chart": "Gráfico circular",
        "scatter chart": "Gráfico de dispersión",
    },
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
    decimal=",",
    group=".",
    citations="es-ES",
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    date_link="de",
    before_our_era=(r"a\.\s?(?:de\s)?c\.(?!\s?e)", r"a\.\s?e\.\s?c\."),
    centuries=("siglo",),
    centuries_before=("siglo",),
    summary_titles=("resumen", "conclusión", "conclusiones", "en resumen", "en conclusión", "síntesis"),
    conclusions=(
        "en resumen",
        "en conclusión",
        "en definitiva",
        "en general,",
        "en suma",
        "para concluir",
        "en pocas palabras",
        "finalmente,",
    ),
    parts=(
        "semana",
        "día",
        "clase",
        "lección",
        "capítulo",
        "parte",
        "unidad",
        "módulo",
        "sesión",
        "diapositiva",
        "tema",
    ),
    reference_titles=("referencias", "bibliografía"),
    locators={
        "p": "page",
        "pp": "page",
        "pág": "page",
        "págs": "page",
        "página": "page",
        "páginas": "page",
        "cap": "chapter",
        "capítulo": "chapter",
        "sec": "section",
        "sección": "section",
        "vol": "volume",
    },
    yes=("sí", "cierto"),
    no=("no",),
    telling_words=frozenset(
        "la de en un el los las que del y por con una para es se su como más al lo no sus este".split()
    ),
    letters="áéíóúüñ",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=(
            "sr sra sres sras srta d dña dra lic ing arq gral p.ej ej ee.uu a.c d.c av avda excmo ilmo ed eds "
            "coord trad"
        ),
        numbered=(
            "pág págs p pp núm n art arts cap fig vol t ap párr ec tel c ene feb mar abr may jun jul ago sept "
            "oct nov dic"
        ),
        others=("etc ud uds vd vds s.a s.l cía ss"),
    ),
    before_places="en hacia",
    before_persons=(
        "presidente presidenta rey reina emperador emperatriz príncipe princesa papa general coronel senador "
        "ministro ministra canciller profesor profesora doctor doctora don doña san santa"
    ),
    small_words=(
        "a ahora al algo alguna algunas alguno algunos ambos ante antes aquel aquella aquellas aquellos "
        "aquí así aún aunque bajo bien cada casi como cómo con contra cual cuál cuales cualquier cuando "
        "cuándo cuanto de debe deben del desde después donde dónde dos durante e el él ella ellas ello "
        "ellos embargo en entonces entre era eran es esa esas ese eso esos está estaba están estar estas "
        "este esto estos fue fueron ha había habían hace hacen hacer hacia han hasta hay incluso la las "
        "le les lo los luego más me mediante mi mientras mis mismo misma mismos mucha muchas mucho muchos "
        "muy nada ni ningún ninguna no nos nosotros nuestra nuestro o os otra otras otro otros para pero "
        "poco pocos por porque pues puede pueden que qué quien quién quienes se sea según ser si sí sido "
        "siempre sin sino sobre solo sólo son su sus tal también tampoco tan tanto te tener ti tiene "
        "tienen toda todas todavía todo todos tras tu tú tus u un una unas uno unos usted ustedes varias "
        "varios vez y ya yo"
    ),
    phrases=Phrases(
        greeting=(
            "claro|por supuesto|hola|estimad[oa]s?|querid[oa]s?|bienvenid[oa]s?|buena suerte|mucha suerte|"
            "gracias|no dud[ea]s?|espero|esperamos|aquí (?:está|tienes|tiene)"
        ),
        aims=(
            "en (?:este|esta) (?:sección|capítulo|lección|clase|curso|módulo|unidad|texto|parte|episodio)|"
            "(?:este|esta) (?:sección|capítulo|lección|clase|curso|módulo|unidad|episodio)|(?:vamos a|veremos|"
            "aprenderemos|aprenderás|aprenderá)|al final de|objetivos?|primero,? vamos"
        ),
        asks=(
            "vea|véase|ver|note|nota que|considere|considera|lea|lee|mire|mira|intente|intenta|recuerde|"
            "recuerda|imagine|imagina|piense|piensa|explique|explica|describa|responda|haga|complete|compare"
        ),
        prompts=(
            "explica|explique|describe|describa|compara|compare|define|defina|discute|discuta|nombra|enumera|"
            "justifica|justifique|resume|analiza|analice|evalúa|calcula|demuestra"
        ),
        example=(r"por ejemplo|p\. ?ej\.|un ejemplo|como ejemplo|así"),
        back=(
            "él|ella|ello|ellos|ellas|esto|este|esta|estos|estas|eso|ese|esa|su|sus|aquí|allí|así|pero|y|o|"
            "también|entonces|sin embargo|además|no obstante|por (?:lo )?tanto|por eso|en cambio|ambos|otros"
        ),
        refers="él|ella|ello|ellos|ellas|esto|este|esta|estos|estas|eso|ese|esa|su|sus|ambos|ambas|de (?:ellos|ellas)",
        connects=(
            "sin embargo|además|no obstante|por (?:lo )?tanto|por ejemplo|en cambio|por consiguiente|asimismo|"
            "finalmente|de hecho|es decir|en otras palabras|por otro lado"
        ),
        announces="a continuación|aquí (?:está|están|tiene)|he aquí",
        means=("es|son|era|eran|significa|se refiere|se llama|se llaman|se define|consiste|representa|se conoce"),
        concludes=(
            "en (?:resumen|conclusión|definitiva|general|suma)|para concluir|en pocas palabras|finalmente|por lo tanto"
        ),
        address=("usted|ustedes|tú|tu|tus|nosotros|nuestro|nuestra|nos|yo|mi|vamos"),
        claims=(
            "definici(?:ón|ones)|teorema|lema|proposición|corolario|axioma|ley|principio|regla|idea clave|"
            "puntos? clave|importante|recuerda|recuerde|en breve|conclusión|resultado"
        ),
        minor=("ejemplos?|demostración|observaci(?:ón|ones)|notas?|consejos?|ver|véase|fuente|figura|tabla"),
        sums=("resumen|síntesis|puntos clave|ideas clave|conclusi(?:ón|ones)|en resumen"),
        aside=(
            "referencias|bibliografía|fuentes|lecturas .*|objetivos?.*|contenidos?|índice|ejercicios?|"
            "tareas?|deberes|preguntas|agradecimientos|enlaces|soluciones|véase también|desafíos?|opcional.*|"
            "prácticas?"
        ),
    ),
    stemmer="spanish",
    own_letters="ñ",
)
