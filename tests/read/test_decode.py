"""Whatever encoding a file is in, its text comes out clean."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triptych.read.decode import decode

TEXT = "The Cold War, 1953–1964\nCafé naïve ½ €5\n"
LETTERS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff\u2028\u2029"))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF8 * 2 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32-le"),
        TEXT.encode("utf-32-be"),
    ],
)
def test_every_unicode_encoding_is_recognised(data: bytes) -> None:
    assert decode(data, "x.txt") == (TEXT, ())


def test_windows_1252_is_read_with_a_warning_that_names_the_line() -> None:
    text, (problem,) = decode(TEXT.replace("–", "-").encode("cp1252"), "x.txt")
    assert text == TEXT.replace("–", "-")
    assert (problem.severity, problem.line, problem.path) == ("warning", 2, "x.txt")


def test_one_bad_byte_does_not_spoil_the_good_ones() -> None:
    text, problems = decode("naïve\n".encode() + b"caf\xe9\n" + "€\n".encode(), "x.txt")
    assert text == "naïve\ncafé\n€\n"
    assert [problem.line for problem in problems] == [2]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_line_ends_become_line_feeds(end: str) -> None:
    assert decode(f"a{end}b{end}".encode(), "x.txt")[0] == "a\nb\n"


def test_control_characters_are_removed_with_a_warning() -> None:
    text, (problem,) = decode(b"fine\nb\x07e\x00ll\x1b\n", "x.txt")
    assert text == "fine\nbell\n"
    assert (problem.line, problem.message) == (2, "removed invisible control characters: 3")


def test_halves_of_surrogate_pairs_are_removed() -> None:
    text, (problem,) = decode(b"one\ntwo \xed\xa0\x80 three", "x.txt")
    assert text == "one\ntwo  three"
    assert problem.line == 2


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"%PDF-1.7", b"\x89PNG\r\n", bytes(range(256)) * 40])
def test_a_binary_file_is_an_error(data: bytes) -> None:
    text, (problem,) = decode(data, "x.docx")
    assert text == ""
    assert problem.severity == "error"
    assert problem.hint


@given(LETTERS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_text_survives_any_unicode_encoding(text: str, encoding: str) -> None:
    assert decode(f"a{text}".encode(encoding), "x")[0] == f"a{text}"


@given(st.binary())
def test_any_bytes_give_text_that_xml_can_hold(data: bytes) -> None:
    text, _ = decode(data, "x")
    assert not [c for c in text if c != "\n" and c != "\t" and (c < " " or "\x7f" <= c < "\xa0" or c in "\ufffe\uffff")]
    text.encode()
