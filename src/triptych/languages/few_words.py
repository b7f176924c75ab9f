"""Our words in languages that we have only a few of them in, each from a public source; the others are in English.

Figures, tables, references, indexes and glossaries: the translations of pandoc (data/translations), which are those of
babel and polyglossia for LaTeX. Contents, pages, warnings and what goes on: the messages of MediaWiki. True and false:
the translations of H5P's true/false questions.
"""

from collections.abc import Mapping

FEW: Mapping[str, Mapping[str, str]] = {
    "km": {
        "contents": "មាតិកា",
        "page": "{page} / {pages}",
        "continued": "បន្ត",
        "warning": "ប្រយ័ត្ន",
        "figure": "រូប",
        "table": "តារាង",
        "references": "ឯកសារយោង",
        "true": "ត្រឹមត្រូវ",
        "false": "មិនត្រឹមត្រូវ",
        "glossary": "សទានុក្រម",
        "index": "សន្ទស្សន៍",
        "page number": "ទំព័រ",
    },
    "lo": {
        "contents": "ສາລະບານ",
        "page": "{page} / {pages}",
        "figure": "ຮູບທີ",
        "table": "ຕາຕະລາງທີ",
        "references": "ໜັງສືອ້າງອີງ",
        "glossary": "ປະມວນສັບ",
        "index": "ດັດຊະນີ",
        "page number": "ໜ້າ",
    },
    "my": {
        "contents": "မာတိကာ",
        "page": "{page} / {pages}",
        "warning": "သတိပေးချက်",
        "references": "ကိုးကား",
        "page number": "စာမျက်နှာ",
    },
}
"""By the tag of the language (BCP 47), the words by their key."""
