"""Two and three hyphens are dashes between words; in code, paths, options and names they are what they are."""

import pytest

from triptych.model.queries import block_inlines, plain
from triptych.read.dashes import dashed
from triptych.read.source import read_source


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the sea --- of course --- is salt", "the sea — of course — is salt"),
        ("the sea---of course---is salt", "the sea—of course—is salt"),
        ("the sea -- of course", "the sea – of course"),
        ("1914--1918, pages 10--20", "1914–1918, pages 10–20"),
        ("---", "—"),
        ("git commit --amend", "git commit --amend"),
        ("a--b", "a--b"),
        ("rm -- -file, npm test -- --watch", "rm -- -file, npm test -- --watch"),
        ("see /usr/lib/a---b or x_1---y", "see /usr/lib/a---b or x_1---y"),
        ("a ---> b --> c <--- d", "a ---> b --> c <--- d"),
        ("a ---- b", "a ---- b"),
        ("sea--- ", "sea--- "),
    ],
)
def test_hyphens_between_words_are_dashes(typed: str, shown: str) -> None:
    assert dashed(typed) == shown


def said(text: str, name: str) -> str:
    document, _ = read_source(text.encode(), name)
    return " ".join(plain(inlines) for part in document.sections for b in part.blocks for inlines in block_inlines(b))


def test_code_keys_and_addresses_keep_their_hyphens() -> None:
    text = "Sand `a --- b` <code>c --- d</code> <kbd>e -- f</kbd> https://a.example/x---y/1--2 *salt*---fog."
    assert said(f"# A\n\n{text}\n", "a.md") == ("Sand a --- b c --- d e -- f https://a.example/x---y/1--2 salt—fog.")


def test_notes_have_dashes_too() -> None:
    assert "The Nile — the longest – has a delta." in said(
        "Rivers\n\nThe Nile --- the longest -- has a delta.\n", "a.txt"
    )


def test_front_matter_has_dashes_as_its_text_has() -> None:
    text = "---\ntitle: War (1914--1918)\nsubtitle: Mud --- and *rain* -- of men\n---\n\nIt began.\n"
    meta = read_source(text.encode(), "a.md")[0].meta
    assert (meta.title, meta.subtitle) == ("War (1914–1918)", "Mud — and rain – of men")
