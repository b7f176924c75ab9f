"""The few words of our own, by language; a document can override each."""

from triptych.model.document import Document

_WORDS = {
    "en": "Contents|Overview|Summary|Notes|{page} of {pages}|continued|Introduction|"
    "Note|Tip|Important|Warning|Caution|Example|Exercise|"
    "Figure|Table|Equation|Section|References",
    "de": "Inhalt|Überblick|Zusammenfassung|Notizen|{page} von {pages}|Fortsetzung|Einführung|"
    "Hinweis|Tipp|Wichtig|Warnung|Vorsicht|Beispiel|Übung|"
    "Abbildung|Tabelle|Gleichung|Abschnitt|Literatur",
    "fr": "Sommaire|Vue d’ensemble|Résumé|Notes|{page} sur {pages}|suite|Introduction|"
    "Remarque|Astuce|Important|Avertissement|Attention|Exemple|Exercice|"
    "Figure|Tableau|Équation|Section|Références",
    "es": "Contenido|Panorama|Resumen|Notas|{page} de {pages}|continuación|Introducción|"
    "Nota|Consejo|Importante|Advertencia|Precaución|Ejemplo|Ejercicio|"
    "Figura|Tabla|Ecuación|Sección|Referencias",
    "it": "Indice|Panoramica|Riepilogo|Note|{page} di {pages}|continua|Introduzione|"
    "Nota|Suggerimento|Importante|Avvertenza|Attenzione|Esempio|Esercizio|"
    "Figura|Tabella|Equazione|Sezione|Riferimenti",
    "pt": "Conteúdo|Visão geral|Resumo|Notas|{page} de {pages}|continuação|Introdução|"
    "Nota|Dica|Importante|Aviso|Cuidado|Exemplo|Exercício|"
    "Figura|Tabela|Equação|Secção|Referências",
    "nl": "Inhoud|Overzicht|Samenvatting|Notities|{page} van {pages}|vervolg|Inleiding|"
    "Opmerking|Tip|Belangrijk|Waarschuwing|Let op|Voorbeeld|Oefening|"
    "Figuur|Tabel|Vergelijking|Paragraaf|Literatuur",
    "pl": "Spis treści|Przegląd|Podsumowanie|Notatki|{page} z {pages}|ciąg dalszy|Wprowadzenie|"
    "Uwaga|Wskazówka|Ważne|Ostrzeżenie|Ostrożnie|Przykład|Ćwiczenie|"
    "Rysunek|Tabela|Równanie|Rozdział|Bibliografia",
    "ru": "Содержание|Обзор|Итоги|Заметки|{page} из {pages}|продолжение|Введение|"
    "Примечание|Совет|Важно|Предупреждение|Осторожно|Пример|Упражнение|"
    "Рисунок|Таблица|Уравнение|Раздел|Литература",
    "el": "Περιεχόμενα|Επισκόπηση|Σύνοψη|Σημειώσεις|{page} από {pages}|συνέχεια|Εισαγωγή|"
    "Σημείωση|Συμβουλή|Σημαντικό|Προειδοποίηση|Προσοχή|Παράδειγμα|Άσκηση|"
    "Σχήμα|Πίνακας|Εξίσωση|Ενότητα|Βιβλιογραφία",
    "ar": "المحتويات|نظرة عامة|الخلاصة|ملاحظات|{page} من {pages}|تتمة|مقدمة|"
    "ملاحظة|نصيحة|مهم|تحذير|تنبيه|مثال|تمرين|"
    "شكل|جدول|معادلة|قسم|المراجع",
    "he": "תוכן העניינים|סקירה|סיכום|הערות|{page} מתוך {pages}|המשך|מבוא|"
    "הערה|עצה|חשוב|אזהרה|זהירות|דוגמה|תרגיל|"
    "איור|טבלה|משוואה|סעיף|מקורות",
    "hi": "विषय-सूची|अवलोकन|सारांश|टिप्पणियाँ|{pages} में से {page}|जारी|परिचय|"
    "टिप्पणी|सुझाव|महत्वपूर्ण|चेतावनी|सावधानी|उदाहरण|अभ्यास|"
    "चित्र|तालिका|समीकरण|खंड|संदर्भ",
    "zh": "目录|概览|小结|笔记|第 {page} 页，共 {pages} 页|续|引言|"
    "注意|提示|重要|警告|小心|示例|练习|"
    "图|表|公式|章节|参考文献",
    "ja": "目次|概要|まとめ|ノート|{page} / {pages}|続き|はじめに|"
    "注|ヒント|重要|警告|注意|例|練習|"
    "図|表|式|節|参考文献",
    "ko": "목차|개요|요약|메모|{page} / {pages}|계속|소개|참고|팁|중요|경고|주의|예|연습|그림|표|식|절|참고문헌",
}
_KEYS = (
    *("contents", "overview", "summary", "notes", "page", "continued", "introduction"),
    *("note", "tip", "important", "warning", "caution", "example", "exercise"),
    *("figure", "table", "equation", "section", "references"),
)


def word(document: Document, key: str) -> str:
    """Our word for a key in the document's language: its own wording, else ours, else English."""
    return dict(document.words).get(key) or word_in(document.meta.lang, key)


def word_in(lang: str, key: str) -> str:
    """Our word for a key in a language (a BCP 47 tag), else in English. Raises KeyError for another key.

    Keys: contents, overview, summary, notes, page (with {page} and {pages}), continued, introduction; the kinds
    of callouts; figure, table, equation, section, references.
    """
    language = lang.replace("_", "-").split("-")[0].lower()
    return dict(zip(_KEYS, _WORDS.get(language, _WORDS["en"]).split("|"), strict=True))[key]
