"""The few words of our own, by language; a document can override each."""

from triptych.model.document import Document

_WORDS = {
    "en": "Contents|Overview|Summary|Notes|{page} of {pages}|continued|Introduction|"
    "Note|Tip|Important|Warning|Caution|Example|Exercise|"
    "Figure|Table|Equation|Section|References|"
    "Answer|Answers|Points|true|false|Question|Explanation|Glossary|Index|Slide|Handout|Chronology|People|"
    "Name|Date|Corrections|Test",
    "de": "Inhalt|Überblick|Zusammenfassung|Notizen|{page} von {pages}|Fortsetzung|Einführung|"
    "Hinweis|Tipp|Wichtig|Warnung|Vorsicht|Beispiel|Übung|"
    "Abbildung|Tabelle|Gleichung|Abschnitt|Literatur|"
    "Antwort|Antworten|Punkte|richtig|falsch|Frage|Erklärung|Glossar|Register|Folie|Handout|Zeittafel|"
    "Personen|Name|Datum|Berichtigungen|Test",
    "fr": "Sommaire|Vue d’ensemble|Résumé|Notes|{page} sur {pages}|suite|Introduction|"
    "Remarque|Astuce|Important|Avertissement|Attention|Exemple|Exercice|"
    "Figure|Tableau|Équation|Section|Références|"
    "Réponse|Réponses|Points|vrai|faux|Question|Explication|Glossaire|Index|Diapositive|Polycopié|"
    "Chronologie|Personnes|Nom|Date|Corrections|Test",
    "es": "Contenido|Panorama|Resumen|Notas|{page} de {pages}|continuación|Introducción|"
    "Nota|Consejo|Importante|Advertencia|Precaución|Ejemplo|Ejercicio|"
    "Figura|Tabla|Ecuación|Sección|Referencias|"
    "Respuesta|Respuestas|Puntos|verdadero|falso|Pregunta|Explicación|Glosario|Índice alfabético|Diapositiva|"
    "Apuntes|Cronología|Personas|Nombre|Fecha|Correcciones|Prueba",
    "it": "Indice|Panoramica|Riepilogo|Note|{page} di {pages}|continua|Introduzione|"
    "Nota|Suggerimento|Importante|Avvertenza|Attenzione|Esempio|Esercizio|"
    "Figura|Tabella|Equazione|Sezione|Riferimenti|"
    "Risposta|Risposte|Punti|vero|falso|Domanda|Spiegazione|Glossario|Indice analitico|Diapositiva|Dispensa|"
    "Cronologia|Persone|Nome|Data|Correzioni|Test",
    "pt": "Conteúdo|Visão geral|Resumo|Notas|{page} de {pages}|continuação|Introdução|"
    "Nota|Dica|Importante|Aviso|Cuidado|Exemplo|Exercício|"
    "Figura|Tabela|Equação|Secção|Referências|"
    "Resposta|Respostas|Pontos|verdadeiro|falso|Pergunta|Explicação|Glossário|Índice remissivo|Diapositivo|"
    "Apostila|Cronologia|Pessoas|Nome|Data|Correções|Teste",
    "nl": "Inhoud|Overzicht|Samenvatting|Notities|{page} van {pages}|vervolg|Inleiding|"
    "Opmerking|Tip|Belangrijk|Waarschuwing|Let op|Voorbeeld|Oefening|"
    "Figuur|Tabel|Vergelijking|Paragraaf|Literatuur|"
    "Antwoord|Antwoorden|Punten|waar|onwaar|Vraag|Uitleg|Begrippenlijst|Register|Dia|Hand-out|Tijdlijn|"
    "Personen|Naam|Datum|Verbeteringen|Toets",
    "pl": "Spis treści|Przegląd|Podsumowanie|Notatki|{page} z {pages}|ciąg dalszy|Wprowadzenie|"
    "Uwaga|Wskazówka|Ważne|Ostrzeżenie|Ostrożnie|Przykład|Ćwiczenie|"
    "Rysunek|Tabela|Równanie|Rozdział|Bibliografia|"
    "Odpowiedź|Odpowiedzi|Punkty|prawda|fałsz|Pytanie|Wyjaśnienie|Słowniczek|Indeks|Slajd|Materiały|"
    "Chronologia|Osoby|Imię i nazwisko|Data|Poprawki|Test",
    "ru": "Содержание|Обзор|Итоги|Заметки|{page} из {pages}|продолжение|Введение|"
    "Примечание|Совет|Важно|Предупреждение|Осторожно|Пример|Упражнение|"
    "Рисунок|Таблица|Уравнение|Раздел|Литература|"
    "Ответ|Ответы|Баллы|верно|неверно|Вопрос|Пояснение|Глоссарий|Указатель|Слайд|Конспект|Хронология|Люди|"
    "Имя|Дата|Исправления|Тест",
    "el": "Περιεχόμενα|Επισκόπηση|Σύνοψη|Σημειώσεις|{page} από {pages}|συνέχεια|Εισαγωγή|"
    "Σημείωση|Συμβουλή|Σημαντικό|Προειδοποίηση|Προσοχή|Παράδειγμα|Άσκηση|"
    "Σχήμα|Πίνακας|Εξίσωση|Ενότητα|Βιβλιογραφία|"
    "Απάντηση|Απαντήσεις|Βαθμοί|σωστό|λάθος|Ερώτηση|Εξήγηση|Γλωσσάρι|Ευρετήριο|Διαφάνεια|"
    "Σημειώσεις μαθήματος|Χρονολόγιο|Πρόσωπα|Όνομα|Ημερομηνία|Διορθώσεις|Τεστ",
    "ar": "المحتويات|نظرة عامة|الخلاصة|ملاحظات|{page} من {pages}|تتمة|مقدمة|"
    "ملاحظة|نصيحة|مهم|تحذير|تنبيه|مثال|تمرين|"
    "شكل|جدول|معادلة|قسم|المراجع|"
    "الإجابة|الإجابات|الدرجات|صحيح|خطأ|سؤال|الشرح|مسرد المصطلحات|الفهرس|الشريحة|النشرة|التسلسل الزمني|"
    "الأشخاص|الاسم|التاريخ|التصحيحات|اختبار",
    "he": "תוכן העניינים|סקירה|סיכום|הערות|{page} מתוך {pages}|המשך|מבוא|"
    "הערה|עצה|חשוב|אזהרה|זהירות|דוגמה|תרגיל|"
    "איור|טבלה|משוואה|סעיף|מקורות|"
    "תשובה|תשובות|נקודות|נכון|לא נכון|שאלה|הסבר|מילון מונחים|מפתח|שקופית|דפי עזר|ציר זמן|אישים|שם|תאריך|"
    "תיקונים|מבחן",
    "hi": "विषय-सूची|अवलोकन|सारांश|टिप्पणियाँ|{pages} में से {page}|जारी|परिचय|"
    "टिप्पणी|सुझाव|महत्वपूर्ण|चेतावनी|सावधानी|उदाहरण|अभ्यास|"
    "चित्र|तालिका|समीकरण|खंड|संदर्भ|"
    "उत्तर|उत्तर सूची|अंक|सही|गलत|प्रश्न|व्याख्या|शब्दावली|अनुक्रमणिका|स्लाइड|पठन सामग्री|कालक्रम|व्यक्ति|"
    "नाम|तिथि|सुधार|परीक्षा",
    "zh": "目录|概览|小结|笔记|第 {page} 页，共 {pages} 页|续|引言|"
    "注意|提示|重要|警告|小心|示例|练习|"
    "图|表|公式|章节|参考文献|"
    "答案|答案汇总|分值|对|错|问题|解释|术语表|索引|幻灯片|讲义|年表|人物|姓名|日期|订正|测验",
    "ja": "目次|概要|まとめ|ノート|{page} / {pages}|続き|はじめに|"
    "注|ヒント|重要|警告|注意|例|練習|"
    "図|表|式|節|参考文献|"
    "答え|解答|配点|正|誤|問題|解説|用語集|索引|スライド|配布資料|年表|人物|氏名|日付|訂正|テスト",
    "ko": "목차|개요|요약|메모|{page} / {pages}|계속|소개|참고|팁|중요|경고|주의|예|연습|그림|표|식|절|참고문헌|"
    "답|정답|점수|참|거짓|문제|해설|용어집|색인|슬라이드|유인물|연표|인물|이름|날짜|정정|시험",
}
_KEYS = (
    *("contents", "overview", "summary", "notes", "page", "continued", "introduction"),
    *("note", "tip", "important", "warning", "caution", "example", "exercise"),
    *("figure", "table", "equation", "section", "references"),
    *("answer", "answers", "points", "true", "false", "question", "explanation", "glossary", "index", "slide"),
    *("handout", "chronology", "people", "name", "date", "corrections", "test"),
)


def word(document: Document, key: str) -> str:
    """Our word for a key in the document's language: its own wording, else ours, else English."""
    return dict(document.words).get(key) or word_in(document.meta.lang, key)


def word_in(lang: str, key: str) -> str:
    """Our word for a key in a language (a BCP 47 tag), else in English. Raises KeyError for another key.

    Keys: contents, overview, summary, notes, page (with {page} and {pages}), continued, introduction; the kinds
    of callouts; figure, table, equation, section, references; what belongs to questions and to the end of a handout.
    """
    language = lang.replace("_", "-").split("-")[0].lower()
    return dict(zip(_KEYS, _WORDS.get(language, _WORDS["en"]).split("|"), strict=True))[key]


def in_any_language(key: str) -> frozenset[str]:
    """Our words for a key in all languages, in lower case."""
    return frozenset(word_in(lang, key).lower() for lang in _WORDS)
