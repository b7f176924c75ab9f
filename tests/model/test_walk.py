"""All that a document is made of: walked once, and as it is read, with each footnote behind its first call."""

from msgspec.structs import replace

from triptych.model.document import Document, Footnote, FootnoteCall, Meta, Paragraph, Section, Strong, Text
from triptych.model.footnote_calls import as_read
from triptych.model.walk import nodes, walk

TEXT = Paragraph((Text("one "), Strong((Text("two"),)), FootnoteCall(1)), 3)
PLAIN = Document(Meta("Notes"), (Section("s", (Text("Title"),), (TEXT,)),))
NOTE = Footnote(1, (Paragraph((Text("below"),), 5),), 5)


def test_the_nodes_of_a_document_are_those_that_a_walk_finds():
    assert nodes(PLAIN) == tuple(walk(PLAIN))
    assert nodes(PLAIN) is nodes(PLAIN)


def test_a_document_that_is_alike_has_its_own_nodes():
    alike = replace(PLAIN)
    assert alike == PLAIN
    assert nodes(alike) is not nodes(PLAIN)
    assert nodes(alike)[0] is alike


def test_without_footnotes_a_document_reads_as_it_is_walked():
    assert tuple(as_read(PLAIN)) == tuple(walk(*PLAIN.sections))


def test_a_footnote_is_read_behind_its_call():
    found = list(as_read(replace(PLAIN, footnotes=(NOTE,))))
    assert found[found.index(FootnoteCall(1)) + 1] == NOTE
