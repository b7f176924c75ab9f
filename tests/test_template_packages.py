"""Templates whose packages are put together otherwise than usual, by other programs or by those who mean harm."""

import io

import pytest
from lxml import etree
from own_templates import (
    BODY,
    MASTER,
    THEME,
    added,
    changed,
    drawn,
    opened,
    packed,
    parts,
    rectangle,
    refused,
    solid,
    stock,
)
from pptx import Presentation
from reading import read

from triptych.plan.deck import plan_deck
from triptych.template.parts import A, P
from triptych.template.repair import put_right
from triptych.write.pptx.deck import write_deck

TEXT = "---\ntitle: T\n---\n\n# One\n\n- a\n- b\n"
RELATIONS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"


def deck_parts(data: bytes) -> dict[str, bytes]:
    """The parts of a deck that is made with a template."""
    theme, template = opened(data)
    return parts(write_deck(plan_deck(read(TEXT)[0], theme, {}), template))


def leaking(data: bytes) -> bytes:
    """A template whose layout for texts has a remote picture, a link to a file, and the path of a picture."""
    relations = [
        (BODY, "rId90", "image", "http://track.example/pixel.png", True),
        (BODY, "rId91", "hyperlink", "file:///C:/Users/jane/plan.docx", True),
    ]

    def change(root: etree._Element) -> None:
        drawn(root, rectangle(solid("FFFFFF"), 0, 0, 9, 9, "Panel", ' descr="C:\\Users\\jane\\logo.png"'))
        drawn(root, (
            '<p:pic><p:nvPicPr><p:cNvPr id="81" name="x"><a:hlinkClick r:id="rId91"/></p:cNvPr><p:cNvPicPr/><p:nvPr/>'
            '</p:nvPicPr><p:blipFill><a:blip r:link="rId90"/></p:blipFill><p:spPr/></p:pic>'
        ))  # fmt: skip

    return changed(added(data, {}, relations), {BODY: change})


def renamed(data: bytes, names: dict[str, str]) -> bytes:
    """A package whose relationships are the same under other names of its parts, and its types too."""
    of = parts(data)
    types, new = of.pop("[Content_Types].xml"), {}
    for name, part in of.items():
        folder, _, file = f"/{name}".rpartition("/_rels/")
        folder, owner = folder[1:], f"{folder}/{file.removesuffix('.rels')}"[1:]
        if file.endswith(".rels"):
            root = etree.fromstring(part)
            for entry in root:
                target = entry.get("Target")
                if entry.get("TargetMode") != "External":
                    path = target[1:] if target.startswith("/") else resolved(folder, target)
                    entry.set("Target", "/" + names.get(path, path))
            home, _, called = names.get(owner, owner).rpartition("/")
            new[f"{home}/_rels/{called}.rels".lstrip("/")] = etree.tostring(root)
        else:
            new[names.get(name, name)] = part
    for old, other in names.items():
        types = types.replace(f'"/{old}"'.encode(), f'"/{other}"'.encode())
    return packed({"[Content_Types].xml": types, **new})


def resolved(folder: str, target: str) -> str:
    at = folder.split("/") if folder else []
    for step in target.split("/"):
        at = at[:-1] if step == ".." else [*at, step]
    return "/".join(at)


@pytest.mark.parametrize("called", ["ppt/other/one.xml", "ppt/slideLayouts/slideLayout2.part", "own/Ä b.xml"])
def test_nothing_leaks_from_parts_that_are_called_otherwise(called: str) -> None:
    data = renamed(leaking(stock()), {BODY: called, MASTER: "ppt/m.xml", THEME: "ppt/colours/1.xml"})
    made = deck_parts(data)
    for name, part in made.items():
        assert not any(word in part for word in (b"track.example", b"jane", b"External")), name
    assert opened(data)[0].told == ("left out of the template: what lies outside the file, links",)
    assert (
        len(
            Presentation(
                io.BytesIO(write_deck(plan_deck(read(TEXT)[0], *opened(data)[:1], {}), opened(data)[1]))
            ).slides
        )
        == 2
    )


def test_parts_called_otherwise_are_put_right_like_others() -> None:
    def columns(root: etree._Element) -> None:
        body = next(s for s in root.iter(f"{P}sp") if s.find(f".//{P}ph").get("idx") == "1")
        body.find(f"{P}txBody/{A}bodyPr").set("numCol", "2")

    data = changed(stock(), {BODY: columns})
    other = renamed(data, {BODY: "ppt/lay/2.xml", "ppt/presentation.xml": "ppt/main.xml"})
    assert put_right(data)[1] == put_right(other)[1] != ()
    assert opened(other)[0].layouts == opened(data)[0].layouts


def test_a_part_that_nothing_reads_and_is_no_xml_lets_nothing_through() -> None:
    data = parts(leaking(stock())) | {"ppt/theme/theme9.xml": b"<a:theme"}
    assert refused(packed(data)).startswith("the template own.pptx cannot serve: it is damaged: a part of it is no")


def test_what_a_picture_or_a_layout_brings_along_stays_behind() -> None:
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[1]).shapes.title.text = "jane"
    presentation.save(buffer := io.BytesIO())
    of = parts(buffer.getvalue())
    rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    entry = b'<Relationship Id="r1" Type="%s%s" Target="%s"%s/>'
    of["ppt/slides/slide9.xml"] = of["ppt/slides/slide1.xml"]
    of["ppt/media/a.png"] = b"\x89PNG"
    of["ppt/media/_rels/a.png.rels"] = rels % (entry % (kind, b"image", b"http://jane/", b' TargetMode="External"'))
    data = added(packed(of), {}, [
        (BODY, "rId80", "image", "../media/a.png", False),
        (BODY, "rId81", "slide", "../slides/slide9.xml", False),
        (BODY, "rId82", "image", "../slides/slide9.xml", False),
    ])  # fmt: skip
    types = parts(data)["[Content_Types].xml"].replace(b"</Types>", (
        b'<Override PartName="/ppt/slides/slide9.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        b'presentationml.slide+xml"/><Default Extension="png" ContentType="image/png"/></Types>'
    ))  # fmt: skip
    made = deck_parts(packed(parts(data) | {"[Content_Types].xml": types}))
    assert sum(name.startswith("ppt/slides/slide") for name in made) == 2
    assert not any(b"jane" in part for part in made.values())


def test_what_other_programs_note_in_layouts_is_left_out_and_told() -> None:
    extension = '<p:extLst><p:ext uri="{1}"><x xmlns="urn:own">jane</x></p:ext></p:extLst>'

    def noted(root: etree._Element) -> None:
        root.append(etree.fromstring(f'<x xmlns:p="{P[1:-1]}">{extension}</x>')[0])

    data = changed(stock(), {MASTER: noted})
    assert opened(data)[0].told == ("left out of the template: data of other programs",)
    assert b"jane" not in deck_parts(data)[MASTER]


def test_slides_are_counted_from_one() -> None:
    data = changed(stock(), {"ppt/presentation.xml": lambda root: root.set("firstSlideNum", "7")})
    assert b"firstSlideNum" not in deck_parts(data)["ppt/presentation.xml"]


def test_what_is_damaged_is_said_in_words() -> None:
    def number(root: etree._Element) -> None:
        root.find(f".//{P}sp//{P}ph").set("idx", "first")

    of = parts(stock())
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    without = of | {rels: of[rels].replace(b"relationships/theme", b"relationships/other")}
    assert "its master has no theme" in refused(packed(without))
    assert "something in it is no number" in refused(changed(stock(), {BODY: number}))
    assert "a part of it lacks what every presentation has" in refused(packed(of | {BODY: b"<nonsense/>"}))
    assert "a part of it is missing" in refused(packed({n: p for n, p in of.items() if n != BODY}))
