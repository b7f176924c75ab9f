"""Portuguese as it is written in Brazil."""

from msgspec.structs import replace

from triptych.languages.pt import LANGUAGE as PORTUGUESE

LANGUAGE = replace(
    PORTUGUESE,
    tag="pt-BR",
    words={
        **PORTUGUESE.words,
        "contents": "Sumário",
        "section": "Seção",
        "explanation": "Explicação",
        "slide": "Slide",
        "handout": "Apostila",
        "event": "Evento",
        "to do": "a fazer",
        "pie chart": "Gráfico de pizza",
    },
    quotes=("“", "”"),
    inner_quotes=("‘", "’"),
    group=".",
    citations="pt-BR",
    locators={**PORTUGUESE.locators, "seç": "section", "seção": "section"},
)
