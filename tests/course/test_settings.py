"""What `triptych.toml` says for all documents below it."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from reading_pdf import marks

from triptych.build import Options, Result, build_all, find_sources
from triptych.courses import Courses
from triptych.products.prepare import read_document
from triptych.read.course import read_course
from triptych.read.forms import read_forms
from triptych.read.under_course import with_course

TEXT = "# Tides\n\nThe moon pulls at the sea.\n"


def said(text: str) -> list[str]:
    return [str(problem) for problem in read_course(text.encode(), "triptych.toml").problems]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('\ntheem = "dark"', '2:1: warning: not a key that is known here: theem (did you mean theme?)'),
        ('lang = "en"\n  theme = "darc"', "2:3: error: there is no theme called darc (did you mean dark?; a folder"),
        ('handout = "cornell dotts"', "1:20: warning: handout: dotts is not known (did you mean dots?)"),
        ('handout = [\n  "cornell",\n  "dotts",\n]', "3:4: warning: handout: dotts is not known (did you mean dots?)"),
        ('footer = 5', '1:1: error: footer cannot be a number (write it as in: footer = "…")'),
        ('"index" = "yes"', "1:2: error: index cannot be a text (write it as in: index = true)"),
        ('lang = "English!"', "1:1: error: not a language tag: English! (write one such as en or pt-BR)"),
        ("minutes = true", "1:1: error: minutes cannot be true or false (write it as in: minutes = 45)"),
        ('footer = """\ntheem = 3\n"""\ntheem = 3', "4:1: warning: not a key that is known here: theem"),
        ('editions = ["studnt"]', "1:14: warning: editions: studnt is not known (did you mean student?)"),
        ('paper = "a6"', "1:10: warning: paper: a6 is not known (there are a4, letter, a5)"),
        ('[wordz]\nsummary = "x"', "1:2: warning: not a key that is known here: wordz (did you mean words?)"),
        ('title = "a\nb', "1:11: error: it is not valid TOML: illegal character '\\n'"),
        ("title = ", "1:9: error: it is not valid TOML: invalid value"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_is(text: str, problem: str) -> None:
    (told,) = said(text)
    assert told.startswith(f"triptych.toml:{problem}")


def test_bytes_that_are_no_text_are_told() -> None:
    settings = read_course(b'title = "a"\n\xff', "triptych.toml")
    assert [str(problem) for problem in settings.problems] == [
        "triptych.toml:2:1: error: it is not UTF-8 (save it as UTF-8)"
    ]
    assert settings.broken


@pytest.mark.parametrize(
    ("own", "course", "values"),
    [
        ({"Footer": ""}, {"footer": "School"}, {"Footer": ""}),
        ({"authors": ["A"]}, {"author": "B"}, {"authors": ["A"]}),
        ({"subject": "A"}, {"course": "B"}, {"subject": "A"}),
        ({"handout": "lines"}, {"handout": "cornell"}, {"handout": "cornell lines"}),
        ({"words": {"a": "1"}}, {"words": {"a": "2", "b": "3"}}, {"words": {"a": "1", "b": "3"}}),
        ({}, {"lang": "de"}, {"lang": "de"}),
    ],
)
def test_a_document_has_the_last_word(
    own: dict[str, object], course: dict[str, object], values: dict[str, object]
) -> None:
    assert with_course(own, course) == values


def test_other_names_of_a_key_serve_as_in_front_matter() -> None:
    settings = read_course(b'language = "de"\nauthors = ["A"]\nsubject = "B"\npapersize = "letter"\n', "triptych.toml")
    assert settings.problems == ()
    assert settings.values == {"lang": "de", "author": ["A"], "course": "B", "paper": "letter"}


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_all_that_a_course_says_holds(name: str) -> None:
    settings = read_course(
        b'title = "Biology"\nauthor = ["A", "B"]\nlang = "de"\ntheme = "dark"\nfooter = "Foot"\naspect = "4:3"\n'
        b'slide-numbers = false\nminutes = 20\nhandout = ["cornell"]\nalso = "cards"\npeople = ["Ada"]\n'
        b'editions = ["student"]\nbackground = "#F4EEE0"\n[words]\nhandout = "Skript"\n',
        "triptych.toml",
    )
    assert settings.problems == ()
    document, problems = read_document(TEXT.encode(), name, course=settings.values)
    meta = document.meta
    assert problems == ()
    assert (meta.title, meta.course, meta.authors, meta.lang) == ("Tides", "Biology", ("A", "B"), "de")
    assert (meta.theme, meta.footer, meta.aspect, meta.slide_numbers) == ("dark", "Foot", "4:3", False)
    assert (meta.also, meta.editions, meta.background, meta.back.names) == (
        ("cards",),
        ("student",),
        "#F4EEE0",
        ("Ada",),
    )
    forms = read_forms(meta.forms)
    assert (forms.deck.minutes, forms.handout.layout) == (20, "cornell")
    assert document.words == (("handout", "Skript"),)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a course to stand in."""
    (tmp_path / "course" / "week").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    Path("course/week/tides.md").write_text(TEXT, encoding="utf-8")
    Path("course/triptych.toml").write_text('title = "The sea"\nlogo = "shared/logo.png"\n', encoding="utf-8")
    Path("course/shared").mkdir()
    Image.new("RGB", (40, 30), "red").save("course/shared/logo.png")
    return tmp_path


def built(**options: object) -> list[Result]:
    return list(build_all(find_sources([Path("course")]), Path("out"), Options(**options)))


def pages(result: Result) -> str:
    import pikepdf

    with pikepdf.open(next(path for path in result.files if path.name.endswith("handout.pdf"))) as pdf:
        return " ".join(mark.text for page in pdf.pages for mark in marks(page))


def test_paths_start_from_the_folder_of_the_settings() -> None:
    (result,) = built()
    assert not result.failed
    assert "The sea" in pages(result)
    assert not built()[0].made
    Image.new("RGB", (40, 30), "blue").save("course/shared/logo.png")
    assert built()[0].made


def test_other_settings_build_again() -> None:
    built()
    Path("course/triptych.toml").write_text('title = "The ocean"\n', encoding="utf-8")
    assert "The ocean" in pages(built()[0])
    Path("course/triptych.toml").unlink()
    assert "The ocean" not in pages(built()[0])


def test_the_nearest_file_counts() -> None:
    Path("course/week/triptych.toml").write_text('title = "Near"\n', encoding="utf-8")
    assert "Near" in pages(built()[0])


def test_files_that_are_not_there_or_outside_are_told() -> None:
    Path("course/triptych.toml").write_text(
        'logo = "none.png"\nbibliography = ["../out.bib", "b.bib"]\n', encoding="utf-8"
    )
    Path("course/b.bib").write_text("", encoding="utf-8")
    Path("out.bib").write_text("", encoding="utf-8")
    told = [str(problem).split(" (")[0] for problem in built()[0].problems if problem.severity != "note"]
    assert told == [
        "course/triptych.toml:1:1: error: logo: there is no file none.png",
        "course/triptych.toml:2:1: error: bibliography: a file is not read, it lies outside the folder that may be"
        " read: ../out.bib",
    ]


def test_nothing_is_made_over_what_stands_where_the_settings_cannot_be_read() -> None:
    before = {path: path.read_bytes() for path in built()[0].files}
    Path("course/triptych.toml").write_text("title =\n", encoding="utf-8")
    (result,) = built()
    assert result.failed
    assert result.files == ()
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    ("target", "told"),
    [("", "cannot be read: it is a folder"), ("out.toml", "is not read, it leads outside"), ("none", "is not read")],
)
def test_settings_that_are_no_file_or_lead_elsewhere_are_not_passed_over(target: str, told: str) -> None:
    Path("course/triptych.toml").unlink()
    Path("out.toml").write_text('title = "Elsewhere"\n', encoding="utf-8")
    if target:
        Path("course/triptych.toml").symlink_to(Path(target).absolute())
    else:
        Path("course/triptych.toml").mkdir()
    (result,) = built()
    assert result.failed
    assert [f"course/triptych.toml: error: {told}" in str(problem) for problem in result.problems] == [True]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_of_the_settings_is_told_once(jobs: str, run: Callable[..., tuple[int, str, str]]) -> None:
    for number in range(3):
        Path(f"course/{number}.md").write_text("# Tides\n\nThe moon pulls.\n", encoding="utf-8")
    Path("course/triptych.toml").write_text('titel = "X"\nauthor = 3\n', encoding="utf-8")
    asked = ("build", "course", "--only", "deck", "-j", jobs)
    code, out, err = run(*asked)
    assert (code, err.count("titel"), err.count("author cannot")) == (1, 1, 1)
    assert out == "4 files in build\n"
    assert run(*asked)[1] == "4 files in build (4 unchanged)\n"


def test_the_last_line_says_how_many_documents_were_not_made(run: Callable[..., tuple[int, str, str]]) -> None:
    Path("course/other.md").write_text("# Tides\n\nThe moon pulls.\n", encoding="utf-8")
    Path("course/empty.md").write_bytes(b"\x00\x01\x02")
    assert run("build", "course", "--only", "deck")[1].endswith("; 1 document was not made\n")
    Path("course/triptych.toml").write_text("title =\n", encoding="utf-8")
    code, out, err = run("build", "course", "--only", "deck", "-o", "other")
    assert (code, err.count("TOML"), out) == (1, 1, "0 files in other; 3 documents were not made\n")


def test_words_that_exclude_each_other_are_told() -> None:
    assert said('cheat-sheet = "a5, a4"\n') == [
        "triptych.toml:1:20: warning: cheat-sheet: a5 and a4 exclude each other (the last one counts)"
    ]


def test_words_of_a_course_that_exclude_each_other_are_told_with_the_course_alone() -> None:
    Path("course/triptych.toml").write_text('cheat-sheet = "a5, a4"\n', encoding="utf-8")
    assert str(built(only=("handout",))[0].problems).count("exclude") == 1


def test_a_word_of_the_document_takes_the_place_of_one_of_its_course() -> None:
    Path("course/triptych.toml").write_text('deck = "talk"\n', encoding="utf-8")
    tides = Path("course/week/tides.md")
    tides.write_text(f"---\ndeck: full\n---\n\n{TEXT}", encoding="utf-8")
    assert "exclude" not in str(built(only=("handout",))[0].problems)
    tides.write_text(f"---\ndeck: full, talk\n---\n\n{TEXT}", encoding="utf-8")
    assert "tides.md:2:1: warning: deck: full and talk exclude each other" in "\n".join(
        map(str, built(only=("handout",))[0].problems)
    )


def test_what_the_command_says_comes_before_the_course() -> None:
    Path("course/triptych.toml").write_text('handout = "cornell"\nalso = "cards"\n', encoding="utf-8")
    result = built(forms=(("handout", "article"),), only=("handout",))[0]
    assert [path.name for path in result.files] == ["tides-handout.pdf"]
    plain = built(only=("handout",))[0]
    assert plain.made


def sizes(result: Result) -> set[tuple[float, float]]:
    """The sizes of the pages of a handout in points."""
    import pikepdf

    with pikepdf.open(next(path for path in result.files if path.name.endswith("handout.pdf"))) as pdf:
        return {(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in pdf.pages}


def test_the_paper_is_that_of_the_course_of_the_document_and_of_the_command_in_turn() -> None:
    assert sizes(built()[0]) == {(595, 842)}
    Path("course/triptych.toml").write_text('paper = "letter"\n', encoding="utf-8")
    assert sizes(built()[0]) == {(612, 792)}
    Path("course/week/tides.md").write_text(f"---\npapersize: a5paper\n---\n\n{TEXT}", encoding="utf-8")
    assert sizes(built()[0]) == {(420, 595)}
    assert sizes(built(paper="a4")[0]) == {(595, 842)}


def accents(result: Result) -> set[str]:
    """The colours of the theme of a deck."""
    from pptx import Presentation

    deck = next(path for path in result.files if path.suffix == ".pptx")
    master = Presentation(str(deck)).slide_masters[0].part
    theme = next(rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme"))
    return set(re.findall(r'srgbClr val="(\w{6})"', theme.blob.decode()))


@pytest.mark.parametrize("named", ["looks/ours", "./looks/ours", "./looks/../looks/ours"])
def test_a_course_may_have_a_theme_of_its_own(named: str) -> None:
    Path("course/looks/ours").mkdir(parents=True)
    look = Path("course/looks/ours/theme.toml")
    look.write_text('[palette]\naccent = "7A1F1F"\n', encoding="utf-8")
    Path("course/triptych.toml").write_text(f'theme = "{named}"\n', encoding="utf-8")
    (result,) = built()
    assert [problem for problem in result.problems if problem.severity != "note"] == []
    assert "7A1F1F" in accents(result)
    assert not built()[0].made
    look.write_text('[palette]\naccent = "1F1F7A"\n', encoding="utf-8")
    assert "1F1F7A" in accents(built()[0])


def test_a_theme_in_the_folder_of_the_document_is_named_with_a_dot() -> None:
    Path("course/week/ours").mkdir()
    Path("course/week/ours/theme.toml").write_text('[palette]\naccent = "7A1F1F"\n', encoding="utf-8")
    Path("course/week/triptych.toml").write_text('theme = "./ours"\n', encoding="utf-8")
    assert "7A1F1F" in accents(built()[0])
    Path("course/week/triptych.toml").unlink()
    Path("course/week/tides.md").write_text(f"---\ntheme: ./ours\n---\n\n{TEXT}", encoding="utf-8")
    assert "7A1F1F" in accents(built()[0])


@pytest.mark.parametrize(
    ("files", "named", "message"),
    [
        ({}, "./ours", "there is no folder ./ours with a theme.toml in it"),
        ({"ours/theme.toml": b"palette ="}, "./ours", "theme ./ours: its theme.toml cannot be read"),
        ({"ours/theme.toml": b"", "ours/template.pptx": b"no"}, "./ours", "its template.pptx cannot serve"),
        ({"../../out/theme.toml": b""}, "../../out", "the theme is not read"),
    ],
)
def test_a_theme_that_cannot_serve_is_told_at_its_line(files: dict[str, bytes], named: str, message: str) -> None:
    for name, data in files.items():
        path = Path("course/week", name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    Path("course/week/tides.md").write_text(f"---\ntheme: {named}\n---\n\n{TEXT}", encoding="utf-8")
    (problem,) = [problem for problem in built()[0].problems if problem.severity == "error"]
    assert message in problem.message
    assert problem.line == 2


def test_the_theme_of_a_course_that_is_not_there_is_told() -> None:
    Path("course/triptych.toml").write_text('theme = "looks/none"\n', encoding="utf-8")
    assert str(built()[0].problems[0]).startswith(
        "course/triptych.toml:1:1: error: theme: there is no folder looks/none with a theme.toml in it"
    )


def test_the_index_of_a_course_is_in_its_theme_and_on_its_paper(run: Callable[..., tuple[int, str, str]]) -> None:
    import pikepdf

    Path("course/looks").mkdir()
    Path("course/looks/theme.toml").write_text("", encoding="utf-8")
    Path("course/triptych.toml").write_text('theme = "./looks"\npaper = "letter"\n', encoding="utf-8")
    code, _, err = run("build", "course", "-o", "made", "--index", "--bind")
    assert (code, "error" in err) == (0, False)
    for path in (Path("made/index.pdf"), Path("made/course-handout.pdf")):
        with pikepdf.open(path) as pdf:
            assert {round(float(page.mediabox[2])) for page in pdf.pages} == {612}


def test_documents_come_in_the_order_in_which_people_count() -> None:
    names = ["a.md", "B.md", "doc1.md", "doc2.md", "doc02.md", "doc10.md", "week2/x.md", "week10/a.md"]
    Path("many").mkdir()
    for name in reversed(names):
        path = Path("many", name)
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    found = [source.path.relative_to("many").as_posix() for source in find_sources([Path("many")])]
    assert found == ["a.md", "B.md", "doc1.md", "doc02.md", "doc2.md", "doc10.md", "week2/x.md", "week10/a.md"]


def test_a_file_is_read_once_for_all_documents() -> None:
    courses = Courses()
    root = Path("course").absolute()
    first = courses.of(Path("course/week"), root)
    os.unlink("course/triptych.toml")
    assert courses.of(Path("course/week"), root) is first
    assert courses.of(Path("course/shared"), root) is None


def test_no_file_above_the_root_counts() -> None:
    assert Courses().of(Path("course/week"), Path("course/week").absolute()) is None


def test_a_course_to_start_from_is_free_of_problems(run: Callable[..., tuple[int, str, str]]) -> None:
    code, out, _ = run("new", "--course", "biology")
    assert code == 0
    assert "biology/triptych.toml and biology/01-photosynthesis.md written" in out
    code, _, err = run("build", "biology")
    assert code == 0
    assert "error" not in err
    assert "warning" not in err
    code, _, err = run("new", "--course", "biology")
    assert (code, "exists already" in err) == (2, True)


@pytest.mark.parametrize(("name", "better"), [("a.docx", "a.md"), ("a", "a.md"), ("b.markdow", "b.markdown")])
def test_no_document_is_begun_under_a_name_that_none_can_have(
    name: str, better: str, run: Callable[..., tuple[int, str, str]]
) -> None:
    code, _, err = run("new", name)
    assert code == 2
    assert f"name it {better}" in err
    assert not Path(name).exists()
