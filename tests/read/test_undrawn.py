"""What cannot be drawn is shown by its words and its address, and told; never as raw code."""

import pytest
from reading import complaints
from shown import ours


def test_a_flow_chart_shows_its_words() -> None:
    text = "```mermaid\ngraph TD\n  A[Rain] --> B(River)\n  B -->|flows to| C[Sea]\n```\n"
    assert ours(text) == ["Rain → River / River → flows to: Sea"]
    assert complaints(text) == ["1: warning: a diagram is not drawn here: mermaid"]


@pytest.mark.parametrize(
    ("diagram", "said"),
    [
        (
            "sequenceDiagram\n  participant R as Rain\n  R->>Sea: falls\n  Sea-->>R: gives\n  Note over R: So on",
            "Rain → Sea: falls / Sea → Rain: gives / Note over R: So on",
        ),
        ('pie title Water\n  "Sea" : 97\n  "Ice" : 2', "Sea: 97 / Ice: 2"),
        ("mindmap\n  root((Water))\n    Rain\n    Snow", "Water / Rain / Snow"),
        ("timeline\n  title Floods\n  1953 : Holland : England", "Floods / 1953: Holland : England"),
        ("classDiagram\n  class Water {\n    +flow()\n  }\n  Water <|-- Rain", "Water / +flow() / Water <|-- Rain"),
        ("gantt\n  dateFormat YYYY\n  section Rain\n  Falling : a1, 2020, 3d", "Rain / Falling: a1, 2020, 3d"),
    ],
)
def test_another_diagram_of_mermaid_shows_its_words(diagram: str, said: str) -> None:
    assert ours(f"```mermaid\n{diagram}\n```\n") == [said]


@pytest.mark.parametrize("name", ["plantuml", "d2", "vega-lite"])
def test_a_diagram_shows_its_caption(name: str) -> None:
    said = ["The parts / a → b"] if name == "plantuml" else ["The parts"]
    assert ours(f'```{{.{name} fig-cap="The parts"}}\na -> b\n```\n') == said
    assert ours(f"```{name}\ntitle The parts\na -> b\n```\n") == said


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('<iframe src="https://example.org/v" title="A film"></iframe>', "[A film](https://example.org/v)"),
        ("<video src='rain.mp4'></video>", "[rain.mp4](rain.mp4)"),
        ("![A film](rain.mp4)", "[A film](rain.mp4)"),
        ('{{< video https://example.org/v title="A film" >}}', "[A film](https://example.org/v)"),
        ("{{< youtube abc123 >}}", "[https://youtu.be/abc123](https://youtu.be/abc123)"),
        ("<audio controls><source src='rain.ogg'></audio>", "[rain.ogg](rain.ogg)"),
    ],
)
def test_films_and_pages_are_links(text: str, wanted: str) -> None:
    assert ours(text) == [wanted]
    assert len(complaints(text)) == 1
