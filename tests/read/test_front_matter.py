"""Front matter: right when it is right, a warning and the text when it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import complaints, markdown, outline, read

from triptych.model.document import Meta


def meta(front: str) -> Meta:
    return markdown(f"---\n{front}\n---\n\n# Body\n").meta


def test_plain_values() -> None:
    found = meta('title: The War\nsubtitle: "A: B"\nauthor: Ann\ndate: 2024-01-05\nlang: pt_BR\ncourse: H1\n')
    assert found == Meta("The War", "A: B", ("Ann",), "2024-01-05", "pt-BR", "H1")


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Ann", ("Ann",)),
        ("[Ann, Bob]", ("Ann", "Bob")),
        ("\n  - name: Ann\n    email: a@b.c\n  - Bob", ("Ann", "Bob")),
        ("{name: Ann}", ("Ann",)),
        ("", ()),
        ("null", ()),
        ("~", ()),
        ("[7, null, {name: [A, B]}]", ("7", "A, B")),
    ],
)
def test_authors_in_every_form(value: str, names: tuple[str, ...]) -> None:
    assert meta(f"title: T\nauthor: {value}").authors == names


def test_norwegian_is_a_language() -> None:
    assert meta("title: T\nlang: no\nlist: [1]").lang == "no"


def test_what_is_no_language_is_a_warning() -> None:
    text = "---\ntitle: T\nlang: the English one\n---\nText\n"
    assert markdown(text).meta.lang == "en"
    assert complaints(text) == ["1: warning: not a language tag: the English one"]


def test_links_and_emphasis_become_plain_text() -> None:
    assert meta('title: "The *new* [EC 607](https://x.y) `code`"').title == "The new EC 607 code"


def test_a_colon_in_the_title_is_forgiven_with_a_warning() -> None:
    text = "---\nauthor: Ann\ntitle: Europe: a: history\n---\n\n# Body\n"
    assert markdown(text).meta.title == "Europe: a: history"
    (complaint,) = complaints(text)
    assert complaint.startswith("3: warning: the front matter is not valid YAML")


def test_front_matter_that_is_never_closed_still_counts() -> None:
    text = "---\ntitle: Open\n\n# Body\n\nText\n"
    assert markdown(text).meta.title == "Open"
    assert outline(markdown(text)) == ["1 Body"]
    assert complaints(text) == ["1: warning: the front matter is never closed"]


@pytest.mark.parametrize("text", ["---\n- a\n- b\n---\n\n# Body\n", "---\n\nText\n\n---\n\n# Body\n"])
def test_what_is_no_mapping_is_text(text: str) -> None:
    assert outline(markdown(text)) == ["1", "1 Body"]


def test_lines_count_from_the_top_of_the_file() -> None:
    assert markdown("---\ntitle: T\n---\n\n# Body\n").sections[0].line == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("% The title\n% Ann; Bob\n% 2024\n\n# Body\n", Meta("The title", authors=("Ann", "Bob"), date="2024")),
        ('+++\ntitle = "Toml"\n+++\n# Body\n', Meta("Toml")),
        ("Title: Multi\nAuthor: Ann\n\n# Body\n", Meta("Multi", authors=("Ann",))),
    ],
)
def test_other_kinds(text: str, expected: Meta) -> None:
    assert markdown(text).meta == expected


def test_a_bomb_of_aliases_does_not_explode() -> None:
    levels = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))
    assert meta(f"a0: &a0 [lol, lol]\n{levels}\ntitle: T\nauthor: *a29").title == "T"


def test_a_value_that_contains_itself_ends() -> None:
    assert meta("title: &t [*t, x]\nauthor: &a {name: *a}").title.endswith("x")


def test_tags_of_python_do_nothing() -> None:
    assert meta('title: !!python/object/apply:os.system ["exit 1"]').title == "exit 1"


def test_escapes_cannot_bring_control_characters() -> None:
    assert meta('title: "a\\x0bb\\x07c"').title == "a bc"


def test_own_wording() -> None:
    assert markdown("---\ntitle: T\nwords:\n  Summary: Fazit\n---\nText").words == (("Summary", "Fazit"),)


@given(st.text(st.sampled_from("ab: -[]{}&*!#|>'\"\n\t%@`,?0~<=.")))
def test_nothing_in_it_can_break_the_document(front: str) -> None:
    assert outline(markdown(f"---\ntitle: T\n{front}\n---\n\n# Last\n"))[-1].endswith("Last")


PLAIN = st.text(st.sampled_from("abz059 :#-'\"?,."), min_size=1).map(str.strip).filter(bool)


@given(st.dictionaries(st.sampled_from(["title", "date", "course"]), PLAIN, min_size=1))
def test_the_quick_way_reads_what_yaml_reads(values: dict[str, str]) -> None:
    import yaml

    from triptych.read.front_matter import _simple

    block = "\n".join(f"{key}: {value}" for key, value in values.items())
    quick = _simple(block)
    if quick:
        assert quick == yaml.load(block, Loader=yaml.BaseLoader)


@pytest.mark.parametrize("more", ["", "author: [A, B]\n"])  # with lists it is read by the YAML library
def test_a_key_that_is_said_twice_is_told(more: str) -> None:
    document, problems = read(f"---\ntitle: One\n{more}title: Two\n---\n\n# H\n\nWords.\n")
    assert document.meta.title == "Two"
    line = 3 + more.count("\n")
    assert [(p.severity, p.line, p.message) for p in problems] == [
        ("warning", line, "the front matter says title twice: the last one counts")
    ]
