"""The few words of our own, by language; a document can override each."""

from triptych.model.document import Document

_WORDS = {
    "en": "Contents|Overview|Summary|Notes|{page} of {pages}|continued",
    "de": "Inhalt|Überblick|Zusammenfassung|Notizen|{page} von {pages}|Fortsetzung",
    "fr": "Sommaire|Vue d’ensemble|Résumé|Notes|{page} sur {pages}|suite",
    "es": "Contenido|Panorama|Resumen|Notas|{page} de {pages}|continuación",
    "it": "Indice|Panoramica|Riepilogo|Note|{page} di {pages}|continua",
    "pt": "Conteúdo|Visão geral|Resumo|Notas|{page} de {pages}|continuação",
    "nl": "Inhoud|Overzicht|Samenvatting|Notities|{page} van {pages}|vervolg",
    "pl": "Spis treści|Przegląd|Podsumowanie|Notatki|{page} z {pages}|ciąg dalszy",
    "ru": "Содержание|Обзор|Итоги|Заметки|{page} из {pages}|продолжение",
    "el": "Περιεχόμενα|Επισκόπηση|Σύνοψη|Σημειώσεις|{page} από {pages}|συνέχεια",
    "ar": "المحتويات|نظرة عامة|الخلاصة|ملاحظات|{page} من {pages}|تتمة",
    "he": "תוכן העניינים|סקירה|סיכום|הערות|{page} מתוך {pages}|המשך",
    "hi": "विषय-सूची|अवलोकन|सारांश|टिप्पणियाँ|{pages} में से {page}|जारी",
    "zh": "目录|概览|小结|笔记|第 {page} 页，共 {pages} 页|续",
    "ja": "目次|概要|まとめ|ノート|{page} / {pages}|続き",
    "ko": "목차|개요|요약|메모|{page} / {pages}|계속",
}
_KEYS = ("contents", "overview", "summary", "notes", "page", "continued")


def word(document: Document, key: str) -> str:
    """Our word for a key in the document's language: its own wording, else ours, else English.

    Keys: contents, overview, summary, notes, page (with {page} and {pages}), continued.
    """
    own = dict(document.words)
    if key in own:
        return own[key]
    language = document.meta.lang.replace("_", "-").split("-")[0].lower()
    return dict(zip(_KEYS, _WORDS.get(language, _WORDS["en"]).split("|"), strict=True))[key]
