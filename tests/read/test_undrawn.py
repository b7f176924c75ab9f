"""What cannot be drawn is shown by its words and its address, and told; never as raw code."""

import pytest
from reading import complaints
from shown import ours


def test_a_flow_chart_shows_its_words() -> None:
    text = "```mermaid\ngraph TD\n  A[Rain] --> B(River)\n  B -->|flows to| C[Sea]\n```\n"
    assert ours(text) == ["Rain → River / River → flows to: Sea"]
    assert complaints(text) == ["1: warning: a diagram is not drawn here: mermaid"]


@pytest.mark.parametrize("name", ["plantuml", "d2", "vega-lite"])
def test_a_diagram_shows_its_caption(name: str) -> None:
    assert ours(f'```{{.{name} fig-cap="The parts"}}\na -> b\n```\n') == ["The parts"]
    assert ours(f"```{name}\ntitle The parts\na -> b\n```\n") == ["The parts"]


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
