"""Czech."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="cs",
    words={
        "contents": "Obsah",
        "overview": "Přehled",
        "summary": "Shrnutí",
        "notes": "Poznámky",
        "page": "{page} z {pages}",
        "continued": "pokračování",
        "introduction": "Úvod",
        "note": "Poznámka",
        "tip": "Tip",
        "important": "Důležité",
        "warning": "Varování",
        "caution": "Upozornění",
        "example": "Příklad",
        "exercise": "Cvičení",
        "figure": "Obrázek",
        "table": "Tabulka",
        "equation": "Rovnice",
        "section": "Oddíl",
        "references": "Literatura",
        "answer": "Odpověď",
        "answers": "Odpovědi",
        "points": "Body",
        "true": "pravda",
        "false": "nepravda",
        "question": "Otázka",
        "explanation": "Vysvětlení",
        "glossary": "Slovníček",
        "index": "Rejstřík",
        "slide": "Snímek",
        "handout": "Podklady",
        "chronology": "Chronologie",
        "people": "Osoby",
        "name": "Jméno",
        "date": "Datum",
        "corrections": "Opravy",
        "test": "Test",
        "class": "Třída",
        "grade": "Známka",
        "match": "Přiřaďte, co k sobě patří.",
        "order": "Seřaďte chronologicky.",
        "explain": "Vysvětlete",
        "done": "hotovo",
        "to do": "zbývá",
        "event": "Událost",
        "page number": "Strana",
        "column chart": "Sloupcový graf",
        "bar chart": "Pruhový graf",
        "line chart": "Spojnicový graf",
        "area chart": "Plošný graf",
        "pie chart": "Výsečový graf",
        "scatter chart": "Bodový graf",
    },
    quotes=("„", "“"),
    inner_quotes=("‚", "‘"),
    decimal=",",
    group="\u00a0",
    citations="cs-CZ",
    months=(
        "leden",
        "únor",
        "březen",
        "duben",
        "květen",
        "červen",
        "červenec",
        "srpen",
        "září",
        "říjen",
        "listopad",
        "prosinec",
    ),
    months_in_dates=(
        "ledna",
        "února",
        "března",
        "dubna",
        "května",
        "června",
        "července",
        "srpna",
        "září",
        "října",
        "listopadu",
        "prosince",
    ),
    month_abbreviations={"čvn": 6, "čvc": 7},
    before_our_era=(r"př\.\s?n\.\s?l\.", r"př\.\s?kr\."),
    centuries=("stolet", r"stol\."),
    ordinals=(r"\.",),
    summary_titles=("shrnutí", "souhrn", "závěr", "závěry"),
    conclusions=("celkově", "závěrem", "souhrnně", "stručně řečeno"),
    parts=("týden", "den", "přednáška", "lekce", "kapitola", "část", "modul", "téma"),
    reference_titles=("použitá literatura", "seznam literatury", "zdroje"),
    locators={"s": "page", "str": "page", "strana": "page", "kap": "chapter", "kapitola": "chapter"},
    yes=("ano",),
    no=("ne",),
    telling_words=frozenset(
        "je že jako pro které který jsou však byl také nebo jeho podle mezi ve byla být se".split()
    ),
    letters="áčďéěíňóřšťúůýž",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("p pí dr ing mgr doc prof tzv tj např sv ul atp resp př.n.l n.l"),
        numbered=("s str č obr tab kap odst sv r"),
        others=("atd apod aj"),
    ),
    before_places="v ve",
    before_persons="prezident král královna císař kníže papež generál ministr kancléř profesor doktor svatý",
    small_words=(
        "a aby ale ani až bez bude by byl byla bylo byly být co což či dále do ho i já jak jako jaké je "
        "jeho její jejich jen ještě jej jsem jsou k kde kdo kdy když která které který kteří ke ku má "
        "mají mezi může na nad ne nebo než není o od on ona oni ono pak po pod podle pokud poté pouze pro "
        "proč proto protože před při s se si sice svůj ta tak také takže tam tato te tedy ten tento této "
        "tím to toho tom tomto totiž tu tuto u už v ve však všechny z za zde že"
    ),
    counts_with_stops=True,
    phrases=Phrases(
        greeting=("samozřejmě|jistě|ahoj|dobrý den|milí|vítejte|hodně štěstí|děkuj[iu]|děkujeme|doufám|doufáme|zde je"),
        aims=(
            "v (?:této|tomto) (?:kapitole|části|lekci|přednášce|kurzu|modulu|oddíle)|(?:tato|"
            "tento) (?:kapitola|část|lekce|přednáška|kurz|modul)|(?:ukážeme si|naučíte se|dozvíte se|"
            "probereme)|cíle"
        ),
        asks=(
            "viz|všimněte si|uvažujme|uvažujte|přečtěte|podívejte|zkuste|pamatujte|představte|vysvětlete|"
            "popište|odpovězte|porovnejte|vypočtěte"
        ),
        prompts=("vysvětlete|vysvětli|popište|popiš|porovnejte|definujte|uveďte|zdůvodněte|vypočítejte|dokažte"),
        example=(r"například|např\.|příklad|příkladem|jako příklad"),
        back=(
            "on|ona|ono|oni|to|ten|ta|tento|tato|toto|tyto|jeho|její|jejich|zde|tam|tak|ale|a|i|nebo|také|"
            "pak|proto|však|navíc|přesto|oba|další|takový"
        ),
        refers="on|ona|ono|oni|to|ten|ta|tento|tato|toto|tyto|jeho|její|jejich|oba|takový",
        connects="však|navíc|proto|například|přesto|nicméně|tedy|konečně|naopak|jinými slovy",
        announces="níže|zde (?:je|jsou)|následuje",
        means=("je|jsou|byl|byla|bylo|znamená|nazývá se|označuje|rozumíme|skládá se"),
        concludes=("celkově|závěrem|shrnuto|stručně řečeno|tedy|proto"),
        address=("ty|tvůj|vy|váš|vás|vám|my|náš|nás|já|můj"),
        claims=("definice|věta|lemma|důsledek|axiom|zákon|princip|pravidlo|důležité|pamatujte|závěr|výsledek"),
        minor=("příklad(?:y)?|důkaz|poznámk[ay]|tip|viz|zdroj|obrázek|tabulka"),
        sums=("shrnutí|souhrn|závěr(?:y)?|to nejdůležitější"),
        aside=(
            "literatura|zdroje|odkazy|další četba|cíle.*|obsah|cvičení|úlohy|domácí úkol(?:y)?|otázky|"
            "poděkování|řešení|viz též"
        ),
    ),
    stemmer="czech",
    own_letters="čřšž",
)
