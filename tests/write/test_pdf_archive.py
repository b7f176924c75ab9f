"""PDFs that are to be kept: PDF/A-2a, clause by clause (ISO 19005-2), of every kind of PDF that is made."""

import io
import re
import struct
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from PIL import Image, ImageCms
from reading_pdf import elements

from triptych.build import Options, Source, build
from triptych.text.installed import families
from triptych.write.pdf.objects import Objects

SOURCE = """---
title: Kept & read
subtitle: A study
author: [Ada Example, Bo Example]
course: Archives
date: 2026-01-02
lang: en
---

# What is kept {#kept}

The *first* **thing** is ==paper==[^1], and $x^2 + y_1$ is a formula. See [the page](https://example.org/a?b=c) and
[below](#more). כיצד חוזרים

> [!NOTE]
> ![A round thing](round.png)

| Kind | What it is |
|------|------------|
| ink  | black      |
| Rechtsschutzversicherungsgesellschaften | blue |

[^1]: Made of rags.

# What else {#more}

1. **Ink**: what is written with.
2. **Glue**: what holds.

::: question
What is paper made of?

::: answer
Rags.
:::
:::
"""
MATHS = """---
title: Sums
author: Ada Example
lang: en
archive: true
---

# A formula

A sum $\\frac{a}{b} + \\sqrt{x^2}$ in a line, and

$$\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2} \\tag{1}$$

| $x$ | $x^2$ |
|-----|-------|
| 2   | $4$   |

| A | B |
|---|--:|
| x | 1 |
| y | 2 |
{.chart type=column}

```python
def f(x):
    return x ** 2
```
"""
HEBREW = """---
title: מים ואדים
author: חנה כהן
date: 2026-03-05
lang: he
---

# מה קורה למים?

המים *משנים* מצב בחום, ראו [באתר](https://example.org). המילה [water]{lang=en} פירושה ==מים==[^1].

1. **היתוך:** הקרח נעשה מים.
2. **רתיחה:** המים נעשים אדים.

> המים הם הכוח המניע של הטבע.
>
> — ליאונרדו

| חודש | ימים |
|------|-----:|
| מרץ  | 7    |

[^1]: טהורים.
"""
CHINESE = """---
title: 水与蒸汽
lang: zh
---

# 水会发生什么？

水随着热量改变状态，英语单词 water 的意思是**水**[^1]。

- [x] 测量降雨
- [ ] 记录 $T = 100$

![](round.png)

::: question
水在多少度沸腾？

::: answer
一百度。
:::
:::

[^1]: 海平面上的纯水。
"""
NOTES = """---
title: Seen through
subtitle: With “marks” & <signs>
course: Course 1
lang: fr
keywords: [eau, vapeur]
---

# La vapeur

![Un rond](round.png "Un rond à travers lequel on voit")

::: columns
::: column
![](round.png){.decorative}
:::
::: column
Le mot *eau* et H~2~O, 19^e^ siècle.
:::
:::

> [!WARNING] Attention
> Elle brûle. ![Un rond](round.png)

::: notes
À dire.
:::

*[ONU]: Organisation des Nations unies

L’ONU le dit[^a].

[^a]: Voir [la page](https://example.org/b).

::: quiz
- [ ] Non
- [x] Oui
:::
"""
SOURCES = {"kept": SOURCE, "sums": MATHS, "hebrew": HEBREW, "chinese": CHINESE, "seen": NOTES}
NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
KINDS = ("handout", "cheat-sheet", "cards", "test", "handout-booklet")
EDITIONS = tuple(f"{kind}-{edition}" for kind in ("handout", "cheat-sheet") for edition in ("student", "instructor"))
SLIDES = ("slides-3", "notes")
MADE = (
    *(("kept", kind) for kind in KINDS),
    *((name, kind) for name in ("sums", "hebrew", "chinese", "seen") for kind in ("handout", "cheat-sheet")),
    *((name, "cards") for name in ("sums", "hebrew", "chinese")),
    *(("kept", kind) for kind in EDITIONS),
    *((name, kind) for name in ("chinese", "seen", "hebrew") for kind in SLIDES),
)
PDFA_SPACES = ("/DeviceRGB", "/DeviceGray")
_WORDS = "q Q cm w J j M d m l c h re S s f B b n Tf Tm TJ Tj Ts BT ET BMC BDC EMC rg RG Do"
OPERATORS = frozenset(_WORDS.split())
TYPES = {
    "Document", "Sect", "Art", "Div", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "TR",
    "TH", "TD", "THead", "TBody", "Figure", "Caption", "BlockQuote", "Code", "Link", "Span", "TOC", "TOCI", "Index",
    "Note", "Formula",
}  # fmt: skip


def made(folder: Path, name: str = "kept", **options: object) -> dict[str, bytes]:
    path = folder / f"{name}.md"
    path.write_text(SOURCES[name], encoding="utf-8")
    picture = Image.new("RGBA", (40, 40), (200, 0, 0, 0))
    picture.paste((0, 0, 200, 128), (10, 10, 30, 30))
    picture.save(folder / "round.png")
    chosen = Options(
        **{"only": ("handout", "cheat-sheet", "cards", "test"), "forms": (("print", "booklet"),), **options}
    )
    result = build(Source(path, path.name, path.stem), folder / "out", chosen)
    assert not [problem for problem in result.problems if problem.severity == "error"]
    return {file.name.removeprefix(f"{name}-").removesuffix(".pdf"): file.read_bytes() for file in result.files}


@pytest.fixture(scope="module")
def all_files(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], bytes]:
    """The file of a document and a kind; each document is built once."""

    @cache
    def of(name: str, group: str) -> dict[str, bytes]:
        if name == "chinese" and not any("cjk" in family for family in families()):
            pytest.skip("needs fonts-noto-cjk")
        folder = tmp_path_factory.mktemp(f"{name}-{group}")
        if group == "editions":
            return made(folder, name, archive=True, only=("handout", "cheat-sheet"), editions=("student", "instructor"),
                        forms=())  # fmt: skip
        if group in SLIDES:
            return {group: made(folder, name, archive=True, only=("handout",), forms=(("handout", group),))["handout"]}
        return made(folder, name, archive=True)

    return lambda name, kind: of(name, "editions" if kind in EDITIONS else kind if kind in SLIDES else "all")[kind]


@pytest.fixture(scope="module")
def files(all_files: Callable[[str, str], bytes]) -> dict[str, bytes]:
    return {kind: all_files("kept", kind) for kind in KINDS}


@pytest.fixture(params=MADE, ids="-".join)
def data(request: pytest.FixtureRequest, all_files: Callable[[str, str], bytes]) -> bytes:
    return all_files(*request.param)


@pytest.fixture
def pdf(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def values(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every object of a file and what is in it, each once."""
    waiting: list[object] = [*pdf.objects, pdf.trailer]
    while waiting:
        value = waiting.pop()
        if not isinstance(value, pikepdf.Object):
            continue
        yield value
        if isinstance(value, pikepdf.Array):
            waiting += [kid for kid in value if not (isinstance(kid, pikepdf.Object) and kid.is_indirect)]
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            held = value.stream_dict if isinstance(value, pikepdf.Stream) else value
            waiting += [kid for kid in held.values() if not (isinstance(kid, pikepdf.Object) and kid.is_indirect)]


def keys(pdf: pikepdf.Pdf) -> set[str]:
    held = (value for value in values(pdf) if isinstance(value, pikepdf.Dictionary | pikepdf.Stream))
    return {str(key) for value in held for key in value.keys()}  # noqa: SIM118


def xmp(pdf: pikepdf.Pdf) -> etree._Element:
    return etree.fromstring(pdf.Root.Metadata.read_bytes())


def told(pdf: pikepdf.Pdf, path: str) -> list[str]:
    return [str(node.text) for node in xmp(pdf).findall(f".//{path}", NS)]


def test_6_1_file_structure(data: bytes, pdf: pikepdf.Pdf) -> None:
    assert re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4,}\n", data)  # 6.1.2
    assert data.endswith(b"%%EOF\n")  # 6.1.3: nothing behind it
    assert data.count(b"%%EOF") == 1
    assert "/Encrypt" not in pdf.trailer
    assert len(pdf.trailer.ID) == 2
    assert all(len(bytes(one)) >= 16 for one in pdf.trailer.ID)
    for match in re.finditer(rb"/Length (\d+)[^>]*>>\s?stream\n", data):  # 6.1.7.1: streams are as long as they say
        end = match.end() + int(match[1])
        assert re.match(rb"\r?\nendstream", data[end : end + 12])
    assert not any("/F" in v.stream_dict for v in values(pdf) if isinstance(v, pikepdf.Stream))  # all within the file
    filters = {str(value.stream_dict.get("/Filter")) for value in values(pdf) if isinstance(value, pikepdf.Stream)}
    assert filters <= {"None", "/FlateDecode", "/DCTDecode"}  # 6.1.7.2: no LZW


def test_6_1_7_1_a_stream_whose_last_byte_could_begin_an_end_of_line_is_as_long_as_it_says() -> None:
    objects = Objects()
    for said in (b"a\r", b"a\n", b"a"):
        objects.add_stream(said, pack=False)
    root = objects.add({"Type": "/Catalog"})
    data = objects.finish(root, root)
    found = [data[match.end() :] for match in re.finditer(rb"/Length [12]\b[^>]*>>\s?stream\n", data)]
    assert [re.match(rb"(?s)(.*?)(?:\r\n|\n|\r)endstream", rest)[1] for rest in found] == [b"a\r", b"a\n", b"a"]


def test_6_1_13_limits(pdf: pikepdf.Pdf) -> None:
    for value in values(pdf):
        if isinstance(value, pikepdf.String):
            assert len(bytes(value)) <= 32767
        elif isinstance(value, pikepdf.Name):
            assert len(str(value).encode()) <= 127
    assert len(pdf.objects) < 8_388_607
    for page in pdf.pages:
        assert all(3 <= float(side) <= 14400 for side in page.MediaBox[2:])


def test_6_2_2_content_streams(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        assert "/Resources" in page.obj  # its own, not one that it inherits
        depth = deepest = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            assert name in OPERATORS
            depth += (name == "q") - (name == "Q")
            deepest = max(deepest, depth)
            for operand in operands:
                if isinstance(operand, pikepdf.String):
                    assert len(bytes(operand)) <= 32767
        assert depth == 0
        assert deepest <= 28


def test_6_2_3_output_intent(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert (intent.Type, intent.S) == ("/OutputIntent", "/GTS_PDFA1")
    assert str(intent.OutputConditionIdentifier)
    profile = intent.DestOutputProfile.read_bytes()
    assert struct.unpack_from(">I", profile)[0] == len(profile)
    assert profile[8:10] == b"\x04\x20"  # ICC.1:2004-10, which PDF 1.7 knows
    assert (profile[12:16], profile[16:20], profile[36:40]) == (b"mntr", b"RGB ", b"acsp")
    assert intent.DestOutputProfile.N == 3
    read = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    assert "sRGB" in ImageCms.getProfileDescription(read)


def test_6_2_4_colours_are_of_the_device_that_the_output_intent_describes(pdf: pikepdf.Pdf) -> None:
    for value in values(pdf):
        if isinstance(value, pikepdf.Stream) and value.stream_dict.get("/Subtype") == "/Image":
            space = value.ColorSpace
            assert str(space if isinstance(space, pikepdf.Name) else space[1]) in PDFA_SPACES
            assert not {"/Alternates", "/OPI", "/SMaskInData"} & set(value.stream_dict.keys())  # 6.2.8
            assert value.stream_dict.get("/Interpolate", False) is False


def test_6_2_5_and_6_2_9_neither_graphics_states_nor_forms(pdf: pikepdf.Pdf) -> None:
    assert not keys(pdf) & {"/ExtGState", "/TR", "/TR2", "/HT", "/Ref", "/PS", "/Pattern", "/Shading"}
    kinds = {str(v.stream_dict.get("/Subtype")) for v in values(pdf) if isinstance(v, pikepdf.Stream)}
    assert "/Form" not in kinds


def test_6_2_10_nothing_shows_through(pdf: pikepdf.Pdf) -> None:
    assert not keys(pdf) & {"/SMask", "/Mask", "/CA", "/ca", "/BM", "/Group"}


def test_6_2_11_fonts(pdf: pikepdf.Pdf) -> None:
    fonts = {font.objgen: font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    assert fonts
    for font in fonts.values():
        assert (font.Subtype, font.Encoding) == ("/Type0", "/Identity-H")
        (below,) = font.DescendantFonts
        descriptor = below.FontDescriptor
        info = below.CIDSystemInfo
        assert (bytes(info.Registry), bytes(info.Ordering)) == (b"Adobe", b"Identity")  # 6.2.11.3.1
        if below.Subtype == "/CIDFontType2":
            assert below.CIDToGIDMap == "/Identity"  # 6.2.11.3.2
            assert "/FontFile2" in descriptor  # 6.2.11.4.1
        else:
            assert descriptor.FontFile3.Subtype in ("/CIDFontType0C", "/OpenType")
        assert "/CIDSet" not in descriptor  # 6.2.11.4.2: none is better than one that lacks glyphs
        assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
        assert font.BaseFont == below.BaseFont == descriptor.FontName
        said = re.findall(r"<[0-9A-F]{4}> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes().decode())  # 6.2.11.7.2
        for text in (bytes.fromhex(one).decode("utf-16-be") for one in said):
            assert text
            assert not set(text) & {"\0", "\ufeff", "\ufffe"}
            assert not any("\ue000" <= char <= "\uf8ff" for char in text)


def test_6_3_annotations(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            assert annotation.Subtype == "/Link"  # which needs no appearance (6.3.3)
            assert int(annotation.F) & 4  # printed
            assert not int(annotation.F) & (1 | 2 | 32 | 256)  # neither hidden nor invisible
            assert str(annotation.Contents)  # 6.3.4


def test_6_4_and_6_5_neither_forms_nor_actions_that_act(pdf: pikepdf.Pdf) -> None:
    assert not keys(pdf) & {
        "/AcroForm",
        "/XFA",
        "/AA",
        "/OpenAction",
        "/JavaScript",
        "/JS",
        "/Launch",
        "/NeedsRendering",
    }
    actions = {str(v.S) for v in values(pdf) if isinstance(v, pikepdf.Dictionary) and "/S" in v and "/URI" in v}
    assert actions <= {"/URI"}


def test_6_6_metadata(pdf: pikepdf.Pdf) -> None:
    stream = pdf.Root.Metadata
    assert (stream.Type, stream.Subtype) == ("/Metadata", "/XML")
    assert "/Filter" not in stream.stream_dict
    packet = stream.read_bytes()
    assert packet.startswith(b"<?xpacket begin=")
    assert not re.match(rb"<\?xpacket[^>]*(bytes|encoding)=", packet)  # 6.6.2.1
    assert told(pdf, "pdfaid:part") == ["2"]  # 6.6.4
    assert told(pdf, "pdfaid:conformance") == ["A"]
    assert told(pdf, "pdfuaid:part") == ["1"]
    assert told(pdf, "pdfaSchema:namespaceURI") == [NS["pdfuaid"]]  # 6.6.2.3: what is not predefined is described
    own = {etree.QName(node).namespace for one in xmp(pdf).iter(f"{{{NS['rdf']}}}Description") for node in one}
    assert own <= {*NS.values(), "http://www.aiim.org/pdfa/ns/extension/"}


def test_6_6_3_the_information_dictionary_says_the_same(pdf: pikepdf.Pdf) -> None:
    info = pdf.trailer.Info
    for key, path in (
        ("/Title", "dc:title/rdf:Alt/rdf:li"),
        ("/Subject", "dc:description/rdf:Alt/rdf:li"),
        ("/Keywords", "pdf:Keywords"),
        ("/Creator", "xmp:CreatorTool"),
        ("/Producer", "pdf:Producer"),
    ):
        assert told(pdf, path) == [str(value) for at, value in info.items() if at == key], key
    assert ", ".join(told(pdf, "dc:creator/rdf:Seq/rdf:li")) == str(info.get("/Author", ""))
    assert told(pdf, "dc:title/rdf:Alt/rdf:li")
    for key, name in (("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")):
        said = [re.sub(r"[-:T]", "", date) for date in told(pdf, name)]
        assert said == [str(value).removeprefix("D:") for at, value in info.items() if at == key]


def test_6_6_3_what_the_author_said_is_there(all_files: Callable[[str, str], bytes]) -> None:
    pdf = pikepdf.open(io.BytesIO(all_files("kept", "handout")))
    info = pdf.trailer.Info
    assert (str(info.Title), str(info.Subject)) == ("Kept & read", "Archives")
    assert str(info.CreationDate) == "D:20260102000000Z"


def test_6_7_logical_structure(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root
    assert root.MarkInfo.Marked is True
    assert re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", str(root.Lang))  # 6.7.4
    roles = {str(key): str(value) for key, value in root.StructTreeRoot.RoleMap.items()}
    assert not {name.lstrip("/") for name in roles} & TYPES  # 6.7.3.4: standard types keep their meaning
    for element in elements(pdf):
        kind = str(element.S)
        assert roles.get(kind, kind).lstrip("/") in TYPES
        if kind in ("/Figure", "/Formula"):
            assert "/Alt" in element or "/ActualText" in element  # 6.7.5
        if "/Lang" in element:
            assert str(element.Lang)
    for page in pdf.pages:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            depth += (str(operator) in ("BMC", "BDC")) - (str(operator) == "EMC")
            if str(operator) in ("TJ", "Tj", "Do", "S", "f", "B"):
                assert depth > 0  # all is tagged, or an artifact


def test_6_8_to_6_11_nothing_is_embedded_optional_or_required(pdf: pikepdf.Pdf) -> None:
    assert not keys(pdf) & {"/EmbeddedFiles", "/EF", "/AF", "/OCProperties", "/OC", "/PresSteps", "/Requirements"}
    assert "/AlternatePresentations" not in pdf.Root.get("/Names", {})


def test_the_same_source_gives_the_same_archive(files: dict[str, bytes], tmp_path: Path) -> None:
    again = made(tmp_path, archive=True)
    assert {kind: again[kind] for kind in files} == files


def test_a_picture_that_one_sees_through_has_the_colour_of_what_is_behind_it(files: dict[str, bytes]) -> None:
    pdf = pikepdf.open(io.BytesIO(files["handout"]))
    (image,) = (v for v in values(pdf) if isinstance(v, pikepdf.Stream) and v.stream_dict.get("/Subtype") == "/Image")
    pixels = image.read_bytes()
    corner, middle = tuple(pixels[:3]), tuple(pixels[(20 * 40 + 20) * 3 :][:3])
    assert corner != (255, 255, 255)  # the ground of the callout
    assert corner != (200, 0, 0)
    assert middle == pytest.approx(tuple((c + (0, 0, 200)[k]) // 2 for k, c in enumerate(corner)), abs=2)


def test_front_matter_asks_for_it_too_and_others_are_as_before(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    for front, kept in (("archive: true\n", True), ("", False)):
        path.write_text(f"---\ntitle: T\n{front}---\n\n# A\n\nText.\n", encoding="utf-8")
        result = build(Source(path, path.name, path.stem), tmp_path / "out", Options(("handout",)))
        said = result.files[0].read_bytes()
        assert (b"pdfaid" in said) is kept
        assert ("/OutputIntents" in pikepdf.open(io.BytesIO(said)).Root) is kept
