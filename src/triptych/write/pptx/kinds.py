"""What kinds of parts and of relationships are called in a deck's package (ECMA-376 part 1, 15.2; part 2, annex F)."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
_DML = "application/vnd.openxmlformats-officedocument.drawingml"


class RT:
    """Types of relationships."""

    CHART = f"{_OFFICE}/chart"
    CORE_PROPERTIES = f"{_PACKAGE}/metadata/core-properties"
    CUSTOM_PROPERTIES = f"{_OFFICE}/custom-properties"
    EXTENDED_PROPERTIES = f"{_OFFICE}/extended-properties"
    HYPERLINK = f"{_OFFICE}/hyperlink"
    IMAGE = f"{_OFFICE}/image"
    NOTES_MASTER = f"{_OFFICE}/notesMaster"
    NOTES_SLIDE = f"{_OFFICE}/notesSlide"
    OFFICE_DOCUMENT = f"{_OFFICE}/officeDocument"
    PACKAGE = f"{_OFFICE}/package"
    SLIDE = f"{_OFFICE}/slide"
    SLIDE_LAYOUT = f"{_OFFICE}/slideLayout"
    SLIDE_MASTER = f"{_OFFICE}/slideMaster"
    THEME = f"{_OFFICE}/theme"
    THUMBNAIL = f"{_PACKAGE}/metadata/thumbnail"


class CT:
    """Content types."""

    CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
    DML_CHART = f"{_DML}.chart+xml"
    EXTENDED_PROPERTIES = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    JPEG = "image/jpeg"
    NOTES_MASTER = f"{_PML}.notesMaster+xml"
    NOTES_SLIDE = f"{_PML}.notesSlide+xml"
    PNG = "image/png"
    PRESENTATION = f"{_PML}.presentation.main+xml"
    RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
    SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    SLIDE = f"{_PML}.slide+xml"
    THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
    XML = "application/xml"


MARKUP = frozenset(
    (
        *(f"{_PML}.{kind}.main+xml" for kind in ("presentation", "template", "slideshow")),
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        *(f"{_PML}.{kind}+xml" for kind in ("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster")),
        CT.DML_CHART,
    )
)
"""The parts whose white space between elements means nothing."""
