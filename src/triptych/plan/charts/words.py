"""A chart in words: its kind, its caption, its data."""

from triptych.model.document import Chart, ChartKind
from triptych.model.queries import plain

_KINDS: tuple[ChartKind, ...] = ("column", "bar", "line", "area", "pie", "scatter")
_NAMES = {
    "en": "Column chart|Bar chart|Line chart|Area chart|Pie chart|Scatter chart",
    "de": "Säulendiagramm|Balkendiagramm|Liniendiagramm|Flächendiagramm|Kreisdiagramm|Streudiagramm",
    "fr": "Histogramme|Diagramme à barres|Courbes|Graphique en aires|Graphique en secteurs|Nuage de points",
    "es": "Gráfico de columnas|Gráfico de barras|Gráfico de líneas|Gráfico de áreas|Gráfico circular|"
    "Gráfico de dispersión",
    "it": "Grafico a colonne|Grafico a barre|Grafico a linee|Grafico ad area|Grafico a torta|Grafico a dispersione",
    "pt": "Gráfico de colunas|Gráfico de barras|Gráfico de linhas|Gráfico de áreas|Gráfico circular|"
    "Gráfico de dispersão",
    "nl": "Kolomdiagram|Staafdiagram|Lijndiagram|Vlakdiagram|Cirkeldiagram|Spreidingsdiagram",
    "pl": "Wykres kolumnowy|Wykres słupkowy|Wykres liniowy|Wykres warstwowy|Wykres kołowy|Wykres punktowy",
    "ru": "Столбчатая диаграмма|Линейчатая диаграмма|График|Диаграмма с областями|Круговая диаграмма|"
    "Точечная диаграмма",
    "el": "Γράφημα στηλών|Γράφημα ράβδων|Γράφημα γραμμών|Γράφημα περιοχής|Γράφημα πίτας|Γράφημα διασποράς",
    "ar": "مخطط أعمدة|مخطط أشرطة|مخطط خطي|مخطط مساحي|مخطط دائري|مخطط انتشار",
    "he": "תרשים עמודות|תרשים עמודות אופקיות|תרשים קו|תרשים שטח|תרשים עוגה|תרשים פיזור",
    "hi": "स्तंभ चार्ट|बार चार्ट|रेखा चार्ट|क्षेत्र चार्ट|पाई चार्ट|प्रकीर्ण चार्ट",
    "zh": "柱形图|条形图|折线图|面积图|饼图|散点图",
    "ja": "縦棒グラフ|横棒グラフ|折れ線グラフ|面グラフ|円グラフ|散布図",
    "ko": "세로 막대형 차트|가로 막대형 차트|꺾은선형 차트|영역형 차트|원형 차트|분산형 차트",
}


def described(chart: Chart, lang: str, most: int = 0) -> str:
    """The alternative text: kind and caption, the heads of the table, then a category and its values at a time.

    The words are those of the table, all of them; `most` limits the characters, and an ellipsis says so.
    """
    names = _NAMES.get(lang.replace("_", "-").split("-")[0].lower(), _NAMES["en"]).split("|")
    kind = dict(zip(_KINDS, names, strict=True))[chart.kind]
    caption, heads = plain(chart.caption).strip(), [plain(cell.inlines).strip() for cell in chart.table.header.cells]
    rows = ([plain(cell.inlines).strip() for cell in row.cells] for row in chart.table.rows)
    title = f"{kind}: {caption}" if caption else kind
    start = f"{title.rstrip('.')}. {_entry(heads)}. " if any(heads) else f"{title.rstrip('.')}. "
    text = start + "; ".join(_entry(row) for row in rows)
    if not most or len(text) <= most:
        return text
    head = text[: most - 2]
    return head[: max(head.rfind("; "), len(head) // 2)].rstrip(" ;") + " …"


def _entry(cells: list[str]) -> str:
    first, *rest = cells or [""]
    values = ", ".join(cell for cell in rest if cell)
    return f"{first}: {values}" if values else first
