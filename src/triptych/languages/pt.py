"""Portuguese as it is written in Portugal."""

from triptych.languages.language import Abbreviations, Language, Phrases

LANGUAGE = Language(
    tag="pt",
    words={
        "contents": "Conteúdo",
        "overview": "Visão geral",
        "summary": "Resumo",
        "notes": "Notas",
        "page": "{page} de {pages}",
        "continued": "continuação",
        "introduction": "Introdução",
        "note": "Nota",
        "tip": "Dica",
        "important": "Importante",
        "warning": "Aviso",
        "caution": "Cuidado",
        "example": "Exemplo",
        "exercise": "Exercício",
        "figure": "Figura",
        "table": "Tabela",
        "equation": "Equação",
        "section": "Secção",
        "references": "Referências",
        "answer": "Resposta",
        "answers": "Respostas",
        "points": "Pontos",
        "true": "verdadeiro",
        "false": "falso",
        "question": "Pergunta",
        "explanation": "Explicação",
        "glossary": "Glossário",
        "index": "Índice remissivo",
        "slide": "Diapositivo",
        "handout": "Apostila",
        "chronology": "Cronologia",
        "people": "Pessoas",
        "name": "Nome",
        "date": "Data",
        "corrections": "Correções",
        "test": "Teste",
        "class": "Turma",
        "grade": "Nota",
        "match": "Associe o que corresponde.",
        "order": "Coloque por ordem cronológica.",
        "explain": "Explique",
        "done": "feito",
        "to do": "por fazer",
        "event": "Acontecimento",
        "page number": "Página",
        "column chart": "Gráfico de colunas",
        "bar chart": "Gráfico de barras",
        "line chart": "Gráfico de linhas",
        "area chart": "Gráfico de áreas",
        "pie chart": "Gráfico circular",
        "scatter chart": "Gráfico de dispersão",
    },
    quotes=("«", "»"),
    inner_quotes=("“", "”"),
    decimal=",",
    group="\u00a0",
    citations="pt-PT",
    months=(
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ),
    date_link="de",
    before_our_era=(r"a\.\s?c\.(?!\s?e)", r"a\.\s?e\.\s?c\."),
    centuries=("século",),
    centuries_before=("século",),
    summary_titles=("resumo", "conclusão", "conclusões", "em resumo", "em conclusão", "síntese"),
    conclusions=("em resumo", "em conclusão", "em suma", "em síntese", "no geral", "no conjunto"),
    parts=("semana", "dia", "aula", "lição", "capítulo", "parte", "unidade", "módulo", "sessão", "diapositivo", "tema"),
    reference_titles=("bibliografia", "referências bibliográficas"),
    locators={
        "p": "page",
        "pp": "page",
        "pág": "page",
        "págs": "page",
        "página": "page",
        "páginas": "page",
        "cap": "chapter",
        "capítulo": "chapter",
        "sec": "section",
        "secção": "section",
        "vol": "volume",
    },
    yes=("sim",),
    no=("não",),
    telling_words=frozenset("o a e os que do da em um uma para com não é no na dos por mais as se ao".split()),
    letters="áâãàçéêíóôõú",
    sentence_ends=".!?…",
    abbreviations=Abbreviations(
        titles=("sr sra srs sras d dra prof.ª eng arq p.ex ex a.c d.c av exmo v.s ed org orgs trad"),
        numbered=(
            "pág págs p pp núm n art arts cap fig vol t par eq tab jan fev mar abr mai jun jul ago set out nov dez séc"
        ),
        others=("etc ltda s.a cia ss"),
    ),
    before_places="em",
    before_persons=(
        "presidente presidenta rei rainha imperador imperatriz príncipe princesa papa general coronel senador "
        "ministro ministra chanceler professor professora doutor dom dona são santa"
    ),
    small_words=(
        "a à agora ainda além algo alguma algumas algum alguns ambos ante antes ao aos apenas após aquela "
        "aquelas aquele aqueles aquilo aqui as às assim até através bem cada com como contra contudo cuja "
        "cujo da daí das de dela dele deles depois desde dessa desse desta deste deve devem do dois dos "
        "durante e é ela elas ele eles em embora então entre era eram essa essas esse esses esta está "
        "estão estas este estes eu foi foram há isso isto já la lhe lhes logo lo mais mas me mediante "
        "menos mesma mesmo meu meus minha muita muitas muito muitos na não nas nem nenhum no nos nós "
        "nossa nosso num numa o onde os ou outra outras outro outros para pela pelas pelo pelos pode "
        "podem pois por porém porque portanto pouco qual quais qualquer quando quanto quase que quem se "
        "seja sem sempre ser seu seus si sido só sob sobre sua suas tal também tanto te tem têm ter teu "
        "toda todas todavia todo todos tu tudo um uma umas uns vez você vocês"
    ),
    phrases=Phrases(
        greeting=(
            "claro|com certeza|olá|prezad[oa]s?|car[oa]s?|bem-vind[oa]s?|boa sorte|bons estudos|obrigad[oa]|"
            "espero|esperamos|não hesite|aqui está"
        ),
        aims=(
            "nest[ea] (?:seção|secção|capítulo|lição|aula|curso|módulo|unidade|texto|parte)|est[ea] (?:seção|"
            "secção|capítulo|lição|aula|curso|módulo|unidade)|(?:vamos|veremos|aprenderemos|aprenderá)|"
            "no final d|ao final d|objetivos?"
        ),
        asks=(
            "veja|ver|note|observe|considere|leia|olhe|tente|lembre|imagine|pense|explique|descreva|responda|"
            "complete|compare"
        ),
        prompts=(
            "explique|explica|descreva|compare|defina|discuta|cite|enumere|justifique|resuma|analise|avalie|"
            "calcule|demonstre"
        ),
        example=(r"por exemplo|p\. ?ex\.|um exemplo|como exemplo"),
        back=(
            "ele|ela|eles|elas|isto|isso|este|esta|estes|estas|esse|essa|seu|sua|seus|suas|aqui|ali|assim|mas|"
            "e|ou|também|então|porém|contudo|além disso|no entanto|portanto|ambos|outros"
        ),
        refers="ele|ela|eles|elas|isto|isso|este|esta|estes|estas|esse|essa|esses|essas|seu|sua|seus|suas|ambos",
        connects=(
            "porém|contudo|além disso|no entanto|portanto|por exemplo|entretanto|todavia|assim|"
            "consequentemente|finalmente|de fato|ou seja|por outro lado"
        ),
        announces="a seguir|abaixo (?:está|estão)|eis|aqui (?:está|estão)",
        means=("é|são|era|eram|significa|refere-se|chama-se|chamam-se|define-se|consiste|representa|é chamad[oa]"),
        concludes=("em (?:resumo|conclusão|suma|síntese)|no geral|no conjunto|para concluir|portanto"),
        address=("você|vocês|tu|teu|tua|nós|nosso|nossa|nos|eu|meu|minha|vamos"),
        claims=(
            "definiç(?:ão|ões)|teorema|lema|proposição|corolário|axioma|lei|princípio|regra|ideia-chave|"
            "pontos-chave|importante|lembre-se|em resumo|conclusão|resultado"
        ),
        minor=("exemplos?|demonstração|prova|observaç(?:ão|ões)|notas?|dicas?|ver|fonte|figura|tabela"),
        sums=("resumo|síntese|pontos-chave|conclus(?:ão|ões)|em resumo"),
        aside=(
            "referências|bibliografia|fontes|leituras .*|objetivos?.*|conteúdos?|índice|exercícios?|tarefas?|"
            "perguntas|agradecimentos|links|soluções|veja também"
        ),
    ),
    stemmer="portuguese",
)
