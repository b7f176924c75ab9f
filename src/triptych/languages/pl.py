"""Polish."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="pl",
    words={
        "contents": "Spis treści",
        "overview": "Przegląd",
        "summary": "Podsumowanie",
        "notes": "Notatki",
        "page": "{page} z {pages}",
        "continued": "ciąg dalszy",
        "introduction": "Wprowadzenie",
        "note": "Uwaga",
        "tip": "Wskazówka",
        "important": "Ważne",
        "warning": "Ostrzeżenie",
        "caution": "Ostrożnie",
        "example": "Przykład",
        "exercise": "Ćwiczenie",
        "figure": "Rysunek",
        "table": "Tabela",
        "equation": "Równanie",
        "section": "Rozdział",
        "references": "Bibliografia",
        "answer": "Odpowiedź",
        "answers": "Odpowiedzi",
        "points": "Punkty",
        "true": "prawda",
        "false": "fałsz",
        "question": "Pytanie",
        "explanation": "Wyjaśnienie",
        "glossary": "Słowniczek",
        "index": "Indeks",
        "slide": "Slajd",
        "handout": "Materiały",
        "chronology": "Chronologia",
        "people": "Osoby",
        "name": "Imię i nazwisko",
        "date": "Data",
        "corrections": "Poprawki",
        "test": "Test",
        "class": "Klasa",
        "grade": "Ocena",
        "match": "Połącz pasujące elementy.",
        "order": "Ułóż w kolejności chronologicznej.",
        "explain": "Wyjaśnij",
        "done": "zrobione",
        "to do": "do zrobienia",
        "event": "Wydarzenie",
        "page number": "Strona",
        "column chart": "Wykres kolumnowy",
        "bar chart": "Wykres słupkowy",
        "line chart": "Wykres liniowy",
        "area chart": "Wykres warstwowy",
        "pie chart": "Wykres kołowy",
        "scatter chart": "Wykres punktowy",
    },
    quotes=("„", "”"),
    inner_quotes=("«", "»"),
    decimal=",",
    group="\u00a0",
    citations="pl-PL",
    months=(
        "styczeń",
        "luty",
        "marzec",
        "kwiecień",
        "maj",
        "czerwiec",
        "lipiec",
        "sierpień",
        "wrzesień",
        "październik",
        "listopad",
        "grudzień",
    ),
    months_in_dates=(
        "stycznia",
        "lutego",
        "marca",
        "kwietnia",
        "maja",
        "czerwca",
        "lipca",
        "sierpnia",
        "września",
        "października",
        "listopada",
        "grudnia",
    ),
    before_our_era=(r"p\.\s?n\.\s?e\.",),
    centuries=("wiek",),
    ordinals=(r"\.",),
    summary_titles=("podsumowanie", "wnioski", "streszczenie", "zakończenie"),
    conclusions=("podsumowując", "reasumując", "ogólnie rzecz", "w sumie"),
    parts=("tydzień", "dzień", "wykład", "lekcja", "rozdział", "część", "temat"),
    reference_titles=("bibliografia", "literatura"),
    locators={
        "s": "page",
        "str": "page",
        "strona": "page",
        "rozdz": "chapter",
        "rozdział": "chapter",
        "t": "volume",
        "tom": "volume",
    },
    yes=("tak",),
    no=("nie",),
    telling_words=frozenset("w i na się nie z do jest że to przez od po oraz jak są który dla które lub".split()),
    letters="ąćęłńóśźż",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("p dr hab inż mgr np tzn tj m.in św ul al por zob ks gen płk red tzw ok ang łac niem fr n.e p.n.e"),
        numbered=("s str nr rys tab ćw zad rozdz t wyd art poz par r w"),
        others=("itd itp etc n.e im"),
    ),
    before_places="w we",
    before_persons="prezydent król królowa cesarz książę papież generał minister kanclerz profesor doktor święty",
    small_words=(
        "a aby albo ale ani aż bardzo bez bo by być był była było były będzie będą chociaż choć ci co coś "
        "czy czyli dla dlaczego dlatego do dwa gdy gdyby gdzie go i ich ile im inne inny iż ja jak jaki "
        "jakie jako jeden jednak jednakże jedna jego jej jest jestem jeszcze jeśli jeżeli już każda każdy "
        "kiedy kilka kto która które którego której który których którym którzy lecz lub ma mają może "
        "można mnie mu my na nad nam nas nasz nawet nic nie nich niej niż no o obok od odkąd on ona one "
        "oni ono oraz po pod podczas ponad poza ponieważ prawie przed przede przez przy raz również są "
        "się skąd sobie swoje swój ta tak taka taki takie także tam te tego tej ten też to tu tutaj ty "
        "tych tylko tym u w we wiele wiec więc wszystkie wszystko wtedy z za zaś zawsze ze znów że żeby"
    ),
    counts_with_stops=True,
    phrases=Phrases(
        greeting=(
            "oczywiście|jasne|cześć|dzień dobry|witaj|witamy|drodzy|powodzenia|dziękuję|dziękujemy|mam nadzieję|oto"
        ),
        aims=(
            "w (?:tym|tej) (?:rozdziale|sekcji|lekcji|wykładzie|kursie|module|części|tekście)|(?:ten|"
            "ta) (?:rozdział|sekcja|lekcja|wykład|kurs|moduł)|(?:poznamy|omówimy|nauczysz się|dowiesz się)|cele"
        ),
        asks=(
            "zobacz|patrz|zauważ|rozważ|przeczytaj|spójrz|spróbuj|pamiętaj|wyobraź|pomyśl|wyjaśnij|opisz|"
            "odpowiedz|porównaj"
        ),
        prompts=("wyjaśnij|opisz|porównaj|zdefiniuj|omów|wymień|uzasadnij|podsumuj|przeanalizuj|oblicz|udowodnij"),
        example=(r"na przykład|np\.|przykład|przykładem|przykładowo"),
        back=(
            "on|ona|ono|oni|one|to|ten|ta|te|ci|jego|jej|ich|tu|tam|tak|ale|i|lub|także|również|wtedy|więc|"
            "jednak|ponadto|dlatego|obaj|inni|taki|taka|takie"
        ),
        refers="on|ona|ono|oni|one|to|ten|ta|te|ci|jego|jej|ich|obaj|taki|taka|takie",
        connects=("jednak|ponadto|dlatego|na przykład|jednakże|niemniej|zatem|wreszcie|natomiast|innymi słowy|z kolei"),
        announces="poniżej|oto",
        means=("jest|są|był|była|było|to|oznacza|nazywa się|nazywamy|polega|określa"),
        concludes=("podsumowując|reasumując|ogólnie rzecz|w sumie|zatem"),
        address=("ty|twój|twoja|pan|pani|my|nasz|nasza|nam|nas|ja|mój"),
        claims=("definicj[ae]|twierdzenie|lemat|wniosek|aksjomat|prawo|zasada|reguła|ważne|zapamiętaj|w skrócie|wynik"),
        minor=(r"przykłady?|dowód|uwag[ai]|wskazówk[ai]|zob\.|źródło|rysunek|tabela"),
        sums=("podsumowanie|streszczenie|wnioski|najważniejsze.*"),
        aside=(
            "bibliografia|literatura|źródła|cele.*|spis treści|ćwiczenia|zadania|praca domowa|pytania|"
            "podziękowania|linki|rozwiązania|zobacz także"
        ),
    ),
    stemmer="polish",
    own_letters="ąćęłńóśźż",
)
