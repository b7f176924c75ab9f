"""The file from top to bottom: pages, fonts, structure, ways through it, what it says about itself."""

from collections.abc import Mapping, Sequence

from reportlab.pdfbase.pdfdoc import PDFDictionary

from triptych.model.pages import LinkItem, Page, Pages, Portion
from triptych.write.pdf import metadata, navigation
from triptych.write.pdf.archive import output_intent
from triptych.write.pdf.content import Content
from triptych.write.pdf.objects import Objects, Ref, number, text_string
from triptych.write.pdf.pictures import Pictures
from triptych.write.pdf.tags import TagTree
from triptych.write.pdf.typesetter import Typesetter


def write(pages: Pages) -> bytes:
    """The whole file. Raises KeyError if something leads to a destination that there is not."""
    _check_destinations(pages)
    objects = Objects()
    refs = [objects.reserve() for _ in pages.pages]
    tree = TagTree(pages.tags, [page.size.height for page in pages.pages])
    page_tree = _pages(pages, refs, tree, objects)
    structure = tree.write(objects, refs)
    title = metadata.title(pages)
    entries: dict[str, object] = {
        "Type": "/Catalog",
        "Pages": page_tree,
        "StructTreeRoot": structure,
        "MarkInfo": "<</Marked true>>",
        "Lang": text_string(pages.meta.lang or "en"),
        "ViewerPreferences": "<</DisplayDocTitle true>>",
        "Metadata": objects.add_stream(
            metadata.xmp(pages.meta, title), {"Type": "/Metadata", "Subtype": "/XML"}, pack=False
        ),
    }
    if pages.destinations:
        entries["Names"] = objects.add(navigation.names(pages.destinations, pages.pages, refs))
    if pages.meta.archive:
        entries["OutputIntents"] = f"[{output_intent(objects)}]"
    if pages.outline:
        entries |= {"Outlines": navigation.outline(pages.outline, objects), "PageMode": "/UseOutlines"}
    info = objects.add(metadata.info(pages.meta, title))
    return objects.finish(objects.add(PDFDictionary(entries)), info)


def _check_destinations(pages: Pages) -> None:
    known = {place.name for place in pages.destinations}
    asked = [entry.destination for entry in pages.outline]
    asked += [
        item.destination
        for page in pages.pages
        for item in page.items
        if isinstance(item, LinkItem) and item.destination
    ]
    for name in asked:
        if name not in known:
            raise KeyError(f"no destination is named {name!r}")


def _pages(pages: Pages, refs: list[Ref], tree: TagTree, objects: Objects) -> Ref:
    """Write every page and then the fonts that they turned out to use; the root of the page tree."""
    typesetter, pictures = Typesetter(), Pictures(objects, opaque=pages.meta.archive)
    root, fonts = objects.reserve(), objects.reserve()
    contents = [Content(page, place, typesetter, tree, pictures) for place, page in enumerate(pages.pages)]
    annotations: list[list[Ref]] = [[] for _ in refs]
    for part in _reading(pages):  # content and links come into the structure in the order in which they are drawn
        links, page = contents[part.page].draw(part.start, part.end), pages.pages[part.page]
        annotations[part.page] += _annotations(links, page, part.page, refs[part.page], tree, objects)
    for place, (page, content) in enumerate(zip(pages.pages, contents, strict=True)):
        stream = objects.add_stream(content.stream())
        entries = _page(page, root, stream, annotations[place], tree.owns(place), place)
        entries["Resources"] = _resources(fonts, content.shown)
        objects.put(refs[place], PDFDictionary(entries))
    embedded = typesetter.embed(objects)
    objects.put(fonts, PDFDictionary(embedded))
    objects.put(root, f"<</Type /Pages /Count {len(refs)} /Kids [{' '.join(refs)}]>>")
    return root


def _reading(pages: Pages) -> Sequence[Portion]:
    return pages.reading or [Portion(place, 0, len(page.items)) for place, page in enumerate(pages.pages)]


def _page(page: Page, root: Ref, stream: Ref, annotations: list[Ref], tagged: bool, place: int) -> dict[str, object]:
    """A page object; its tabbing order is that of the structure (ISO 14289-1, 7.18.3)."""
    entries: dict[str, object] = {
        "Type": "/Page",
        "Parent": root,
        "MediaBox": f"[0 0 {number(page.size.width)} {number(page.size.height)}]",
        "Contents": stream,
        "Tabs": "/S",
    }
    if page.turned:
        entries["Rotate"] = 180
    if annotations:
        entries["Annots"] = f"[{' '.join(annotations)}]"
    if tagged:
        entries["StructParents"] = place
    return entries


def _resources(fonts: Ref, shown: Mapping[str, Ref]) -> str:
    pictures = " ".join(f"/{name} {ref}" for name, ref in shown.items())
    return f"<</Font {fonts} /XObject <<{pictures}>>>>" if pictures else f"<</Font {fonts}>>"


def _annotations(links: list[LinkItem], page: Page, place: int, ref: Ref, tree: TagTree, objects: Objects) -> list[Ref]:
    annotations = []
    for item in links:
        annotation = objects.reserve()
        parent = tree.link(item.tag, place, annotation)
        objects.put(annotation, navigation.link(item, ref, page.size.height, parent, objects))
        annotations.append(annotation)
    return annotations
