"""Front matter as other programs have it: in JSON, with dates that are worked out, headers, teachers."""

from reading import complaints, markdown, rewritten, said


def test_front_matter_in_json_is_read() -> None:
    text = '{\n  "title": "Rivers",\n  "author": "Ada"\n}\n\n# One\n\nText.\n'
    meta = markdown(text).meta
    assert (meta.title, meta.authors) == ("Rivers", ("Ada",))
    assert said(markdown(text)) == ["One", "Text"]


def test_what_is_no_json_is_text() -> None:
    for text in ("{\n a set of words\n}\n\n# One\n", "{ x }\n\n# One\n", "{\n\n# One\n"):
        assert "One" in said(markdown(text))
        assert markdown(text).meta.title == "One"
    assert "set" in said(markdown("{\n a set of words\n}\n\n# One\n"))


def test_a_date_that_is_worked_out_is_told_and_not_shown() -> None:
    text = '---\ntitle: A\ndate: "`r Sys.Date()`"\n---\n\n# One\n\nText.\n'
    assert markdown(text).meta.date == ""
    assert complaints(text) == ["3: warning: a date is not worked out here: `r Sys.Date()`"]


def test_a_header_of_marp_stands_where_its_footer_does() -> None:
    text = "---\nmarp: true\nheader: Physics 101\nfooter: Dr. Curie\n---\n\n# One\n\nText.\n"
    assert markdown(text).meta.footer == "Physics 101 – Dr. Curie"
    assert markdown(text.replace("footer", "size")).meta.footer == "Physics 101"
    assert markdown(text.replace("marp: true\n", "")).meta.footer == "Dr. Curie"


def test_who_teaches_is_an_author_where_there_is_none() -> None:
    assert rewritten("---\ninstructor: Dr. X\n---\n\n# One\n\nText.\n").meta.authors == ("Dr. X",)
    assert rewritten("---\nauthor: Ada\ninstructor: Dr. X\n---\n\n# One\n\nText.\n").meta.authors == ("Ada",)
