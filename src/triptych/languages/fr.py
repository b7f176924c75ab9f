"""French."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="fr",
    words={
        "contents": "Sommaire",
        "overview": "Vue d’ensemble",
        "summary": "Résumé",
        "notes": "Notes",
        "page": "{page} sur {pages}",
        "continued": "suite",
        "introduction": "Introduction",
        "note": "Remarque",
        "tip": "Astuce",
        "important": "Important",
        "warning": "Avertissement",
        "caution": "Attention",
        "example": "Exemple",
        "exercise": "Exercice",
        "figure": "Figure",
        "table": "Tableau",
        "equation": "Équation",
        "section": "Section",
        "references": "Références",
        "answer": "Réponse",
        "answers": "Réponses",
        "points": "Points",
        "true": "vrai",
        "false": "faux",
        "question": "Question",
        "explanation": "Explication",
        "glossary": "Glossaire",
        "index": "Index",
        "slide": "Diapositive",
        "handout": "Polycopié",
        "chronology": "Chronologie",
        "people": "Personnes",
        "name": "Nom",
        "date": "Date",
        "corrections": "Corrections",
        "test": "Test",
        "class": "Classe",
        "grade": "Note",
        "match": "Associez ce qui va ensemble.",
        "order": "Classez par ordre chronologique.",
        "explain": "Expliquez",
        "done": "fait",
        "to do": "à faire",
        "event": "Événement",
        "page number": "Page",
        "column chart": "Histogramme",
        "bar chart": "Diagramme à barres",
        "line chart": "Courbes",
        "area chart": "Graphique en aires",
        "pie chart": "Graphique en secteurs",
        "scatter chart": "Nuage de points",
    },
    quotes=("«\u00a0", "\u00a0»"),
    inner_quotes=("“", "”"),
    decimal=",",
    group="\u202f",
    before_colon="\u00a0",
    citations="fr-FR",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    before_our_era=(r"av\.\s?j\.?-?\s?c\.?", r"av\.\s?n\.\s?è\."),
    centuries=("siècle",),
    ordinals=("e", "er", "ème", "è"),
    summary_titles=(
        "résumé",
        "resume",
        "conclusion",
        "conclusions",
        "en résumé",
        "en conclusion",
        "synthèse",
        "bilan",
        "à retenir",
    ),
    conclusions=(
        "en résumé",
        "en conclusion",
        "en somme",
        "en définitive",
        "en bref",
        "pour conclure",
        "pour résumer",
        "dans l'ensemble",
        "finalement,",
        "bref,",
    ),
    parts=(
        "semaine",
        "jour",
        "cours",
        "leçon",
        "chapitre",
        "partie",
        "unité",
        "module",
        "section",
        "séance",
        "diapositive",
        "thème",
    ),
    reference_titles=("références", "bibliographie"),
    locators={
        "p": "page",
        "pp": "page",
        "page": "page",
        "pages": "page",
        "chap": "chapter",
        "chapitre": "chapter",
        "sect": "section",
        "section": "section",
        "vol": "volume",
    },
    yes=("oui",),
    no=("non",),
    telling_words=frozenset(
        "le les des et est une dans que qui pour du pas sur par avec sont plus ce cette au".split()
    ),
    letters="àâæçéèêëîïôœùûüÿ",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("m mm mme mmes mlle mlles me mgr pr cf env av apr j.-p éd éds coll trad dir p.-ex p.ex c.-à-d ex ste"),
        numbered=("p pp n art chap fig vol t al § janv févr avr juil sept oct nov déc éq tab réf l"),
        others=("etc j.-c s.a sq sqq suiv hab"),
    ),
    before_places="à en vers",
    before_persons=(
        "président présidente roi reine empereur impératrice prince princesse pape général colonel sénateur "
        "ministre chancelier professeur docteur saint sainte monsieur madame"
    ),
    small_words=(
        "à afin ai ainsi alors après assez au aucun aujourd aura aussi autre autres aux avait avant avec "
        "avoir ayant beaucoup bien c ça car ce ceci cela celle celles celui cependant ces cet cette ceux "
        "chaque chez comme comment d dans de déjà depuis des deux devant donc dont du elle elles en "
        "encore enfin ensuite entre est et étaient était étant été être eu fait faire fois font furent "
        "fut grâce hors hui ici il ils j je jusque l la laquelle le lequel les lesquels leur leurs lors "
        "lorsque lui m ma mais malgré me même mêmes mes moins mon n ne ni non nos notre nous on ont or ou "
        "où par parce parfois parmi pas pendant peu peut peuvent plus plusieurs pour pourquoi pourtant "
        "près puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi s sa sans se "
        "selon sera ses seulement si sien soit son sont sous souvent sur t ta tandis tant te tel telle "
        "telles tels tes toi ton toujours tous tout toute toutefois toutes très trop tu un une vers voici "
        "voilà vos votre vous y"
    ),
    phrases=Phrases(
        greeting=(
            "bien sûr|bonjour|bonsoir|chers?|chères?|bienvenue|bonne chance|bon courage|merci|n'hésitez|"
            "j'espère|nous espérons|voici|voilà|d'accord"
        ),
        aims=(
            "dans (?:cette?|ce) (?:section|chapitre|leçon|cours|module|partie|texte|article)|(?:cette?|"
            "ce) (?:section|chapitre|leçon|cours|module|partie)|(?:nous|vous) (?:allons|allez|verrons|verrez|"
            "apprendrez|étudierons)|à la fin de|objectifs?|après (?:cette?|ce)|d'abord, nous"
        ),
        asks=(
            "voir|voyez|notez|considérons|considérez|lisez|regardez|essayez|rappelez|imaginez|pensez|expliquez|"
            "décrivez|répondez|complétez|cliquez|calculez|comparez|trouvez"
        ),
        prompts=(
            "expliquez|explique|décrivez|décris|comparez|définissez|discutez|nommez|citez|justifiez|résumez|"
            "analysez|évaluez|calculez|démontrez|donnez"
        ),
        example=(r"par exemple|p\. ?ex\.|un exemple|à titre d'exemple|ainsi|prenons"),
        back=(
            "il|elle|ils|elles|ce|c'est|ceci|cela|ces|cet|cette|son|sa|ses|leur|leurs|ici|là|alors|mais|et|ou|"
            "aussi|donc|cependant|toutefois|néanmoins|de plus|en outre|en effet|ainsi|par conséquent|"
            "au contraire|les deux|d'autres"
        ),
        refers=(
            "il|elle|ils|elles|ce|c'est|ceci|cela|ces|cet|cette|son|sa|ses|leur|leurs|celui-ci|celle-ci|"
            "parmi (?:eux|elles)"
        ),
        connects=(
            "cependant|toutefois|néanmoins|de plus|en outre|en effet|par conséquent|par exemple|ainsi|donc|"
            "enfin|d'ailleurs|au contraire|en revanche|autrement dit|de même"
        ),
        announces="voici|ci-dessous|ci-après",
        means=(
            "est|sont|était|étaient|signifie|désigne|désignent|s'appelle|on appelle|consiste|représente|est appelée?"
        ),
        concludes=(
            "en (?:résumé|conclusion|somme|définitive|bref)|pour (?:conclure|résumer)|dans l'ensemble|"
            "finalement|bref|par conséquent"
        ),
        address=("vous|votre|vos|nous|notre|nos|tu|ton|ta|tes|je|mon|ma|mes"),
        claims=(
            "définitions?|théorème|lemme|proposition|corollaire|axiome|loi|principe|règle|idée clé|"
            "points? clés?|à retenir|important|en bref|conclusion|résultat"
        ),
        minor=("exemples?|preuve|démonstration|remarques?|notes?|astuces?|voir|voir aussi|source|figure|tableau"),
        sums=("résumé|synthèse|bilan|à retenir|l'essentiel|points clés|conclusions?|en (?:résumé|bref|conclusion)"),
        aside=(
            "références|bibliographie|sources|pour aller plus loin|lectures|objectifs?.*|sommaire|"
            "table des matières|exercices?|devoirs?|questions|remerciements|liens|solutions|corrigés?|"
            "voir aussi|travaux pratiques|facultatif.*|optionnel.*"
        ),
    ),
    stemmer="french",
)
