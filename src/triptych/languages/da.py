"""Danish."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="da",
    words={
        "contents": "Indhold",
        "overview": "Overblik",
        "summary": "Resumé",
        "notes": "Noter",
        "page": "{page} af {pages}",
        "continued": "fortsat",
        "introduction": "Indledning",
        "note": "Bemærk",
        "tip": "Tip",
        "important": "Vigtigt",
        "warning": "Advarsel",
        "caution": "Forsigtig",
        "example": "Eksempel",
        "exercise": "Øvelse",
        "figure": "Figur",
        "table": "Tabel",
        "equation": "Ligning",
        "section": "Afsnit",
        "references": "Litteratur",
        "answer": "Svar",
        "answers": "Svar",
        "points": "Point",
        "true": "sandt",
        "false": "falsk",
        "question": "Spørgsmål",
        "explanation": "Forklaring",
        "glossary": "Ordliste",
        "index": "Stikordsregister",
        "slide": "Slide",
        "handout": "Kompendium",
        "chronology": "Kronologi",
        "people": "Personer",
        "name": "Navn",
        "date": "Dato",
        "corrections": "Rettelser",
        "test": "Prøve",
        "class": "Klasse",
        "grade": "Karakter",
        "match": "Forbind det, der hører sammen.",
        "order": "Sæt i kronologisk rækkefølge.",
        "explain": "Forklar",
        "done": "udført",
        "to do": "mangler",
        "event": "Begivenhed",
        "page number": "Side",
        "column chart": "Søjlediagram",
        "bar chart": "Liggende søjlediagram",
        "line chart": "Kurvediagram",
        "area chart": "Områdediagram",
        "pie chart": "Cirkeldiagram",
        "scatter chart": "Punktdiagram",
    },
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    decimal=",",
    group=".",
    citations="da-DK",
    months=(
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ),
    before_our_era=(r"f\.\s?kr\.?", r"f\.?\s?v\.?\s?t\.?"),
    centuries=("århundrede",),
    ordinals=(r"\.",),
    summary_titles=("resumé", "sammenfatning", "konklusion", "opsummering"),
    conclusions=("sammenfattende", "opsummerende", "afslutningsvis", "alt i alt", "kort sagt"),
    parts=("uge", "dag", "forelæsning", "lektion", "kapitel", "del", "modul", "afsnit", "emne"),
    reference_titles=("referencer", "litteraturliste", "kilder"),
    locators={"s": "page", "side": "page", "kap": "chapter", "kapitel": "chapter"},
    yes=("ja",),
    no=("nej", "falskt"),
    telling_words=frozenset(
        "og at er det en som på af til ikke for et var men fra også blev efter eller den der ved være når så".split()
    ),
    letters="æøåé",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("bl.a f.eks dvs d.v.s hr fr s.k jf ca f.kr e.kr evt"),
        numbered=("s nr fig tab kap bd"),
        others=("osv m.m m.fl mv"),
    ),
    before_places="i til fra",
    person_pronouns="han hun",
    before_persons="præsident konge dronning kejser prins prinsesse pave general minister kansler professor doktor",
    small_words=(
        "af alle alt at blandt blev blive bliver både da de dem den denne der deres det dette dig din "
        "disse du efter eller en end er et fik for fordi fra før gennem ham han hans har havde hen hende "
        "her hos hun hvad hvem hver hvilke hvis hvor hvordan hvorfor i ikke ind ingen jeg kan kom kun "
        "kunne man mange med meget mellem men mere mest mod når nogle noget nu og også om op os over på "
        "samt selv siden sig sin sine skal skulle som så således til trods ud under var ved vi vil ville "
        "være været"
    ),
    counts_with_stops=True,
    phrases=Phrases(
        greeting=("selvfølgelig|naturligvis|hej|kære|velkommen|held og lykke|tak|jeg håber|vi håber|her er"),
        aims=(
            "i (?:dette|denne|det her) (?:afsnit|kapitel|forelæsning|kursus|modul|del|lektion)|(?:dette|"
            "denne) (?:kapitel|afsnit|kursus|lektion)|(?:vi|du|i) (?:skal|vil|lærer)|efter (?:dette|denne)|"
            "læringsmål"
        ),
        asks=("se|bemærk|betragt|læs|kig|prøv|husk|tænk|forklar|beskriv|besvar|sammenlign|beregn|klik"),
        prompts=("forklar|beskriv|sammenlign|definer|diskuter|nævn|redegør|begrund|analyser|beregn|bevis"),
        example=(r"for eksempel|f\.? ?eks\.?|eksempelvis|et eksempel|som eksempel"),
        back=(
            "han|hun|den|det|de|dette|denne|disse|sådanne|hans|hendes|dens|deres|her|der|så|men|og|eller|"
            "også|da|derfor|dog|desuden|alligevel|begge|andre"
        ),
        refers="han|hun|det|dette|denne|disse|sådanne|hans|hendes|dens|deres|begge",
        connects="desuden|imidlertid|derfor|for eksempel|ikke desto mindre|endelig|altså|derimod|med andre ord",
        announces="nedenfor|her (?:er|følger)",
        means=("er|var|betyder|kaldes|hedder|henviser til|består af|defineres"),
        concludes=("sammenfattende|alt i alt|kort sagt|endelig|altså|dermed"),
        address=("du|din|dit|dine|jer|vi|os|vores|jeg|min"),
        claims=(
            "definition(?:er)?|sætning|teorem|lemma|korollar|aksiom|lov|princip|regel|vigtigt|husk|konklusion|resultat"
        ),
        minor=("eksempe(?:l|ler)|bevis|bemærkning(?:er)?|note|tip|se|kilde|figur|tabel"),
        sums=("sammenfatning|opsummering|resumé|konklusion(?:er)?|det vigtigste"),
        aside=(
            "referencer|litteratur.*|kilder|videre læsning|læringsmål|indhold(?:sfortegnelse)?|øvelser|"
            "opgaver|lektier|spørgsmål|tak|links|løsninger|se også"
        ),
    ),
    stemmer="danish",
)
