"""What a file that is to be kept for long has besides: PDF/A-2a (ISO 19005-2, level A), which goes with PDF/UA-1."""

from triptych.write.pdf.objects import Objects, Ref

_PROFILE = "sRGB IEC61966-2.1"
_VERSION = slice(8, 12)
"""Where a profile says which version of its specification it keeps to (ICC.1:2004-10, 7.2)."""
_MADE = slice(24, 36)
"""Where a profile says when it was made."""
_FIXED = bytes.fromhex("07d0 0001 0001 0000 0000 0000")
"""The first of January 2000: the same file is made at any time."""

_IDENTIFICATION = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def identification() -> str:
    """The part of the XMP packet that says so, and describes the one property that PDF/A does not know (6.6.2.3)."""
    return _IDENTIFICATION


def output_intent(objects: Objects) -> str:
    """The colours that are meant: those of sRGB (ISO 19005-2, 6.2.3)."""
    return (
        f"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier ({_PROFILE}) /Info ({_PROFILE})"
        f" /DestOutputProfile {_profile(objects)}>>"
    )


def _profile(objects: Objects) -> Ref:
    """A profile of sRGB, made from its numbers by Little CMS; what it says of the hour and of itself is fixed.

    It has nothing that version 4.2, the last that PDF 1.7 knows, does not have.
    """
    from PIL import ImageCms  # late: only archives need it

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_VERSION] = b"\x04\x20\0\0"
    profile[_MADE] = _FIXED
    return objects.add_stream(bytes(profile), {"N": 3})
