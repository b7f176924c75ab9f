"""How people announce a conclusion, a question or a part, in the languages that we know."""

import re

_SUMMARY_TITLES = frozenset(
    """
    summary|in summary|conclusion|conclusions|in conclusion|overall|key takeaways|takeaways|take-home message
    tl;dr|recap|concluding remarks|summary and conclusion|summary and conclusions|wrap-up|to sum up
    zusammenfassung|fazit|schluss|schlussfolgerung|schlussfolgerungen|kurz gesagt|ausblick und fazit
    résumé|resume|conclusion|conclusions|en résumé|en conclusion|synthèse|bilan|à retenir
    resumen|conclusión|conclusiones|en resumen|en conclusión|síntesis
    riassunto|riepilogo|sintesi|conclusione|conclusioni|in sintesi|in conclusione
    resumo|conclusão|conclusões|em resumo|em conclusão|síntese
    samenvatting|conclusie|conclusies|kortom|tot slot
    podsumowanie|wnioski|streszczenie|zakończenie
    вывод|выводы|итоги|итог|заключение|резюме|в заключение
    περίληψη|σύνοψη|συμπέρασμα|συμπεράσματα
    ملخص|الملخص|خلاصة|الخلاصة|خاتمة|الخاتمة|استنتاج
    סיכום|לסיכום|מסקנות|מסקנה
    सारांश|निष्कर्ष|उपसंहार
    总结|小结|结论|摘要|總結|小結|結論
    まとめ|結論|要約|おわりに
    요약|결론|정리|맺음말
    """.replace("\n", "|")
    .replace("    ", "")
    .strip("|")
    .split("|")
)
_CONCLUDING = re.compile(
    r"""(?:
    overall|in\ (?:conclusion|summary|sum|short|brief|a\ nutshell|the\ end)|to\ (?:conclude|sum\ up|summari[sz]e)
    |summing\ up|summari[sz]ing|all\ in\ all|taken\ together|on\ the\ whole|in\ total|in\ essence|ultimately
    |summary|conclusion|therefore,|thus,|finally,|altogether
    |insgesamt|zusammenfassend|zusammengefasst|alles\ in\ allem|abschließend|fazit|kurz\ gesagt|letztlich
    |en\ (?:résumé|conclusion|somme|définitive|bref)|pour\ (?:conclure|résumer)|dans\ l['’]ensemble|finalement,|bref,
    |en\ (?:resumen|conclusión|definitiva|general,|suma)|para\ concluir|en\ pocas\ palabras|finalmente,
    |in\ (?:sintesi|conclusione|definitiva|breve)|nel\ complesso|per\ concludere|complessivamente
    |em\ (?:resumo|conclusão|suma|síntese)|no\ geral|no\ conjunto
    |kortom|samenvattend|al\ met\ al|concluderend|tot\ slot|over\ het\ geheel
    |podsumowując|reasumując|ogólnie\ rzecz|w\ sumie
    |в\ (?:итоге|целом|заключение)|таким\ образом|подводя\ итог
    |συνολικά|συμπερασματικά|εν\ κατακλείδι|συνοψίζοντας
    |وبشكل\ عام|بشكل\ عام|في\ الختام|باختصار|وخلاصة|خلاصة\ القول
    |לסיכום|בסך\ הכל
    |कुल\ मिलाकर|संक्षेप\ में|निष्कर्षतः
    )(?!\w)
    |总之|总的来说|综上所述|總之|總的來說|綜上所述|以上のように|要するに|まとめると|결론적으로|요약하면|전반적으로""",
    re.IGNORECASE | re.VERBOSE,
)
_PART_WORDS = """
    week|day|lecture|lesson|chapter|part|unit|module|session|section|slide|topic|step
    woche|tag|vorlesung|lektion|kapitel|teil|einheit|modul|sitzung|abschnitt|folie|thema
    semaine|jour|cours|leçon|chapitre|partie|unité|séance|diapositive|thème
    semana|día|clase|lección|capítulo|parte|unidad|módulo|sesión|diapositiva|tema|aula
    settimana|giorno|lezione|capitolo|unità|modulo|sessione
    les|hoofdstuk|deel|hoorcollege|tydzień|wykład|rozdział|część|неделя|лекция|глава|часть|тема|κεφάλαιο|μέρος
    """
_PART = re.compile(
    rf"(?:{'|'.join(_PART_WORDS.replace('|', ' ').split())})\s+(?:\d{{1,3}}|[ivxl]{{1,6}})(?!\w|[.,]\d)",
    re.IGNORECASE,
)


def is_summary_title(text: str) -> bool:
    """Whether a heading announces a conclusion and nothing else."""
    return text.strip(" :.*_0123456789").lower() in _SUMMARY_TITLES


def starts_like_conclusion(text: str) -> bool:
    """Whether a paragraph begins as conclusions do: "Overall, …"."""
    return _CONCLUDING.match(text.lstrip(" \"'“„«")) is not None


def starts_like_part(text: str) -> bool:
    """Whether a line begins as parts of a course do: "Week 3", "Slide 1: …"."""
    return _PART.match(text) is not None
