"""Italian."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="it",
    words={
        "contents": "Indice",
        "overview": "Panoramica",
        "summary": "Riepilogo",
        "notes": "Note",
        "page": "{page} di {pages}",
        "continued": "continua",
        "introduction": "Introduzione",
        "note": "Nota",
        "tip": "Suggerimento",
        "important": "Importante",
        "warning": "Avvertenza",
        "caution": "Attenzione",
        "example": "Esempio",
        "exercise": "Esercizio",
        "figure": "Figura",
        "table": "Tabella",
        "equation": "Equazione",
        "section": "Sezione",
        "references": "Riferimenti",
        "answer": "Risposta",
        "answers": "Risposte",
        "points": "Punti",
        "true": "vero",
        "false": "falso",
        "question": "Domanda",
        "explanation": "Spiegazione",
        "glossary": "Glossario",
        "index": "Indice analitico",
        "slide": "Diapositiva",
        "handout": "Dispensa",
        "chronology": "Cronologia",
        "people": "Persone",
        "name": "Nome",
        "date": "Data",
        "corrections": "Correzioni",
        "test": "Test",
        "class": "Classe",
        "grade": "Voto",
        "match": "Abbina gli elementi corrispondenti.",
        "order": "Metti in ordine cronologico.",
        "explain": "Spiega",
        "done": "fatto",
        "to do": "da fare",
        "event": "Evento",
        "page number": "Pagina",
        "column chart": "Grafico a colonne",
        "bar chart": "Grafico a barre",
        "line chart": "Grafico a linee",
        "area chart": "Grafico ad area",
        "pie chart": "Grafico a torta",
        "scatter chart": "Grafico a dispersione",
    },
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
    decimal=",",
    group=".",
    citations="it-IT",
    months=(
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    before_our_era=(r"a\.\s?c\.(?!\s?e)", r"a\.\s?e\.\s?v\."),
    centuries=("secol",),
    centuries_before=("secolo",),
    summary_titles=("riassunto", "riepilogo", "sintesi", "conclusione", "conclusioni", "in sintesi", "in conclusione"),
    conclusions=(
        "in sintesi",
        "in conclusione",
        "in definitiva",
        "in breve",
        "nel complesso",
        "per concludere",
        "complessivamente",
    ),
    parts=("settimana", "giorno", "lezione", "capitolo", "parte", "unità", "modulo", "sessione", "tema"),
    reference_titles=("bibliografia", "riferimenti bibliografici"),
    locators={
        "p": "page",
        "pp": "page",
        "pag": "page",
        "pagina": "page",
        "pagine": "page",
        "cap": "chapter",
        "capitolo": "chapter",
        "sez": "section",
        "sezione": "section",
        "vol": "volume",
    },
    yes=("sì",),
    no=("no",),
    telling_words=frozenset(
        "il che di è per una con non sono del della nel si gli le più anche come dei questo".split()
    ),
    letters="àèéìòù",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=(
            "sig sig.ra sigg dott dott.ssa prof.ssa ing avv arch on mons rag geom es p.es cfr a.c d.c ecc.za s.s ed cur"
        ),
        numbered=(
            "pag pagg p pp v vv n art artt cap fig vol t par eq tab gen feb mar apr mag giu lug ago set sett ott nov "
            "dic sec"
        ),
        others=("ecc s.p.a s.r.l ss segg"),
    ),
    before_places="a in presso",
    before_persons=(
        "presidente re regina imperatore imperatrice principe principessa papa generale senatore ministro "
        "ministra cancelliere professore professoressa dottore san santa"
    ),
    small_words=(
        "a ad agli ai al alcuni alcune alla alle allo allora altra altre altri altro anche ancora anzi "
        "appena avere aveva avevano bene c che chi ci ciò cioè circa come con contro cosa così cui d da "
        "dagli dai dal dalla dalle dallo degli dei del della delle dello dentro di dopo dove due dunque "
        "durante e è ecco ed era erano essa esse essere essi esso fa fare fatto fino fra fu furono già "
        "gli ha hai hanno ho i il in infatti infine inoltre insieme invece io l la le lei li lo loro lui "
        "ma mai me meno mentre mi mia mio molta molte molti molto ne negli nei nel nella nelle nello "
        "nessun non noi nostra nostro o od ogni oltre oppure ora ovvero per perché perciò però più poco "
        "poi possono prima proprio può pure qual quale quali qualche quando quanto quasi quella quelle "
        "quelli quello questa queste questi questo qui quindi sarà se sé sempre senza si sia sì solo sono "
        "sopra sotto sta stata stati stato stesso su sua sue sugli sui sul sulla sulle suo suoi tale tali "
        "tanto te ti tra tramite tu tutta tutte tutti tutto un una uno v vi voi volta vostro"
    ),
    phrases=Phrases(
        greeting=(
            "certo|certamente|ciao|salve|gentil[ei]|car[oaie]|benvenut[oaie]|buona fortuna|in bocca al lupo|"
            "grazie|spero|speriamo|non esitare|ecco"
        ),
        aims=(
            "in quest[oa'] ?(?:sezione|capitolo|lezione|corso|modulo|unità|testo|parte)|quest[oa'] ?(?:sezione|"
            "capitolo|lezione|corso|modulo|unità)|(?:vedremo|impareremo|imparerai|studieremo)|alla fine di|"
            "obiettivi"
        ),
        asks=(
            "vedi|si veda|nota che|si noti|considera|consideriamo|leggi|guarda|prova|ricorda|immagina|pensa|"
            "spiega|descrivi|rispondi|completa|confronta|calcola"
        ),
        prompts=(
            "spiega|spiegate|descrivi|descrivete|confronta|confrontate|definisci|discuti|elenca|giustifica|"
            "riassumi|analizza|valuta|calcola|dimostra"
        ),
        example=(r"per esempio|ad esempio|p\. ?es\.|un esempio|come esempio"),
        back=(
            "egli|lui|lei|esso|essa|essi|esse|loro|questo|questa|questi|queste|quello|quella|suo|sua|suoi|sue|"
            "qui|lì|così|ma|e|o|anche|allora|quindi|tuttavia|inoltre|però|perciò|invece|entrambi|altri|ciò"
        ),
        refers=(
            "egli|lui|lei|esso|essa|essi|esse|loro|questo|questa|questi|queste|quello|quella|suo|sua|suoi|sue|"
            "ciò|entrambi"
        ),
        connects=(
            "tuttavia|inoltre|però|pertanto|perciò|quindi|ad esempio|per esempio|di conseguenza|infine|infatti|"
            "al contrario|in altre parole|analogamente"
        ),
        announces="ecco|di seguito|qui sotto",
        means=(
            "è|sono|era|erano|significa|si riferisce|si chiama|si chiamano|si definisce|consiste|rappresenta|"
            "viene definit[oa]"
        ),
        concludes=(
            "in (?:sintesi|conclusione|definitiva|breve)|nel complesso|per concludere|complessivamente|pertanto"
        ),
        address=("tu|tuo|tua|voi|vostro|vostra|noi|nostro|nostra|ci|io|mio|mia|lei"),
        claims=(
            "definizion[ei]|teorema|lemma|proposizione|corollario|assioma|legge|principio|regola|idea chiave|"
            "punti chiave|importante|ricorda|in breve|conclusione|risultato"
        ),
        minor=("esemp(?:io|i)|dimostrazione|osservazion[ei]|not[ae]|suggeriment[oi]|vedi|fonte|figura|tabella"),
        sums=("riassunto|riepilogo|sintesi|punti chiave|conclusion[ei]|in (?:sintesi|breve)"),
        aside=(
            "riferimenti|bibliografia|fonti|letture .*|obiettivi.*|indice|sommario|esercizi|compiti|domande|"
            "ringraziamenti|link|soluzioni|vedi anche"
        ),
    ),
    stemmer="italian",
)
