"""German."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="de",
    words={
        "contents": "Inhalt",
        "overview": "Überblick",
        "summary": "Zusammenfassung",
        "notes": "Notizen",
        "page": "{page} von {pages}",
        "continued": "Fortsetzung",
        "introduction": "Einführung",
        "note": "Hinweis",
        "tip": "Tipp",
        "important": "Wichtig",
        "warning": "Warnung",
        "caution": "Vorsicht",
        "example": "Beispiel",
        "exercise": "Übung",
        "figure": "Abbildung",
        "table": "Tabelle",
        "equation": "Gleichung",
        "section": "Abschnitt",
        "references": "Literatur",
        "answer": "Antwort",
        "answers": "Antworten",
        "points": "Punkte",
        "true": "richtig",
        "false": "falsch",
        "question": "Frage",
        "explanation": "Erklärung",
        "glossary": "Glossar",
        "index": "Register",
        "slide": "Folie",
        "handout": "Handout",
        "chronology": "Zeittafel",
        "people": "Personen",
        "name": "Name",
        "date": "Datum",
        "corrections": "Berichtigungen",
        "test": "Test",
        "class": "Klasse",
        "grade": "Note",
        "match": "Ordne zu, was zusammengehört.",
        "order": "Bringe in die zeitliche Reihenfolge.",
        "explain": "Erkläre",
        "done": "erledigt",
        "to do": "offen",
        "event": "Ereignis",
        "page number": "Seite",
        "column chart": "Säulendiagramm",
        "bar chart": "Balkendiagramm",
        "line chart": "Liniendiagramm",
        "area chart": "Flächendiagramm",
        "pie chart": "Kreisdiagramm",
        "scatter chart": "Streudiagramm",
    },
    quotes=("„", "“"),
    inner_quotes=("‚", "‘"),
    decimal=",",
    group=".",
    citations="de-DE",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    before_our_era=(r"v\.\s?chr\.?", r"v\.\s?u\.\s?z\.?"),
    centuries=("jahrhundert", r"jh\."),
    ordinals=(r"\.",),
    summary_titles=(
        "zusammenfassung",
        "fazit",
        "schluss",
        "schlussfolgerung",
        "schlussfolgerungen",
        "kurz gesagt",
        "ausblick und fazit",
    ),
    conclusions=(
        "insgesamt",
        "zusammenfassend",
        "zusammengefasst",
        "alles in allem",
        "abschließend",
        "fazit",
        "kurz gesagt",
        "letztlich",
    ),
    parts=(
        "woche",
        "tag",
        "vorlesung",
        "lektion",
        "kapitel",
        "teil",
        "einheit",
        "modul",
        "sitzung",
        "abschnitt",
        "folie",
        "thema",
    ),
    reference_titles=("literatur", "literaturverzeichnis", "bibliographie", "quellen"),
    locators={
        "s": "page",
        "seite": "page",
        "seiten": "page",
        "kap": "chapter",
        "kapitel": "chapter",
        "abschn": "section",
        "abschnitt": "section",
        "bd": "volume",
        "band": "volume",
    },
    yes=("ja", "wahr"),
    no=("nein", "unwahr"),
    telling_words=frozenset(
        "der die das und ist nicht ein eine von zu mit den dem des auf sich wird werden auch für".split()
    ),
    letters="äöüß",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=(
            "hr fr hrn dipl ing dipl.-ing mag hl geb gest verh bzw vgl sog u.a z.b d.h u.u i.d.r s.o s.u v.a "
            "o.ä i.a m.e m.w bspw evtl ggf insb insbes einschl ausschl zzgl inkl exkl gem lt frz engl dt lat "
            "griech russ ital span amerik urspr ehem allg wiss polit wirtsch v.chr n.chr ges zit hrsg phil "
            "rer nat med jur urt beschl az rspr grds ggü i.v.m i.s.d i.s.v m.w.n i.ü"
        ),
        numbered=(
            "s abb kap nr ziff abs art bd bde aufl jg h anm fn tab gl lfd mio mrd std min sek jan feb mär apr "
            "jun jul aug sep sept okt nov dez jh jhd satz hs alt var buchst lit aufg übg vol "
            "rn rdnr rz §"
        ),
        others=("usw etc uvm u.v.m usf ff f str co chr sen jun jr"),
    ),
    before_places="in nach aus bei",
    person_pronouns="er",
    before_persons=(
        "präsident präsidentin könig königin kaiser kaiserin prinz prinzessin papst general minister "
        "ministerin kanzler kanzlerin professor professorin doktor herr frau graf herzog"
    ),
    small_words=(
        "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes "
        "auch auf aus bei beim beiden bereits besonders bevor bin bis bist da dabei dadurch dafür dagegen "
        "daher dahin damals damit danach daneben dann daran darauf daraus darf darin darüber darum das "
        "dass daß davon dazu dein deine dem den denen denn dennoch der deren des deshalb dessen dich die "
        "dies diese diesem diesen dieser dieses dir doch dort du durch ebenso eher ein eine einem einen "
        "einer eines einfach einige einigen einmal er erst es etwa etwas euch euer eure für gab ganz gar "
        "gegen geht gerade gibt habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre "
        "ihrem ihren ihrer ihres im immer in indem ins ist ja je jede jedem jeden jeder jedes jedoch jene "
        "jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner konnte konnten können lassen "
        "mal man manche mehr mein meine meist mich mir mit muss musste müssen nach nachdem nicht nichts "
        "nie noch nun nur ob oder oft ohne schon sehr sei sein seine seinem seinen seiner seines seit "
        "selbst sich sie sind so sobald sogar solche soll sollen sollte somit sondern sonst sowie sowohl "
        "statt trotz trotzdem über um und uns unser unsere unter viel viele vielen vom von vor war waren "
        "warum was wegen weil weiter welche welchem welchen welcher welches wenig wenn wer werde werden "
        "wie wieder will wir wird wirklich wo wobei wodurch wollen worden wurde wurden würde während zu "
        "zum zur zwar zwei zwischen jedenfalls zudem außerdem"
    ),
    counts_with_stops=True,
    phrases=Phrases(
        greeting=(
            "gern|gerne|natürlich|selbstverständlich|hallo|liebe|lieber|willkommen|herzlich willkommen|"
            "viel erfolg|viel glück|viel spaß|danke|vielen dank|ich hoffe|wir hoffen|melde dich|"
            "melden sie sich|hier ist|hier sind"
        ),
        aims=(
            "in (?:diesem|dieser) (?:abschnitt|kapitel|lektion|vorlesung|kurs|modul|einheit|text|teil|artikel)|"
            "(?:dieser|diese|dieses) (?:abschnitt|kapitel|lektion|vorlesung|kurs|modul|text|teil)|(?:wir|sie|"
            "ihr) (?:werden|werdet|lernen|lernt)|nach (?:diesem|dieser)|am ende (?:dieses|dieser)|lernziele?|"
            "im (?:folgenden|nächsten)|(?:nun|jetzt|zuerst|zunächst) (?:werden|wollen) wir|die studierenden"
        ),
        asks=(
            "siehe|beachten? sie|beachte|betrachten? (?:sie|wir)|lesen? sie|lies|schauen? sie|überlegen? sie|"
            "versuchen? sie|denken? sie|lösen sie|beantworten sie|nennen sie|erklären sie|beschreiben sie|"
            "stellen sie|klicken sie"
        ),
        prompts=(
            "erklären? sie|erkläre|erläutern? sie|erläutere|beschreiben sie|beschreibe|nennen sie|nenne|"
            "vergleichen sie|vergleiche|diskutieren sie|diskutiere|definieren sie|definiere|begründen sie|"
            "begründe|skizzieren sie|skizziere|bewerten sie|fassen sie|berechnen sie|berechne|beweisen sie|"
            "zeigen sie"
        ),
        example=(r"zum beispiel|z\. ?b\.|beispielsweise|ein beispiel|als beispiel|etwa|so zum beispiel"),
        back=(
            "er|sie|es|dies|diese|dieser|dieses|diesem|diesen|das|solche|sein|seine|ihr|ihre|hier|dort|so|aber|"
            "und|oder|auch|dann|daher|deshalb|dadurch|dabei|damit|jedoch|außerdem|zudem|dennoch|trotzdem|"
            "stattdessen|beide|andere"
        ),
        refers=(
            "er|sie|es|dies|diese|dieser|dieses|diesem|diesen|solche|solcher|sein|seine|ihr|ihre|beide|"
            "dabei|dadurch|dazu|davon|darunter|(?:von|unter) (?:diesen|ihnen)"
        ),
        connects=(
            "allerdings|außerdem|zudem|ferner|dennoch|trotzdem|jedoch|zum beispiel|beispielsweise|folglich|"
            "also|somit|schließlich|einerseits|andererseits|kurz gesagt|mit anderen worten"
        ),
        announces=(
            "(?:nachstehend|nachfolgend|im folgenden|unten|hier) (?:ist|sind|folgt|folgen|steht|stehen|sehen)|"
            "es folgt|es folgen"
        ),
        means=("ist|sind|war|waren|heißt|heißen|bedeutet|bezeichnet|nennt man|versteht man|besteht aus|beschreibt"),
        concludes=("insgesamt|zusammenfassend|alles in allem|abschließend|kurz gesagt|letztlich|folglich|somit|also"),
        address=("sie|ihr|du|dein|deine|ihnen|dir|wir|uns|unser|ich|mein"),
        claims=(
            "definition(?:en)?|satz|theorem|lemma|proposition|korollar|folgerung|axiom|gesetz|prinzip|regel|"
            "behauptung|kernaussage|kernpunkte?|merke|merksatz|wichtig|fazit|kurz|ergebnis"
        ),
        minor=(
            "beispiele?|beweis|beweisskizze|bemerkung(?:en)?|anmerkung(?:en)?|hinweise?|tipps?|siehe|"
            "siehe auch|quelle|abbildung|tabelle"
        ),
        sums=(
            "(?:kapitel)?zusammenfassung|fazit|das wichtigste.*|kernaussagen|kernpunkte|kurz gesagt|"
            "schluss(?:folgerung(?:en)?)?|merke"
        ),
        aside=(
            "literatur(?:verzeichnis)?|quellen(?:verzeichnis)?|weiterführende .*|lernziele?|"
            "inhalt(?:sverzeichnis)?|übungen|übungsaufgaben|aufgaben|hausaufgaben?|wiederholungsfragen|"
            "fragen|danksagung|links|lösungen|siehe auch|praktikum|optional.*|zum weiterlesen"
        ),
    ),
    stemmer="german",
    capital_nouns=True,
)
