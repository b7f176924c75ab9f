"""Words that refer to something by its colour alone: "shown in green", "the red ones"."""

from triptych.patterns import late

_EN = "red|green|blue|yellow|orange|purple|pink|gr[ae]y"
_ENDS = r"(?=\s*(?:[.,;:!?)\]]|$|(?:must|should|may|can|are|is|were|was|means?|marks?|shows?)\b))"
PATTERNS = {
    "en": late(
        rf"\b(?:marked|highlighted|shown|drawn|printed|written|colou?red|shaded) (?:in )?(?:{_EN})\b(?! \w+s\b)"
        rf"|\b(?:items|words|parts|terms|lines|answers|entries|cells|rows|columns|bars|areas|text|everything|those)"
        rf" in (?:{_EN}){_ENDS}"
        rf"|\bthe (?:{_EN}) (?:ones?|curves?|arrows?|bars|dots|points|boxes|items|entries|rows|columns|words|lines)\b"
    ),
    "de": late(
        r"\b(?:rot|grün|blau|gelb|orange|grau) (?:markiert|hervorgehoben|dargestellt|eingezeichnet|gedruckt|unterlegt)"
        r"|\bin (?:rot|grün|blau|gelb|grau)(?=\s*[.,;:!?)]|$)"
        r"|\b(?:rote|grüne|blaue|gelbe|graue)n? "
        r"(?:pfeile?|balken|punkte|kästen|linien|kurven?|wörter|begriffe|zeilen)\b"
    ),
    "fr": late(
        r"\b(?:indiqués?|indiquées?|marqués?|marquées?|surlignés?|surlignées?|écrits?|écrites?|représentés?|représentées?)"
        r" en (?:rouge|vert|bleu|jaune|orange|gris)\b"
        r"|\ben (?:rouge|vert|bleu|jaune|orange|gris)(?=\s*[.,;:!?)]|$)"
        r"|\b(?:flèches?|barres|courbes?|lignes|points|cases|mots) (?:rouges?|verte?s?|bleue?s?|jaunes?|grise?s?)\b"
    ),
    "es": late(
        r"\b(?:marcad[oa]s?|señalad[oa]s?|resaltad[oa]s?|escrit[oa]s?|mostrad[oa]s?) en "
        r"(?:rojo|verde|azul|amarillo|gris)\b"
        r"|\b(?:flechas?|barras|curvas?|líneas|puntos|palabras|casillas) "
        r"(?:roj[oa]s?|verdes?|azul(?:es)?|amarill[oa]s?)\b"
    ),
    "it": late(
        r"\b(?:indicat[oaie]|segnat[oaie]|evidenziat[oaie]|scritt[oaie]|mostrat[oaie]) in "
        r"(?:rosso|verde|blu|giallo|grigio)\b"
        r"|\b(?:frecce?|freccia|barre|curv[ae]|linee|punti|parole) (?:ross[oaie]|verd[ei]|blu|giall[oaie])\b"
    ),
    "pt": late(
        r"\b(?:marcad[oa]s?|assinalad[oa]s?|destacad[oa]s?|escrit[oa]s?|mostrad[oa]s?) "
        r"(?:a|em) (?:vermelho|verde|azul|amarelo)\b"
        r"|\b(?:setas?|barras|curvas?|linhas|pontos|palavras) (?:vermelh[oa]s?|verdes?|azu(?:l|is)|amarel[oa]s?)\b"
    ),
    "ru": late(
        r"\b(?:выделен|показан|отмечен|обозначен|написан)\w* (?:красн|зел[её]н|син|ж[её]лт|сер)(?:ым|им)\b"
        r"|\b(?:красн|зел[её]н|син|ж[её]лт|сер)(?:ые|ие) (?:стрелки|столбцы|точки|линии|слова|строки|кривые)\b"
    ),
}
"""For texts in small letters, by language; not everything that may be said, but little that means something else."""
OTHER_SIGNS = late(
    r"\b(?:bold|italic|underlined|dashed|dotted|striped|hatched|fett|kursiv|unterstrichen|gestrichelt|gepunktet|"
    r"en gras|italique|souligné|pointillé|hachuré|negrita|cursiva|subrayad|grassetto|corsivo|tratteggiat|negrito|"
    r"itálico|жирн|курсив|пунктир)"
)
"""What says that there is another sign than a colour."""
