"""Norwegian Bokmål."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="nb",
    words={
        "contents": "Innhold",
        "overview": "Oversikt",
        "summary": "Sammendrag",
        "notes": "Notater",
        "page": "{page} av {pages}",
        "continued": "fortsettelse",
        "introduction": "Innledning",
        "note": "Merknad",
        "tip": "Tips",
        "important": "Viktig",
        "warning": "Advarsel",
        "caution": "Forsiktig",
        "example": "Eksempel",
        "exercise": "Oppgave",
        "figure": "Figur",
        "table": "Tabell",
        "equation": "Ligning",
        "section": "Avsnitt",
        "references": "Referanser",
        "answer": "Svar",
        "answers": "Svar",
        "points": "Poeng",
        "true": "sant",
        "false": "usant",
        "question": "Spørsmål",
        "explanation": "Forklaring",
        "glossary": "Ordliste",
        "index": "Stikkordregister",
        "slide": "Lysbilde",
        "handout": "Kompendium",
        "chronology": "Kronologi",
        "people": "Personer",
        "name": "Navn",
        "date": "Dato",
        "corrections": "Rettelser",
        "test": "Prøve",
        "class": "Klasse",
        "grade": "Karakter",
        "match": "Koble det som hører sammen.",
        "order": "Sett i kronologisk rekkefølge.",
        "explain": "Forklar",
        "done": "gjort",
        "to do": "gjenstår",
        "event": "Hendelse",
        "page number": "Side",
        "column chart": "Stolpediagram",
        "bar chart": "Liggende stolpediagram",
        "line chart": "Linjediagram",
        "area chart": "Arealdiagram",
        "pie chart": "Sektordiagram",
        "scatter chart": "Punktdiagram",
    },
    quotes=("«", "»"),
    inner_quotes=("‘", "’"),
    decimal=",",
    group="\u00a0",
    citations="nb-NO",
    months=(
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ),
    before_our_era=(r"f\.\s?kr\.?", r"f\.?\s?v\.?\s?t\.?"),
    centuries=("århundre",),
    ordinals=(r"\.",),
    summary_titles=("sammendrag", "oppsummering", "konklusjon"),
    conclusions=("oppsummert", "oppsummeringsvis", "avslutningsvis", "alt i alt", "kort sagt"),
    parts=("uke", "dag", "forelesning", "leksjon", "kapittel", "del", "modul", "avsnitt", "tema"),
    reference_titles=("litteratur", "litteraturliste", "kilder"),
    locators={"s": "page", "side": "page", "kap": "chapter", "kapittel": "chapter"},
    yes=("ja",),
    no=("nei", "galt"),
    telling_words=frozenset(
        "og at er det en som på av til ikke for et var men fra også ble etter eller den ved være når så".split()
    ),
    letters="æøåéò",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("bl.a f.eks dvs hr fr s.k jf ca f.kr e.kr evt"),
        numbered=("s nr fig tab kap bd"),
        others=("osv m.m m.fl mv"),
    ),
    before_places="i til fra",
    person_pronouns="han hun",
    before_persons="president kong dronning keiser prins prinsesse pave general minister kansler professor doktor",
    small_words=(
        "av alle alt at bare ble bli blir både da de dem den denne der deres det dette din disse du eller "
        "en enn er et etter fikk for fordi fra før gjennom ham han hans har hadde henne her hos hun hva "
        "hvem hver hvilke hvis hvor hvordan hvorfor i ikke inn ingen jeg kan kom kun kunne man mange med "
        "meget mellom men mer mest mot når noen noe nå og også om opp oss over på samt selv siden seg sin "
        "sine skal skulle som så slik til tross ut under var ved vi vil ville være vært"
    ),
    counts_with_stops=True,
    phrases=Phrases(
        greeting=("selvfølgelig|naturligvis|hei|kjære|velkommen|lykke til|takk|jeg håper|vi håper|her er"),
        aims=(
            "i (?:dette|denne) (?:avsnittet|kapittelet|kapitlet|forelesningen|kurset|modulen|delen|"
            "leksjonen)|(?:dette|denne) (?:kapittelet|kapitlet|avsnittet|kurset|leksjonen)|(?:vi|du|"
            "dere) (?:skal|vil|lærer)|etter (?:dette|denne)|læringsmål"
        ),
        asks=("se|merk|legg merke|betrakt|les|prøv|husk|tenk|forklar|beskriv|besvar|sammenlign|beregn|klikk"),
        prompts=("forklar|beskriv|sammenlign|definer|drøft|nevn|gjør rede|begrunn|analyser|beregn|bevis"),
        example=(r"for eksempel|f\.? ?eks\.?|eksempelvis|et eksempel|som eksempel"),
        back=(
            "han|hun|den|det|de|dette|denne|disse|slike|hans|hennes|dens|deres|her|der|så|men|og|eller|også|"
            "da|derfor|likevel|dessuten|begge|andre"
        ),
        refers="han|hun|det|dette|denne|disse|slike|hans|hennes|dens|deres|begge",
        connects="dessuten|imidlertid|derfor|for eksempel|likevel|til slutt|altså|derimod|med andre ord",
        announces="nedenfor|her (?:er|følger)",
        means=("er|var|betyr|kalles|heter|viser til|består av|defineres"),
        concludes=("oppsummert|alt i alt|kort sagt|til slutt|altså|dermed"),
        address=("du|din|ditt|dine|dere|vi|oss|vår|jeg|min"),
        claims=(
            "definisjon(?:er)?|setning|teorem|lemma|korollar|aksiom|lov|prinsipp|regel|viktig|husk|konklusjon|resultat"
        ),
        minor=("eksempe(?:l|ler)|bevis|bemerkning(?:er)?|merknad|tips|se|kilde|figur|tabell"),
        sums=("sammendrag|oppsummering|konklusjon(?:er)?|det viktigste"),
        aside=(
            "referanser|litteratur.*|kilder|videre lesning|læringsmål|innhold(?:sfortegnelse)?|øvelser|"
            "oppgaver|lekser|spørsmål|takk|lenker|løsninger|se også"
        ),
    ),
    stemmer="norwegian",
)
