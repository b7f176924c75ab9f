"""The package of a deck: whole, valid, always the same, and free of what was in the template."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx_decks import deck, every_kind, fill, para, picture, slide, theme

from triptych.geometry import Rect
from triptych.model.deck import PictureBox, SlideSection
from triptych.model.document import Meta
from triptych.write.pptx import write_deck
from triptych.write.pptx.archive import archive
from triptych.write.pptx.package import DeckPackage

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def written(of=None, template: bytes | None = None) -> bytes:
    return write_deck(of or every_kind(), template or theme()[1])


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert Counter(file.namelist()).most_common(1)[0][1] == 1
        return {name: file.read(name) for name in file.namelist()}


def check_package(data: bytes) -> None:
    """Every part is reached, has a type, and refers only to what is there (ECMA-376 part 2)."""
    files = parts(data)
    types = etree.fromstring(files["[Content_Types].xml"])
    typed = {entry.get("PartName", f"*.{entry.get('Extension')}") for entry in types}
    reached, waiting = {"[Content_Types].xml"}, [""]
    while waiting:
        source = waiting.pop()
        folder, name = posixpath.split(source)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        ids = set()
        if relations in files:
            reached.add(relations)
            for entry in etree.fromstring(files[relations]):
                assert entry.get("Id") not in ids
                ids.add(entry.get("Id"))
                if entry.get("TargetMode") == "External":
                    continue
                target = posixpath.normpath(posixpath.join("/", folder, entry.get("Target")))[1:]
                assert target in files, f"{source} refers to {target}"
                assert f"/{target}" in typed or f"*.{target.rpartition('.')[2]}" in typed
                if target not in reached:
                    reached.add(target)
                    waiting.append(target)
        if source.endswith(".xml"):
            used = {
                value
                for element in etree.fromstring(files[source]).iter()
                for key, value in element.attrib.items()
                if key.startswith(R)
            }
            assert used <= ids, f"{source} uses {used - ids}"
    assert reached == set(files)


def findings(data: bytes, tmp_path: Path) -> list[str]:
    file = tmp_path / "deck.pptx"
    file.write_bytes(data)
    errors = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0).validate(str(file)).errors
    return [f"{error.part_uri}: {error.description}" for error in errors]


def test_a_deck_with_everything_is_whole_and_valid(tmp_path):
    of = every_kind()
    ids = [each.id for each in of.slides]
    sections = (SlideSection("One & two", tuple(ids[:4])), SlideSection('"Three"', tuple(ids[4:])))
    data = written(deck(*of.slides, sections=sections))
    check_package(data)
    assert findings(data, tmp_path) == []


def test_a_deck_without_slides_is_whole():
    data = written(deck())
    check_package(data)
    assert len(Presentation(io.BytesIO(data)).slides) == 0


def test_the_same_deck_gives_the_same_bytes():
    assert written() == written()


def test_entries_have_no_date_of_today():
    with zipfile.ZipFile(io.BytesIO(written())) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_equal_pictures_are_one_part():
    def shows(key: str, color: str) -> object:
        return slide(key, key, PictureBox("Picture 1", Rect(48, 116, 40, 30), picture(color), "A colour"))

    files = parts(written(deck(shows("a", "red"), shows("b", "red"), shows("c", "blue"))))
    assert len([name for name in files if name.startswith("ppt/media/")]) == 2


def test_properties_tell_of_the_document_and_not_of_the_clock():
    meta = Meta("War & peace", "", ("Ann", "Bo"), "1869-05-01", "de", "LIT 1")
    properties = Presentation(io.BytesIO(written(deck(slide("a", "A"), meta=meta)))).core_properties
    assert (properties.title, properties.subject, properties.author) == ("War & peace", "LIT 1", "Ann; Bo")
    assert properties.created.isoformat() == properties.modified.isoformat() == "1869-05-01T00:00:00"
    assert (properties.language, properties.revision) == ("de-DE", 1)


def test_a_date_that_is_none_is_left_out():
    meta = Meta("T", date="next week")
    properties = Presentation(io.BytesIO(written(deck(slide("a", "A"), meta=meta)))).core_properties
    assert properties.created.year == 1980


def test_counts_are_those_of_the_deck():
    app = parts(written())["docProps/app.xml"].decode()
    assert "<Slides>9</Slides><Notes>2</Notes>" in app
    assert "<Application>Triptych</Application>" in app


def test_sections_hold_their_slides():
    sections = (SlideSection("First & last", ("a", "b")), SlideSection("Rest", ("c",)))
    data = written(deck(slide("a", "A"), slide("b", "B"), slide("c", "C"), sections=sections))
    presentation = etree.fromstring(parts(data)["ppt/presentation.xml"])
    found = presentation.findall(".//{*}section")
    assert [each.get("name") for each in found] == ["First & last", "Rest"]
    assert [[entry.get("id") for entry in each[0]] for each in found] == [["256", "257"], ["258"]]
    assert len({each.get("id") for each in found}) == 2


def rich_template() -> bytes:
    """A template with example slides that its master, its sections, its shows and its views refer to."""
    of = deck(
        slide("a", "Left over", notes=(para("old notes"),)),
        slide("b", "Also left", fill("body", "body", "old text")),
        sections=(SlideSection("Old", ("a", "b")),),
    )
    package = DeckPackage.open(io.BytesIO(written(of)))
    main = package.main_document_part
    old = next(rel.target_part for rel in main.rels.values() if rel.reltype == RT.SLIDE)
    master = main.part_related_by(RT.SLIDE_MASTER)
    key = master.relate_to(old, RT.SLIDE)
    rule = master._element.find(".//{*}cNvPr[@name='Title Placeholder 1']")
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    etree.SubElement(rule, f"{{{a}}}hlinkClick", {f"{R}id": key, "action": "ppaction://hlinksldjump"})
    views = main.part_related_by(RT.VIEW_PROPS)
    scale = '<p:scale><a:sx n="1" d="1"/><a:sy n="1" d="1"/></p:scale><p:origin x="0" y="0"/>'
    slides = f'<p:sldLst><p:sld r:id="{views.relate_to(old, RT.SLIDE)}"/></p:sldLst>'
    outline = f"<p:outlineViewPr><p:cViewPr>{scale}</p:cViewPr>{slides}</p:outlineViewPr>"
    views.blob = views.blob.replace(b"/>", f">{outline}</p:viewPr>".encode())
    return package.to_bytes()


def test_slides_of_the_template_are_dropped_with_all_that_refers_to_them(tmp_path):
    template = rich_template()
    assert b"Left over" in b"".join(parts(template).values())
    data = written(deck(slide("n", "New"), slide("m", "More")), template)
    check_package(data)
    assert findings(data, tmp_path) == []
    text = b"".join(parts(data).values())
    assert not re.search(b"Left over|Also left|old notes|sectionLst|hlinksldjump", text)
    assert [each.shapes.title.text for each in Presentation(io.BytesIO(data)).slides] == ["New", "More"]


def test_a_potx_becomes_a_pptx():
    presentation, template = b"presentationml.presentation.main+xml", b"presentationml.template.main+xml"
    with zipfile.ZipFile(buffer := io.BytesIO(), "w") as file:
        for name, data in parts(theme()[1]).items():
            file.writestr(name, data.replace(presentation, template) if name.startswith("[") else data)
    data = written(deck(slide("a", "A")), buffer.getvalue())
    assert presentation in parts(data)["[Content_Types].xml"]
    assert len(Presentation(io.BytesIO(data)).slides) == 1


def test_a_template_without_a_notes_master_gets_one(tmp_path):
    package = DeckPackage.open(io.BytesIO(theme()[1]))
    main = package.main_document_part
    key = next(key for key, rel in main.rels.items() if rel.reltype == RT.NOTES_MASTER)
    main.rels.pop(key)
    ids = main._element.find("{*}notesMasterIdLst")
    ids.getparent().remove(ids)
    data = written(deck(slide("a", "A", notes=(para("Said"),))), package.to_bytes())
    check_package(data)
    assert findings(data, tmp_path) == []
    assert Presentation(io.BytesIO(data)).slides[0].notes_slide.notes_text_frame.text == "Said"


def test_long_chains_of_links_do_not_overflow_the_stack():
    count = 1500
    slides = [slide(f"s{n}", f"Slide {n}", fill("body", "body", jump(n + 1, count))) for n in range(count)]
    assert len(parts(written(deck(*slides)))) > 2 * count


def jump(to: int, count: int) -> object:
    from triptych.model.deck import Para, Run

    return Para((Run("on", slide=f"s{to % count}"),))


def calls(count: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a part of the package is visited, or a number looked for, while a deck of so many slides is written."""
    seen = Counter()
    walk = DeckPackage.iter_parts

    def counted(self):
        for part in walk(self):
            seen["parts"] += 1
            yield part

    with monkeypatch.context() as patch:
        patch.setattr(DeckPackage, "iter_parts", counted)
        written(deck(*(slide(f"s{n}", f"Slide {n}", notes=(para("n"),)) for n in range(count))))
    return seen["parts"]


def test_work_grows_with_the_slides_and_no_faster(monkeypatch):
    few, many = calls(100, monkeypatch), calls(200, monkeypatch)
    assert many - few == 2 * 100  # a slide and its notes, each visited once


def test_two_thousand_slides_are_as_large_as_twice_a_thousand():
    def size(count: int) -> int:
        slides = (slide(f"s{n:04}", f"Slide {n:04}", notes=(para("n"),)) for n in range(count))
        return sum(len(data) for data in parts(written(deck(*slides))).values())

    base, thousand, two = size(0), size(1000), size(2000)
    assert two - base == pytest.approx(2 * (thousand - base), rel=0.01)


def test_an_archive_is_what_the_library_writes_entry_by_entry():
    entries = [
        ("a/ä.xml", b"<a/>" * 40_000),
        ("b.png", b"\x89PNG" * 9),
        ("empty.rels", b""),
        ("c.xml", bytes(range(256)) * 300),
    ]
    slowly = io.BytesIO()
    with zipfile.ZipFile(slowly, "w") as file:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            file.writestr(entry, data, compresslevel=4)
    assert archive(entries) == slowly.getvalue()
    assert zipfile.ZipFile(io.BytesIO(archive(entries))).testzip() is None


@pytest.mark.parametrize("many", [0, 0xFFFF, 0x10000])
def test_an_archive_counts_more_files_than_its_end_has_room_for(many: int):
    entries = [(f"{number}.xml", b"") for number in range(many)]
    slowly = io.BytesIO()
    with zipfile.ZipFile(slowly, "w") as file:
        for name, data in entries:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o600 << 16
            file.writestr(entry, data)
    assert archive(entries, level=0) == slowly.getvalue()
