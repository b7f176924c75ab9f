"""Finnish."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="fi",
    words={
        "contents": "Sisällys",
        "overview": "Yleiskatsaus",
        "summary": "Yhteenveto",
        "notes": "Muistiinpanot",
        "page": "{page} / {pages}",
        "continued": "jatkoa",
        "introduction": "Johdanto",
        "note": "Huomautus",
        "tip": "Vinkki",
        "important": "Tärkeää",
        "warning": "Varoitus",
        "caution": "Varo",
        "example": "Esimerkki",
        "exercise": "Harjoitus",
        "figure": "Kuva",
        "table": "Taulukko",
        "equation": "Yhtälö",
        "section": "Luku",
        "references": "Lähteet",
        "answer": "Vastaus",
        "answers": "Vastaukset",
        "points": "Pisteet",
        "true": "tosi",
        "false": "epätosi",
        "question": "Kysymys",
        "explanation": "Selitys",
        "glossary": "Sanasto",
        "index": "Hakemisto",
        "slide": "Dia",
        "handout": "Moniste",
        "chronology": "Aikajana",
        "people": "Henkilöt",
        "name": "Nimi",
        "date": "Päivämäärä",
        "corrections": "Korjaukset",
        "test": "Koe",
        "class": "Luokka",
        "grade": "Arvosana",
        "match": "Yhdistä yhteenkuuluvat.",
        "order": "Järjestä aikajärjestykseen.",
        "explain": "Selitä",
        "done": "tehty",
        "to do": "tekemättä",
        "event": "Tapahtuma",
        "page number": "Sivu",
        "column chart": "Pylväskaavio",
        "bar chart": "Palkkikaavio",
        "line chart": "Viivakaavio",
        "area chart": "Aluekaavio",
        "pie chart": "Ympyräkaavio",
        "scatter chart": "Pistekaavio",
    },
    quotes=("”", "”"),
    inner_quotes=("’", "’"),
    decimal=",",
    group="\u00a0",
    citations="fi-FI",
    months=(
        "tammikuu",
        "helmikuu",
        "maaliskuu",
        "huhtikuu",
        "toukokuu",
        "kesäkuu",
        "heinäkuu",
        "elokuu",
        "syyskuu",
        "lokakuu",
        "marraskuu",
        "joulukuu",
    ),
    months_in_dates=(
        "tammikuuta",
        "helmikuuta",
        "maaliskuuta",
        "huhtikuuta",
        "toukokuuta",
        "kesäkuuta",
        "heinäkuuta",
        "elokuuta",
        "syyskuuta",
        "lokakuuta",
        "marraskuuta",
        "joulukuuta",
    ),
    before_our_era=(r"e\.?kr\.?", r"e\.?aa\.?"),
    centuries=("vuosisa",),
    ordinals=(r"\.",),
    summary_titles=("yhteenveto", "johtopäätös", "johtopäätökset", "tiivistelmä"),
    conclusions=("yhteenvetona", "lopuksi", "kaiken kaikkiaan", "lyhyesti sanottuna"),
    parts=("viikko", "päivä", "luento", "oppitunti", "luku", "osa", "moduuli", "aihe"),
    reference_titles=("kirjallisuus", "lähdeluettelo"),
    locators={"s": "page", "sivu": "page", "luku": "chapter"},
    yes=("kyllä", "oikein"),
    no=("ei", "väärin"),
    telling_words=frozenset("ja on ei että oli joka kun myös mutta ovat hän tai kuin sekä niin sen".split()),
    letters="äöå",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("esim ks vrt ns mm eli ym jne tri prof"),
        numbered=("s nro kuv taul luku"),
        others=("jne ym yms"),
    ),
    small_words=(
        "ei eivät eli emme en enemmän ennen että he hän hänen häntä ilman itse ja jo johon joiden joita "
        "jolla jonka jos joka jossa josta jota jotka jotta kaikki kanssa kautta koska kuin kuinka "
        "kuitenkin kun kuten me mikä miksi missä mitä mukaan mutta myös ne niiden niin niitä noin nyt "
        "näiden näin nämä ole oli olivat olla on ovat sanoi se sekä sen siellä siihen siis sillä sinä "
        "sitten sitä tai te tuo tässä tämä tämän tätä vaan vai vaikka vain voi voidaan voivat yli"
    ),
    counts_with_stops=True,
    phrases=Phrases(
        greeting=("totta kai|tietysti|hei|moi|hyvät|tervetuloa|onnea|kiitos|toivon|toivomme|tässä on"),
        aims=(
            "tässä (?:luvussa|osiossa|luennossa|luennolla|kurssissa|kurssilla|osassa|oppitunnissa)|"
            "tämä (?:luku|osio|luento|kurssi|oppitunti)|(?:opimme|opit|käsittelemme)|oppimistavoitteet"
        ),
        asks=(
            r"katso|ks\.?|huomaa|tarkastele|lue|kokeile|muista|kuvittele|mieti|selitä|kuvaile|vastaa|vertaa|"
            "laske"
        ),
        prompts=("selitä|kuvaile|vertaa|määrittele|pohdi|luettele|perustele|analysoi|laske|todista"),
        example=(r"esimerkiksi|esim\.?|esimerkkinä|esimerkki"),
        back=(
            "hän|he|se|ne|tämä|nämä|tuo|hänen|sen|niiden|tässä|siellä|niin|mutta|ja|tai|myös|sitten|siksi|"
            "kuitenkin|lisäksi|molemmat|muut"
        ),
        refers="hän|he|se|ne|tämä|nämä|tuo|hänen|sen|niiden|molemmat",
        connects="kuitenkin|lisäksi|siksi|esimerkiksi|silti|lopuksi|siis|toisaalta|toisin sanoen",
        announces="seuraavassa|alla (?:on|ovat)|tässä (?:on|ovat)",
        means=("on|ovat|oli|tarkoittaa|kutsutaan|sanotaan|merkitsee|koostuu|määritellään"),
        concludes=("yhteenvetona|kaiken kaikkiaan|lyhyesti|lopuksi|siis|näin ollen"),
        address=("sinä|sinun|te|teidän|me|meidän|minä|minun"),
        claims=(
            "määritelmä|lause|apulause|lemma|seuraus|aksiooma|laki|periaate|sääntö|tärkeää|muista|johtopäätös|tulos"
        ),
        minor=(r"esimerk(?:ki|it)|todistus|huomautus|huom\.?|vinkki|ks\.?|lähde|kuva|taulukko"),
        sums=("yhteenveto|tiivistelmä|johtopäätökset|tärkeintä"),
        aside=(
            "lähteet|kirjallisuus|lisälukemista|oppimistavoitteet|tavoitteet|sisällys(?:luettelo)?|"
            "harjoitukset|tehtävät|kotitehtävät|kysymykset|kiitokset|linkit|ratkaisut|katso myös"
        ),
    ),
    stemmer="finnish",
)
