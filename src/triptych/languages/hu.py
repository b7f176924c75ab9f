"""Hungarian."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="hu",
    words={
        "contents": "Tartalom",
        "overview": "Áttekintés",
        "summary": "Összefoglalás",
        "notes": "Jegyzetek",
        "page": "{page} / {pages}",
        "continued": "folytatás",
        "introduction": "Bevezetés",
        "note": "Megjegyzés",
        "tip": "Tipp",
        "important": "Fontos",
        "warning": "Figyelmeztetés",
        "caution": "Vigyázat",
        "example": "Példa",
        "exercise": "Gyakorlat",
        "figure": "Ábra",
        "table": "Táblázat",
        "equation": "Egyenlet",
        "section": "Szakasz",
        "references": "Irodalom",
        "answer": "Válasz",
        "answers": "Válaszok",
        "points": "Pont",
        "true": "igaz",
        "false": "hamis",
        "question": "Kérdés",
        "explanation": "Magyarázat",
        "glossary": "Szójegyzék",
        "index": "Tárgymutató",
        "slide": "Dia",
        "handout": "Segédanyag",
        "chronology": "Kronológia",
        "people": "Személyek",
        "name": "Név",
        "date": "Dátum",
        "corrections": "Javítások",
        "test": "Teszt",
        "class": "Osztály",
        "grade": "Érdemjegy",
        "match": "Párosítsd az összetartozókat!",
        "order": "Állítsd időrendi sorrendbe!",
        "explain": "Magyarázd el",
        "done": "kész",
        "to do": "elvégzendő",
        "event": "Esemény",
        "page number": "Oldal",
        "column chart": "Oszlopdiagram",
        "bar chart": "Sávdiagram",
        "line chart": "Vonaldiagram",
        "area chart": "Területdiagram",
        "pie chart": "Kördiagram",
        "scatter chart": "Pontdiagram",
    },
    numbered="{number}. {name}",
    quotes=("„", "”"),
    inner_quotes=("»", "«"),
    decimal=",",
    group="\u00a0",
    citations="hu-HU",
    months=(
        "január",
        "február",
        "március",
        "április",
        "május",
        "június",
        "július",
        "augusztus",
        "szeptember",
        "október",
        "november",
        "december",
    ),
    before_our_era=(r"i\.\s?e\.", r"kr\.\s?e\."),
    centuries=("század",),
    ordinals=(r"\.",),
    summary_titles=("összefoglalás", "összegzés", "következtetés", "következtetések", "befejezés"),
    conclusions=("összefoglalva", "összegezve", "összességében", "röviden", "végül,"),
    reference_titles=("irodalomjegyzék", "felhasznált irodalom", "források", "hivatkozások"),
    locators={"o": "page", "oldal": "page", "fejezet": "chapter"},
    yes=("igen",),
    no=("nem",),
    telling_words=frozenset("az és hogy nem egy volt ez csak mint vagy azt már amely kell lehet minden után".split()),
    letters="áéíóöőúüű",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("dr prof ifj id özv pl ill ún kb vö ld i.sz i.e"),
        numbered=("o old sz ábra táb fej"),
        others=("stb"),
    ),
    small_words=(
        "a abban ahhoz ahogy aki akik akkor alatt általában amely amelyek amelyet ami amikor annak arra "
        "át az azért azok azon azonban aztán azt bár be csak de e egy egyes egyéb egyik együtt el elő "
        "előtt én és ez ezek ezen ezért ezt fel felé fog ha hanem hiszen hogy hogyan igen így ill illetve "
        "is itt jól kell kellett ki kívül le legyen lehet lenne lesz ma már más meg mellett mely melyek "
        "mert mi miatt mikor milyen mint mintha mivel most nagy nagyon ne nekem nem nincs ő ők ön össze "
        "pedig persze s sem semmi sok során számára szerint szinte talán te tehát több tovább ugyanis új "
        "úgy után vagy vagyis van vannak vele volna volt voltak"
    ),
    counts_with_stops=True,
    phrases=Phrases(
        greeting=(
            "természetesen|persze|szia|sziasztok|kedves|üdvözlöm|üdvözöljük|sok sikert|köszönöm|köszönjük|"
            "remélem|reméljük|íme"
        ),
        aims=(
            "ebben a (?:fejezetben|részben|leckében|előadásban|kurzusban|modulban|szakaszban)|"
            "ez a (?:fejezet|rész|lecke|előadás|kurzus|modul)|(?:megtanuljuk|megismerjük|áttekintjük)|célok|"
            "tanulási célok"
        ),
        asks=(
            r"lásd|ld\.?|vegyük|figyeljük|olvassa|nézze|próbálja|emlékezzen|képzelje|gondoljon|magyarázza|"
            "írja le|válaszoljon|hasonlítsa|számítsa"
        ),
        prompts=(
            "magyarázza|magyarázd|ismertesse|hasonlítsa össze|definiálja|sorolja fel|indokolja|számítsa ki|bizonyítsa"
        ),
        example=(r"például|pl\.?|egy példa|példaként"),
        back=("ő|ők|az|ez|azok|ezek|ilyen|itt|ott|így|de|és|vagy|is|akkor|ezért|azonban|továbbá|mégis|mindkettő|mások"),
        refers="ő|ők|ez|azok|ezek|ilyen|mindkettő",
        connects="azonban|továbbá|ezért|például|mégis|tehát|végül|viszont|más szóval",
        announces="alább|íme|az alábbi",
        means=("jelenti|jelent|nevezzük|nevezik|hívjuk|úgynevezett|áll|definiáljuk"),
        concludes=("összefoglalva|összességében|röviden|végül|tehát|így"),
        address=("te|ti|ön|önök|mi|mienk|én|enyém"),
        claims=(
            "definíció|meghatározás|tétel|lemma|állítás|következmény|axióma|törvény|elv|szabály|fontos|"
            "jegyezzük meg|következtetés|eredmény"
        ),
        minor=("példák?|bizonyítás|megjegyzés(?:ek)?|tipp|lásd|forrás|ábra|táblázat"),
        sums=("összefoglalás|összefoglaló|következtetések?|a legfontosabb.*|röviden"),
        aside=(
            "irodalom.*|hivatkozások|források|további olvasmányok|célok|tanulási célok|tartalom(?:jegyzék)?|"
            "gyakorlatok|feladatok|házi feladat(?:ok)?|kérdések|köszönetnyilvánítás|linkek|megoldások|"
            "lásd még"
        ),
    ),
    stemmer="hungarian",
    own_letters="öőüű",
)
