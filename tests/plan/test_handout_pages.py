"""Pages of handouts: what stays together, how the last one ends, what small paper and the margin hold."""

import sys

import pytest
from documents import theme
from generated import Written, documents
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from measuring import page_faults
from reading import rewritten

from triptych.check.last_page import few_lines
from triptych.geometry import Rect
from triptych.model.document import Formula, ListBlock, Paragraph, Text
from triptych.model.forms import PAPERS, HandoutForm
from triptych.model.pages import DrawingItem, Pages, PictureItem, RuleItem, TextItem
from triptych.model.picture import Picture
from triptych.plan.flow import Strip, Tuning
from triptych.plan.handout import plan_handout
from triptych.plan.handout.figures import CAPTION
from triptych.plan.handout.index import is_word
from triptych.plan.handout.keeping import announces
from triptych.plan.imposition import part_of
from triptych.plan.pagination import paginate
from triptych.text.extents import extent

ARTICLE = HandoutForm()
HEADINGS = ("H2", "H3", "H4", "H5", "H6")
LINE = "Every line of this text is about as long as the column of a page is wide, so. "


def plan(text: str, form: HandoutForm = ARTICLE, paper: str = "a4") -> Pages:
    return plan_handout(rewritten(text), theme(), {}, PAPERS[paper], "", form)


def body(pages: Pages) -> list[list[TextItem]]:
    """The tagged text of each page."""
    return [[i for i in page.items if isinstance(i, TextItem) and i.tag is not None] for page in pages.pages]


def role(pages: Pages, item: TextItem) -> str:
    assert item.tag is not None
    tag = pages.tags[item.tag]
    while tag.inline:
        tag = pages.tags[tag.parent]
    return tag.role


def ends_with_a_heading(pages: Pages) -> bool:
    """Whether on a page before the last one a heading is lowest; beneath it there may be a drawing or a picture."""
    for page in pages.pages[:-1]:
        shown = [i for i in page.items if isinstance(i, TextItem | DrawingItem | PictureItem) and i.tag is not None]
        lowest = max(shown, key=lambda item: extent(item).bottom, default=None)
        if isinstance(lowest, TextItem) and role(pages, lowest) in HEADINGS:
            return True
    return False


@settings(max_examples=25, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(documents(), st.sampled_from(["a4", "a5"]))
def test_no_heading_stands_at_the_foot_of_a_page(written: Written, paper: str) -> None:
    pages = plan(written.text, paper=paper)
    assert not ends_with_a_heading(pages)


UNDER = {
    "formula": "$$\\sum_{k=1}^n k = \\frac{n(n+1)}{2}$$",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
    "callout": "::: tip\nA tip of a few words.\n:::",
    "code": "```\na = 1\nb = 2\n```",
    "chart": "| Year | Number |\n|---|---:|\n| 1950 | 3 |\n| 1960 | 5 |\n{.chart}",
    "quote": "> A quotation of a few words.",
    "question": "::: question\nWhich?\n\n- [x] One\n- [ ] Two\n:::",
    "heading": "### Below\n\nText of it.",
    "breaks": "---\n\n---",
}


@settings(max_examples=40, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(
    st.lists(st.sampled_from(sorted(UNDER)), min_size=1, max_size=12), st.integers(0, 40), st.sampled_from(["a4", "a5"])
)
def test_no_heading_stands_at_the_foot_of_a_page_whatever_is_beneath_it(
    kinds: list[str], lines: int, paper: str
) -> None:
    text = "# A\n\n" + "Filler.\n\n" * lines
    for kind in kinds:
        text += f"## Heading\n\n{UNDER[kind]}\n\n" + "Filler.\n\n" * (lines % 9)
    assert not ends_with_a_heading(plan(text, paper=paper))


@pytest.mark.parametrize("lines", range(30, 50))
def test_a_heading_has_two_lines_beneath_it_and_a_formula_its_lead_in(lines: int) -> None:
    pages = plan("# A\n\n" + "Filler.\n\n" * lines + "## Example\n\nLet\n\n$$a=b$$\n\nThen all is well.\n\n" + LINE * 9)
    (heading,) = [n for n, texts in enumerate(body(pages)) if any(i.text.startswith("Example") for i in texts)]
    (lead,) = [n for n, texts in enumerate(body(pages)) if any(i.text.strip() == "Let" for i in texts)]
    formula = [n for n, page in enumerate(pages.pages) if any(isinstance(i, DrawingItem) for i in page.items)]
    assert formula == [heading] == [lead]


@pytest.mark.parametrize("count", range(60, 110, 3))
def test_a_last_page_has_five_lines_or_is_the_only_one(count: int) -> None:
    pages = plan("# A\n\n" + "\n\n".join(f"{n} " + LINE * 2 for n in range(count)))
    last = {round(item.y) for item in body(pages)[-1]}
    assert len(last) >= 5
    assert all(page_faults(page) == [] for page in pages.pages)


@settings(max_examples=25, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(documents(), st.sampled_from(["a4", "a5"]))
def test_a_last_page_of_a_few_lines_is_told(written: Written, paper: str) -> None:
    document = rewritten(written.text)
    pages = plan_handout(document, theme(), {}, PAPERS[paper])
    last = [
        i for i in pages.pages[-1].items if isinstance(i, TextItem | DrawingItem | PictureItem) and i.tag is not None
    ]
    told = few_lines(document, pages)
    if len(pages.pages) > 1 and all(isinstance(item, TextItem) for item in last):
        assert bool(told) == (len({round(item.y) for item in body(pages)[-1]}) < 5)
    else:
        assert told == ()


def test_a_last_page_that_nothing_spares_is_told() -> None:
    code = "```\n" + "code\n" * 48 + "```\n"
    document = rewritten(f"# A\n\n{code}\nOne line.\n\n{code}\nTwo.\n")
    pages = plan_handout(document, theme(), {}, PAPERS["a4"])
    assert len({round(item.y) for item in body(pages)[-1]}) >= 5 or few_lines(document, pages)


def test_tuned_pages_are_closer_from_the_first_of_them_on() -> None:
    strips = [Strip(20.0, before=10.0) for _ in range(30)]
    plain, tuned = (paginate(strips, 0.0, 200.0, tuning=tuning) for tuning in (None, Tuning(1, 0.5)))
    assert plain[0] == tuned[0]
    assert len(tuned[1]) > len(plain[1])


def test_a_picture_waits_while_text_fills_the_page_and_no_heading_passes_it() -> None:
    picture, line = Strip(150.0, least=140.0), Strip(15.0)
    first, second = paginate([Strip(120.0), picture, line, line], 0.0, 200.0)
    assert [at.strip.height for at in first] == [120.0, 15.0, 15.0]
    assert second[0].strip.height == 150.0
    first, _ = paginate([Strip(120.0), picture, Strip(15.0, opens=True, keep=True), line], 0.0, 200.0)
    assert len(first) == 1


def test_a_picture_is_set_a_little_smaller_rather_than_leave_a_page_half_empty() -> None:
    item = PictureItem(Rect(0.0, 0.0, 200.0, 100.0), Picture(b"", "png", 200, 100, "key"))
    (page,) = paginate([Strip(120.0), Strip(100.0, (item,), least=60.0)], 0.0, 200.0)
    shown = page[1].strip.items[0]
    assert isinstance(shown, PictureItem)
    assert page[1].y + page[1].strip.height <= 200.0
    assert shown.rect.width == pytest.approx(2 * shown.rect.height)


def test_contents_share_their_page_with_text() -> None:
    text = "# Much\n\n" + "".join(f"## Part {n}\n\n{LINE * 9}\n\n" for n in range(24))
    pages = plan(text)
    assert len(pages.pages) > 4
    roles = [role(pages, item) for item in body(pages)[0]]
    assert "H2" in roles
    assert roles.count("TOCI") + roles.count("Link") > 20


def test_a_glossary_of_the_documents_own_is_not_made_again() -> None:
    terms = "".join(f"term{n}\n: Its meaning, number {n}.\n\n" for n in range(7))
    text = "# T\n\n" + f"## Text\n\n{LINE * 30}\n\n" * 6 + f"## Key terms\n\n{terms}## End\n\n{LINE * 9}\n"
    titles = [entry.title for entry in plan(text).outline]
    assert "Key terms" in titles
    assert "Glossary" not in titles
    assert "Index" not in titles  # every entry would lead to the glossary, which is in the order of the alphabet
    asked = [entry.title for entry in plan(f"---\nindex: true\n---\n\n{text}").outline]
    assert "Index" in asked


@pytest.mark.parametrize(
    ("name", "word"),
    [("λ = 1", False), ("x", False), ("42", False), ("n < 3", False), ("eigenvalue", True), ("条約", True)],
)
def test_an_index_lists_words(name: str, word: bool) -> None:
    assert is_word(name) == word


def test_a_line_leads_to_what_follows_unless_its_sentence_ends() -> None:
    said = {end: Paragraph((Text(f"It holds{end}"),)) for end in (":", "", ".", "。")}
    assert [announces(line, ListBlock(())) for line in said.values()] == [True, True, False, False]
    assert announces(said["."], Formula("a", "a"))


@pytest.mark.parametrize(("paper", "least"), [("a5", 9.5), ("a4", 10.5)])
def test_small_paper_is_set_for_its_page(paper: str, least: float) -> None:
    pages = plan("# A\n\n" + (LINE * 8 + "H~2~O[^1].\n\n") * 9 + "[^1]: A note.\n", paper=paper)
    texts = [item for texts in body(pages) for item in texts]
    assert max(set(sizes := [item.size for item in texts]), key=sizes.count) >= least
    assert min(sizes) >= 7.0


def test_a_page_of_a_booklet_is_half_its_sheet_and_one_of_four_a_quarter() -> None:
    a4, a5 = PAPERS["a4"], PAPERS["a5"]
    assert part_of(a4, 2).width == pytest.approx(a5.width, abs=2.0)
    assert (part_of(a4, 4).width, part_of(a4, 4).height) == (a4.width / 2, a4.height / 2)


def test_the_margin_is_given_to_the_text_where_that_is_asked_for() -> None:
    wide, usual = (plan(f"# A\n\n{LINE * 9}\n", HandoutForm(full=full)) for full in (True, False))
    rights = [max(item.x for item in body(pages)[0]) for pages in (wide, usual)]
    lines = [len({item.y for item in body(pages)[0]}) for pages in (wide, usual)]
    assert lines[0] < lines[1]
    assert all(page_faults(page) == [] for page in wide.pages), rights


def test_the_sheets_of_cornell_keep_a_column_that_can_be_read() -> None:
    for paper in ("a4", "a5", "letter"):
        pages = plan(f"# A\n\n{LINE * 9}\n", HandoutForm("cornell"), paper)
        longest = max(len(item.text) for item in body(pages)[0])
        assert longest > 35


def with_figure(width: int, height: int, caption: str) -> Pages:
    document = rewritten(f'# A\n\nText.\n\n![An alternative](a.png "{caption.strip()}")\n\nMore.\n')
    picture = Picture(b"", "png", width, height, "key")
    return plan_handout(document, theme(), {"a.png": picture}, PAPERS["a4"], "", ARTICLE)


@pytest.mark.parametrize(
    ("width", "height", "caption", "beside"),
    [
        (300, 240, "A short caption", True),
        (300, 240, LINE * 3, True),
        (300, 40, LINE * 4, False),  # higher than its picture
        (300, 240, LINE * 12, False),  # too many lines
        (1600, 400, "A wide picture reaches into the margin", False),
    ],
)
def test_a_caption_stands_beside_its_figure_where_there_is_room(
    width: int, height: int, caption: str, beside: bool
) -> None:
    pages = with_figure(width, height, caption)
    (page,) = pages.pages
    (picture,) = (item for item in page.items if isinstance(item, PictureItem))
    texts = [item for item in body(pages)[0] if item.size == CAPTION]
    label = texts[0]
    box = picture.rect
    assert (label.x > box.x + box.width) == beside
    if beside:
        assert box.y <= label.y <= box.y + box.height
        assert all(extent(item).right <= PAPERS["a4"].width - 20.0 for item in texts)
    else:
        assert label.y > box.y + box.height
    assert page_faults(page) == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("# Apples\n\nText.\n", 1),
        ("---\ntitle: apples\n---\n\n# Apples\n\nText.\n", 1),
        ("---\ntitle: Fruit\n---\n\n# Apples\n\nText.\n", 1),  # beneath another title
        ("Text before.\n\n# Apples\n\nText.\n", 2),  # which it parts from the rest
        ("# Apples\n\nText.\n\n# Pears\n\nText.\n", 1),
    ],
)
def test_a_title_that_is_the_only_heading_is_shown_once(text: str, titles: int) -> None:
    pages = plan(text)
    shown = [role(pages, item) for item in body(pages)[0] if item.text.strip() == "Apples"]
    assert len(shown) == titles
    assert {tag.role for tag in pages.tags} >= {"H1"}


def test_a_title_that_is_the_only_heading_keeps_its_place_and_its_footnote() -> None:
    pages = plan("# Apples[^1]\n\nText, see [above](#apples).\n\n[^1]: A note of apples.\n")
    places = {place.name: place.page for place in pages.destinations}
    (entry,) = pages.outline
    assert (entry.title, places[entry.destination]) == ("Apples", 0)
    assert [tag.role for tag in pages.tags if tag.role.startswith("H")] == ["H1"]
    assert any("A note" in item.text for item in body(pages)[0])


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("One.\n\n---\n\nTwo.", 1),
        ("---\n\nOne.", 0),
        ("One.\n\n---", 0),
        ("One.\n\n---\n\n---\n\nTwo.", 1),
        ("One.\n\n---\n\n## Below\n\nTwo.", 0),
        ("---\n\n::: notes\nOnly said.\n:::\n\n---\n\nTwo.", 0),
        ("> One.\n>\n> ---\n\nTwo.", 0),
    ],
)
def test_a_thematic_break_that_parts_nothing_has_no_rule(text: str, rules: int) -> None:
    pages = plan(f"# A\n\n{text}\n")
    assert sum(isinstance(item, RuleItem) for page in pages.pages for item in page.items) == rules


def calls_for(sections: int) -> int:
    """How many functions of ours and of Python are called to plan a text of so many sections."""
    text = "# The title\n\n" + "".join(f"# Topic {number}\n\n{LINE * 2}\n\n" for number in range(sections))
    document, look, found = rewritten(text), theme(), 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal found
        found += event == "call"

    sys.setprofile(count)
    try:
        plan_handout(document, look, {}, PAPERS["a4"], "", ARTICLE)
    finally:
        sys.setprofile(None)
    return found


def test_planning_grows_with_the_sections_and_no_faster() -> None:
    calls_for(400)  # what is kept of words and faces is there then
    assert calls_for(400) < 2.1 * calls_for(200)


def test_to_spare_a_last_page_only_the_last_pages_are_filled_again() -> None:
    calls_for(200)
    assert calls_for(200) < 2.1 * calls_for(100)  # of a hundred the last page is full enough
