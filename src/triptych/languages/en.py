"""English."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="en",
    words={
        "contents": "Contents",
        "overview": "Overview",
        "summary": "Summary",
        "notes": "Notes",
        "page": "{page} of {pages}",
        "continued": "continued",
        "introduction": "Introduction",
        "note": "Note",
        "tip": "Tip",
        "important": "Important",
        "warning": "Warning",
        "caution": "Caution",
        "example": "Example",
        "exercise": "Exercise",
        "figure": "Figure",
        "table": "Table",
        "equation": "Equation",
        "section": "Section",
        "references": "References",
        "answer": "Answer",
        "answers": "Answers",
        "points": "Points",
        "true": "true",
        "false": "false",
        "question": "Question",
        "explanation": "Explanation",
        "glossary": "Glossary",
        "index": "Index",
        "slide": "Slide",
        "handout": "Handout",
        "chronology": "Chronology",
        "people": "People",
        "name": "Name",
        "date": "Date",
        "corrections": "Corrections",
        "test": "Test",
        "class": "Class",
        "grade": "Grade",
        "match": "Match what belongs together.",
        "order": "Put in the order of time.",
        "explain": "Explain",
        "done": "done",
        "to do": "to do",
        "event": "Event",
        "page number": "Page",
        "column chart": "Column chart",
        "bar chart": "Bar chart",
        "line chart": "Line chart",
        "area chart": "Area chart",
        "pie chart": "Pie chart",
        "scatter chart": "Scatter chart",
    },
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    decimal=".",
    group=",",
    citations="en-GB",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    month_first_in=("US",),
    before_our_era=(r"b\.?\s?c\.?(?:\s?e\.?)?",),
    centuries=("centur", r"cent\."),
    ordinals=("st", "nd", "rd", "th"),
    summary_titles=(
        "summary",
        "in summary",
        "conclusion",
        "conclusions",
        "in conclusion",
        "overall",
        "key takeaways",
        "takeaways",
        "take-home message",
        "tl;dr",
        "recap",
        "concluding remarks",
        "summary and conclusion",
        "summary and conclusions",
        "wrap-up",
        "to sum up",
    ),
    conclusions=(
        "overall",
        "in conclusion",
        "in summary",
        "in sum",
        "in short",
        "in brief",
        "in a nutshell",
        "in the end",
        "to conclude",
        "to sum up",
        "to summarise",
        "to summarize",
        "summing up",
        "summarising",
        "summarizing",
        "all in all",
        "taken together",
        "on the whole",
        "in total",
        "in essence",
        "ultimately",
        "summary",
        "conclusion",
        "therefore,",
        "thus,",
        "finally,",
        "altogether",
    ),
    parts=(
        "week",
        "day",
        "lecture",
        "lesson",
        "chapter",
        "part",
        "unit",
        "module",
        "session",
        "section",
        "slide",
        "topic",
        "step",
    ),
    reference_titles=("references", "bibliography", "works cited", "literature"),
    locators={
        "p": "page",
        "pp": "page",
        "page": "page",
        "pages": "page",
        "ch": "chapter",
        "chap": "chapter",
        "chapter": "chapter",
        "sec": "section",
        "section": "section",
        "vol": "volume",
    },
    yes=("yes",),
    no=("no",),
    telling_words=frozenset("the of and to is that it for was with as are this which from by not have be an".split()),
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("mr mrs ms messrs capt lt sgt maj cmdr adm gov pres supt esp approx intl natl"),
        numbered=(
            "jan feb mar apr jun jul aug sep sept oct nov dec nos app appx ed eds pt para thm lem cor def "
            "prop ex sect chs figs eqn eqns ref refs ver"
        ),
        others=(
            "jr sr inc ltd co corp dept univ bros assn u.s u.k a.m p.m b.c a.d ave blvd rd yr yrs hr hrs min "
            "max est a.k.a e.t.c ed trans ft rep sen gen col fr rev hon incl int mt dist"
        ),
    ),
    before_places="in near across throughout",
    person_pronouns="he she",
    names_before_nouns=True,
    before_persons=(
        "president king queen emperor empress prince princess pope general colonel senator governor minister "
        "chancellor secretary judge professor doctor sir lord lady saint"
    ),
    small_words=(
        "a about above across after again against ago all almost along already also although always am "
        "among an and another any anyone anything are around as at away back be became because become "
        "becomes been before began behind being below between beyond both but by came can cannot come "
        "could did do does doing don done down during each either else enough especially etc even ever "
        "every everyone everything few first following for from further gave generally get gets give "
        "given go goes got had has have having he hence her here hers herself him himself his how however "
        "i if in indeed instead into is isn it its itself just keep kept know known large last later "
        "latter least less let like likely ll made mainly make makes making many may maybe me means might "
        "mine more moreover most mostly much must my myself near nearly neither never nevertheless next "
        "no nobody none nor not nothing now of off often on once one ones only onto or other others "
        "otherwise our ours ourselves out over own perhaps put quite rather re really s said same saw say "
        "says second see seem seemed seems seen several shall she should show shown since small so some "
        "someone something sometimes soon still such t take taken than that the their theirs them "
        "themselves then there therefore these they thing things this those though through throughout "
        "thus to together too took toward towards two under until up upon us use used uses using usually "
        "ve very via was way ways we well went were what whatever when whenever where whereas whether "
        "which while who whole whom whose why will with within without would yes yet you your yours "
        "yourself yourselves didn doesn won wouldn couldn shouldn wasn weren aren hasn haven hadn"
    ),
    phrases=Phrases(
        greeting=(
            "sure|certainly|of course|hello|hi|hey|dear|welcome|good luck|have fun|enjoy|thanks?|thank you|"
            "let me know|feel free|i hope|we hope|hope this|happy|congratulations|don't hesitate|"
            "do not hesitate|great question|here is|here are|here's|that's it|well done|let's"
        ),
        aims=(
            "(?:in|during|by the end of|at the end of|before|after|throughout) (?:(?:reading|completing|"
            "finishing|studying|working through) )?(?:this|the|today's|these) ?(?:section|chapter|lesson|"
            "lecture|course|module|unit|text|guide|part|paper|article|page|week|session|following|next)|"
            "this (?:section|chapter|lesson|lecture|course|module|unit|text|"
            "guide|part|article|page|session)|(?:the )?(?:next|following|previous|last) (?:section|chapter|"
            "lesson|lecture|part|page|module)|(?:first|now|next|then|here|finally|later|below),? (?:we|i|"
            "you) (?:will|shall|are going to)|(?:we|you|i) (?:will|shall|are going to|'ll) |as (?:we|"
            "you) (?:will|saw|have seen|might recall)|(?:learning )?(?:objectives|outcomes|goals)|let us|"
            "students (?:will|should)"
        ),
        asks=(
            "see|click|note that|consider|read|look|try|visit|recall|remember|imagine|think|watch|go to|check|"
            "find|write|discuss|complete|answer|explore|listen|compare|suppose|explain|describe|list|solve|"
            "work out|fill in|open|download|hand in|submit|do|make|choose|use|take"
        ),
        prompts=(
            "explain|describe|discuss|compare|contrast|define|outline|evaluate|analy[sz]e|justify|"
            "summari[sz]e|identify|state|name|list|give|assess|illustrate|distinguish|account for|comment on|"
            "examine|write|plan|derive|prove|show that|calculate|suggest"
        ),
        example=(
            r"for example|for instance|e\.g\.|an example|as an example|one example|examples|to illustrate|"
            "imagine|say|suppose|such as|another example|in one"
        ),
        back=(
            "he|she|it|they|this|that|these|those|such|his|her|their|its|here|there|so|but|and|or|also|then|"
            "thus|however|moreover|furthermore|nevertheless|still|yet|instead|both|another|others|in this|"
            "in these|in such|at this|as a result|in addition|similarly|likewise|meanwhile|on the other hand|"
            "in contrast|the former|the latter"
        ),
        refers=(
            "he|she|it|they|this|that|these|those(?! who| that| of)|such(?! as)|his|her|their|its|the former|"
            "the latter|so called|(?:of|among) (?:these|them|those(?! who| that))|"
            "the two(?= \\w+ed\\b| (?:are|were|have|had)\\b)"
        ),
        connects=(
            "however|moreover|furthermore|nevertheless|nonetheless|for example|for instance|in addition|"
            "additionally|therefore|thus|hence|consequently|as a result|accordingly|similarly|likewise|also|"
            "then|in fact|indeed|of course|finally|meanwhile|in contrast|by contrast|on the other hand|"
            "in other words|instead|still|besides|in particular|again|in turn|that is"
        ),
        announces=(
            "below (?:is|are)|here(?:'s| is| are| follows?)|(?:the )?following (?:is|are)|as follows|look at|"
            "consider the following|see below"
        ),
        means=(
            "is|are|was|were|means?|refers? to|(?:is|are) (?:called|defined|known)|denotes?|describes?|"
            "consists? of|involves?|occurs? when|represents?"
        ),
        concludes=(
            "overall|in (?:conclusion|summary|sum|short|brief|a nutshell|general|all)|to (?:conclude|sum up|"
            "summari[sz]e)|all in all|taken together|on the whole|therefore|thus|as a result|consequently|"
            "ultimately"
        ),
        address=("you|your|yours|yourself|we|us|our|let|i|my|me"),
        claims=(
            "definitions?|theorem|lemma|proposition|corollary|axiom|law|principle|rule|claim|key (?:idea|"
            "point|fact|concept)s?|main (?:idea|point)s?|important|remember|in short|in brief|takeaway|"
            "conclusion|result|tl;dr"
        ),
        minor=("examples?|proof|sketch|remarks?|notes?|hints?|tips?|comments?|see|see also|source|figure|table"),
        sums=(
            "(?:section |chapter |lecture |lesson |unit )?(?:summary|recap|review)|key (?:points|takeaways|"
            "concepts|ideas|facts)|(?:main |key )?takeaways?|in (?:short|brief|a nutshell|summary|"
            "conclusion)|conclusions?|summing up|tl;dr|what (?:did you|you have|have you|"
            "we have) (?:do and )?learn.*"
        ),
        aside=(
            "references?|bibliography|works cited|sources|further (?:reading|research|resources)|"
            "(?:additional )?resources|(?:learning )?(?:objectives|outcomes|goals|aims)|table of contents|"
            "contents|exercises?|homework|assignments?|problems|practice|review questions?|self-?check.*|"
            "questions|quiz|acknowledg(?:e)?ments?|about the authors?|credits|links|see also|external links|"
            "footnotes|license|licence|alternatives|test your knowledge|feedback|prerequisites|solutions?|"
            "to do|todo|what you (?:will|should).*|practical content|hands-on|labs?|optional.*|"
            r"optional content|go further|going further|further .*|finished\?.*|what will you do.*"
        ),
    ),
    stemmer="english",
)
